import { z } from 'zod'
import { Id, Instant } from '../model/ids.ts'
import { defineRoute } from './define.ts'
import { FoundProduct } from './search.ts'

/** A product that somebody keeps, with what a list for the office needs. */
export const Favourite = FoundProduct.extend({
  articleNumber: z.string(),
  composition: z.array(z.object({ fibre: z.string(), percent: z.number() })),
  keptAt: Instant,
})
export type Favourite = z.infer<typeof Favourite>

export const favouriteRoutes = {
  listFavourites: defineRoute({
    method: 'GET',
    path: '/api/favourites',
    summary: 'Goods that I keep, newest first; those taken back by their exhibitor are left out',
    reply: z.object({ favourites: z.array(Favourite) }),
    errors: [],
    action: 'favourite:read',
    target: 'self',
  }),
  setFavourite: defineRoute({
    method: 'PUT',
    path: '/api/favourites/:productId',
    summary: 'Keep a product, or no longer; saying the same again changes nothing',
    params: z.object({ productId: Id }),
    body: z.object({ kept: z.boolean() }),
    reply: z.object({ kept: z.boolean() }),
    errors: ['not_found', 'bad_request'],
    action: 'favourite:edit',
    target: 'self',
  }),
}
