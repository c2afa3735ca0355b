import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Locale } from '#shared/model/text.ts'
import type { RouteCall } from '#shared/protocol/define.ts'
import { favouriteRoutes } from '#shared/protocol/favourites.ts'
import { searchRoutes } from '#shared/protocol/search.ts'
import { call } from '../net/api.ts'
import { productQueryIn, queryIn } from './search-url.ts'

type ProductQuery = NonNullable<RouteCall<typeof searchRoutes.searchProducts>['query']>

const paging = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: { next: string | null }) => next ?? undefined,
  placeholderData: keepPreviousData,
}

/** Goods that an address asks for, page by page. */
export const productsQuery = (search: URLSearchParams, locale: Locale) => {
  const query: ProductQuery = { ...productQueryIn(search), locale }
  return infiniteQueryOptions({
    queryKey: ['search', 'products', query],
    queryFn: ({ pageParam, signal }) =>
      call(searchRoutes.searchProducts, { query: { ...query, after: pageParam } }, signal),
    ...paging,
  })
}

export const EXHIBITOR_LIST_FACETS = ['kind', 'country', 'certificate', 'hall'] as const

export const exhibitorsQuery = (search: URLSearchParams) => {
  const query = queryIn(search, EXHIBITOR_LIST_FACETS)
  return infiniteQueryOptions({
    queryKey: ['search', 'exhibitors', query],
    queryFn: ({ pageParam, signal }) =>
      call(searchRoutes.searchExhibitors, { query: { ...query, after: pageParam } }, signal),
    ...paging,
  })
}

export const favouritesQuery = queryOptions({
  queryKey: ['favourites'],
  queryFn: ({ signal }) => call(favouriteRoutes.listFavourites, {}, signal),
})
