import { USDLoader } from 'three/examples/jsm/loaders/USDLoader.js'
import { AssetFailure, reasonOf } from '../steps/asset-failure.ts'
import type { ImportedModel } from './imported-model.ts'
import type { ModelFiles } from './model-files.ts'
import { documentOfThree } from './three-to-document.ts'

/** USDZ as AR exporters write it; three's loader applies metersPerUnit and the up axis itself. */
export const importUsdz = async (files: ModelFiles): Promise<ImportedModel> => {
  const bytes = await files.read(files.main)
  let group
  try {
    group = new USDLoader().parse(bytes.buffer)
  } catch (error) {
    throw new AssetFailure('import_failed', { format: 'USDZ', reason: reasonOf(error) })
  }
  return { ...(await documentOfThree(group, files)), metresPerUnit: 1 }
}
