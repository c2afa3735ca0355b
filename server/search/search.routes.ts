import type { searchRoutes } from '#shared/protocol/search.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { SearchService } from './search.service.ts'

export const searchHandlers = (search: SearchService): RouteHandlers<typeof searchRoutes> => ({
  searchProducts: (_context, { query }) => search.searchProducts(query),
  searchExhibitors: (_context, { query }) => search.searchExhibitors(query),
})
