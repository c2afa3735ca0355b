import {
  WEIGHT_BANDS_GSM,
  type ExhibitorFacet,
  type ExhibitorSearch,
  type ProductFacet,
  type ProductSearch,
} from '#shared/protocol/search.ts'
import type { Choice, FacetValues } from './facet-table.ts'

const anyOf = (chosen: readonly string[]): Choice => {
  if (chosen.length === 0) return undefined
  const wanted = new Set(chosen)
  return ({ values }) => values.some((value) => wanted.has(value))
}

const between = ({ weightFrom, weightTo }: ProductSearch): Choice => {
  if (weightFrom === undefined && weightTo === undefined) return undefined
  const [from, to] = [weightFrom ?? 0, weightTo ?? Infinity]
  return ({ figure }) => figure !== undefined && figure >= from && figure <= to
}

export const productChoices = (search: ProductSearch): Record<ProductFacet, Choice> => ({
  kind: anyOf(search.kind),
  material: anyOf(search.material),
  structure: anyOf(search.structure),
  fibre: anyOf(search.fibre),
  weight: between(search),
  country: anyOf(search.country),
  certificate: anyOf(search.certificate),
  hall: anyOf(search.hall),
})

export const exhibitorChoices = (search: ExhibitorSearch): Record<ExhibitorFacet, Choice> => ({
  kind: anyOf(search.kind),
  country: anyOf(search.country),
  certificate: anyOf(search.certificate),
  hall: anyOf(search.hall),
})

/** A mass per area in g/m², counted under the band in which it lies, which is named by where it begins. */
export const weightValues = (weightGsm: number | null): FacetValues => {
  if (weightGsm === null) return { values: [] }
  const band = WEIGHT_BANDS_GSM.findLast((start) => start <= weightGsm)
  return { values: band === undefined ? [] : [String(band)], figure: weightGsm }
}
