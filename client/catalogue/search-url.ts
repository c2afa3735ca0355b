import { ProductSearch, type ProductFacet } from '#shared/protocol/search.ts'

/** Facets of which several values can be chosen; weight is a range. */
export type ListFacet = Exclude<ProductFacet, 'weight'>

export const LIST_FACETS = [
  'kind',
  'material',
  'structure',
  'fibre',
  'country',
  'certificate',
  'hall',
] as const

/** What is chosen in a facet by an address; what no search would accept (an old or a mistyped link) is left out. */
export const chosenIn = (search: URLSearchParams, facet: ListFacet): string[] =>
  (search.get(facet) ?? '')
    .split(',')
    .filter((value) => value !== '' && ProductSearch.shape[facet].safeParse(value).success)

/** The same address with a value of a facet chosen, or no longer. */
export const withToggled = (search: URLSearchParams, facet: ListFacet, value: string): URLSearchParams => {
  const chosen = chosenIn(search, facet)
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
  return withParam(search, facet, next.join(','))
}

/** The same address with a parameter set; an empty one goes. */
export const withParam = (search: URLSearchParams, name: string, value: string): URLSearchParams => {
  const next = new URLSearchParams(search)
  if (value === '') next.delete(name)
  else next.set(name, value)
  return next
}

/** Bounds of mass per area, g/m²: `150-300`, `150-`, `-300`. */
export interface WeightRange {
  from: number | undefined
  to: number | undefined
}

export const weightIn = (search: URLSearchParams): WeightRange => {
  const [, from = '', to = ''] = /^(\d{0,4})-(\d{0,4})$/.exec(search.get('weight') ?? '') ?? []
  const bound = (text: string) => (text === '' || Number(text) > 2000 ? undefined : Number(text))
  return { from: bound(from), to: bound(to) }
}

export const withWeight = (search: URLSearchParams, { from, to }: WeightRange): URLSearchParams =>
  withParam(search, 'weight', from === undefined && to === undefined ? '' : `${from ?? ''}-${to ?? ''}`)

/** Everything chosen in these facets is let go; the words and the order stay. */
export const withoutChoices = (search: URLSearchParams): URLSearchParams =>
  [...LIST_FACETS, 'weight'].reduce((next, name) => withParam(next, name, ''), search)

export const choiceCount = (search: URLSearchParams, facets: readonly ProductFacet[]): number => {
  const { from, to } = weightIn(search)
  const weight = facets.includes('weight') && (from !== undefined || to !== undefined) ? 1 : 0
  return LIST_FACETS.filter((facet) => facets.includes(facet)).reduce(
    (sum, facet) => sum + chosenIn(search, facet).length,
    weight,
  )
}

const sortIn = (search: URLSearchParams) => {
  const parsed = ProductSearch.shape.sort.safeParse(search.get('sort') ?? undefined)
  return parsed.success ? parsed.data : 'relevance'
}

/** An address as the query of a search; an empty choice is no parameter. */
export const queryIn = (search: URLSearchParams, facets: readonly ListFacet[]) => {
  const text = (search.get('q') ?? '').trim().slice(0, 200)
  const lists = Object.fromEntries(
    facets.flatMap((facet) => {
      const chosen = chosenIn(search, facet).join(',')
      return chosen ? [[facet, chosen]] : []
    }),
  )
  return { ...lists, ...(text && { text }) }
}

export const productQueryIn = (search: URLSearchParams) => {
  const { from, to } = weightIn(search)
  return {
    ...queryIn(search, LIST_FACETS),
    ...(from !== undefined && { weightFrom: from }),
    ...(to !== undefined && { weightTo: to }),
    sort: sortIn(search),
  }
}
