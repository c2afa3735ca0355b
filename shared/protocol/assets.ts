import { z } from 'zod'
import { AssetState, AssetVersion } from '../model/asset.ts'
import { Id, Instant } from '../model/ids.ts'
import { defineFact, defineRoute } from './define.ts'

/** Where resumable uploads (tus 1.0) go; metadata: `productId`, `fileName`. */
export const UPLOAD_PATH = '/files'

const productParams = z.object({ productId: Id })

export const AssetEntry = AssetVersion.extend({
  createdAt: Instant,
  bytes: z.int(),
  /** True for the version that visitors see. */
  current: z.boolean(),
})
export type AssetEntry = z.infer<typeof AssetEntry>

export const assetRoutes = {
  listAssets: defineRoute({
    method: 'GET',
    path: '/api/products/:productId/assets',
    summary: 'Versions of a product’s model, newest first',
    params: productParams,
    reply: z.object({ versions: z.array(AssetEntry) }),
    errors: ['not_found'],
    action: 'asset:read',
    target: 'product',
  }),
  useAsset: defineRoute({
    method: 'PUT',
    path: '/api/products/:productId/assets/:assetId/current',
    summary: 'Go back (or forward) to a version that is ready',
    params: productParams.extend({ assetId: Id }),
    reply: z.object({ versions: z.array(AssetEntry) }),
    errors: ['not_found', 'conflict'],
    action: 'asset:edit',
    target: 'product',
  }),
  retryAsset: defineRoute({
    method: 'POST',
    path: '/api/products/:productId/assets/:assetId/retry',
    summary: 'Process a failed upload once more',
    params: productParams.extend({ assetId: Id }),
    reply: z.object({ versions: z.array(AssetEntry) }),
    errors: ['not_found', 'conflict'],
    action: 'asset:edit',
    target: 'product',
  }),
}

export const assetFacts = {
  assetProgressed: defineFact({
    name: 'asset:progressed',
    summary: 'How far an upload of the own company is',
    body: z.object({ assetId: Id, productId: Id, status: AssetState }),
  }),
}
