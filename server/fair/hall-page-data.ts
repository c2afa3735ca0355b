import type { RequestHandler } from 'express'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import type { FairService } from './fair.service.ts'

const preload = (address: string) => `<${address}>; rel=preload; as=fetch; crossorigin`

/**
 * Names, in the reply that carries the page of a hall, the data that the page begins with: the browser asks for them
 * beside the code instead of after it. What can't be found out is asked for by the page itself.
 */
export const hallPageData =
  (fair: Pick<FairService, 'hallIdBySlug'>): RequestHandler<{ hallSlug: string }> =>
  async ({ params }, response, next) => {
    const hallId = await fair.hallIdBySlug(params.hallSlug).catch(() => undefined)
    if (hallId !== undefined) {
      const hall = fairRoutes.getHall.path.replace(':hallId', hallId)
      response.append('Link', [accountRoutes.getMe.path, fairRoutes.getFair.path, hall].map(preload))
    }
    next()
  }
