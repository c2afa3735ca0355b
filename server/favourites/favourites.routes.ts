import type { favouriteRoutes } from '#shared/protocol/favourites.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { FavouritesService } from './favourites.service.ts'

export const favouriteHandlers = (favourites: FavouritesService): RouteHandlers<typeof favouriteRoutes> => ({
  listFavourites: async ({ principal }) => ({ favourites: await favourites.list(principal.id) }),
  setFavourite: ({ principal }, { params, body }) =>
    favourites.set(principal.id, params.productId, body.kept),
})
