import { useQuery } from '@tanstack/react-query'
import { defineMessages, useIntl } from 'react-intl'
import { WEIGHT_BANDS_GSM, type ProductFacet } from '#shared/protocol/search.ts'
import { fairQuery } from '../net/queries.ts'
import { useCountryName, useTerm, useUnit } from '../ui-kit/trade-terms.ts'
import type { ListFacet, WeightRange } from './search-url.ts'

const names = defineMessages({
  kind: { id: 'facet.kind', defaultMessage: 'Goods' },
  material: { id: 'facet.material', defaultMessage: 'Material' },
  structure: { id: 'facet.structure', defaultMessage: 'Structure' },
  fibre: { id: 'facet.fibre', defaultMessage: 'Fibre' },
  weight: { id: 'facet.weight', defaultMessage: 'Weight, g/m²' },
  country: { id: 'facet.country', defaultMessage: 'Country' },
  certificate: { id: 'facet.certificate', defaultMessage: 'Certificate' },
  hall: { id: 'facet.hall', defaultMessage: 'Hall' },
})

/** What a facet is called. */
export const useFacetName = () => {
  const intl = useIntl()
  return (facet: ProductFacet): string => intl.formatMessage(names[facet])
}

/** A value of a facet in the reader's words. */
export const useFacetValue = () => {
  const term = useTerm()
  const country = useCountryName()
  const { data: fair } = useQuery(fairQuery)
  return (facet: ListFacet, value: string): string => {
    if (facet === 'country') return country(value)
    if (facet === 'hall') return fair?.halls.find(({ id }) => id === value)?.name ?? '…'
    return term(facet, value)
  }
}

/** The range of a band that begins here; the last one has no end. */
export const bandAt = (from: number): WeightRange => {
  const next = WEIGHT_BANDS_GSM.find((begin) => begin > from)
  return { from: from === 0 ? undefined : from, to: next === undefined ? undefined : next - 1 }
}

/** A range of mass per area in words. */
export const useWeightText = () => {
  const intl = useIntl()
  const unit = useUnit()('g/m²')
  return ({ from, to }: WeightRange): string => {
    if (to === undefined)
      return intl.formatMessage(
        { id: 'facet.weight.over', defaultMessage: 'from {from} {unit}' },
        { from: from ?? 0, unit },
      )
    return from === undefined
      ? intl.formatMessage({ id: 'facet.weight.under', defaultMessage: 'up to {to} {unit}' }, { to, unit })
      : intl.formatMessage(
          { id: 'facet.weight.between', defaultMessage: '{from}–{to} {unit}' },
          { from, to, unit },
        )
  }
}
