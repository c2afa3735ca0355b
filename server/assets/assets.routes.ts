import type { assetRoutes } from '#shared/protocol/assets.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { AssetsService } from './assets.service.ts'

export const assetHandlers = (assets: AssetsService): RouteHandlers<typeof assetRoutes> => ({
  listAssets: async (_context, { params }) => ({ versions: await assets.list(params.productId) }),
  useAsset: async (_context, { params }) => ({
    versions: await assets.use(params.productId, params.assetId),
  }),
  retryAsset: async (_context, { params }) => ({
    versions: await assets.retry(params.productId, params.assetId),
  }),
})
