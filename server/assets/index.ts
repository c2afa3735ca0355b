export {
  ASSET_QUEUE,
  createAssetsService,
  createModelReader,
  type AssetsService,
  type Process,
} from './assets.service.ts'
export { closePipeline, runPipeline } from './pipeline.ts'
export { createUploads, type Uploads } from './uploads.ts'
export { mediaHandler } from './media.routes.ts'
export { assetsPolicy } from './assets.policy.ts'
export { assetHandlers } from './assets.routes.ts'
export { assetsRepository } from './assets.repository.ts'
