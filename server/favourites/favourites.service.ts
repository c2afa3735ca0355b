import type { Favourite } from '#shared/protocol/favourites.ts'
import type { Database } from '../platform/database/database.ts'
import { AppError } from '../platform/errors.ts'
import type { SearchService } from '../search/index.ts'
import { favouritesRepository } from './favourites.repository.ts'

export interface FavouritesParts {
  db: Database
  search: Pick<SearchService, 'listProducts'>
}

export const createFavouritesService = ({ db, search }: FavouritesParts) => {
  const favourites = favouritesRepository(db)
  return {
    async list(ownerId: string): Promise<Favourite[]> {
      const kept = await favourites.list(ownerId)
      const shown = await search.listProducts(kept.map(({ productId }) => productId))
      const byId = new Map(shown.map((product) => [product.id, product]))
      return kept.flatMap(({ productId, createdAt }) => {
        const product = byId.get(productId)
        return product ? [{ ...product, keptAt: createdAt.toISOString() }] : []
      })
    },

    /** Throws `not_found` for goods that visitors don't see; letting go is always allowed. */
    async set(ownerId: string, productId: string, kept: boolean) {
      if (!kept) await favourites.drop(ownerId, productId)
      else if ((await search.listProducts([productId])).length === 0) throw new AppError('not_found')
      else await favourites.keep(ownerId, productId)
      return { kept }
    },

    /** A guest has signed in: what they kept goes with them. */
    adopt: (guestId: string, userId: string) => favourites.move(guestId, userId),
  }
}

export type FavouritesService = ReturnType<typeof createFavouritesService>
