export { workOnAssets } from './asset-jobs.ts'
export {
  ASSET_QUEUE,
  createAssetsService,
  createModelReader,
  type Process,
  type StoredModel,
} from './assets.service.ts'
export { closePipeline, runPipeline, type PipelineResult } from './pipeline.ts'
export { createSandbox } from './sandbox/sandbox.ts'
export { createUploads, type Uploads } from './uploads.ts'
export { mediaHandler } from './media.routes.ts'
export { assetsPolicy } from './assets.policy.ts'
export { assetHandlers } from './assets.routes.ts'
export { presentVariant } from './assets.presenter.ts'
