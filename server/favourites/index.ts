export { createFavouritesService } from './favourites.service.ts'
export { favouriteHandlers } from './favourites.routes.ts'
export { favouritesPolicy } from './favourites.policy.ts'
export { favouritesRepository } from './favourites.repository.ts'
