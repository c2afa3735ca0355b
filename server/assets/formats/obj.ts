import { LoadingManager } from 'three'
import { MTLLoader } from 'three/examples/jsm/loaders/MTLLoader.js'
import { OBJLoader } from 'three/examples/jsm/loaders/OBJLoader.js'
import { AssetFailure, quoted, reasonOf, warning } from '../steps/asset-failure.ts'
import type { ImportedModel } from './imported-model.ts'
import { findByLooseName, type ModelFiles } from './model-files.ts'
import { documentOfThree } from './three-to-document.ts'

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const libraryNames = (text: string): string[] =>
  [...text.matchAll(/^[ \t]*mtllib[ \t]+(.+?)[ \t\r]*$/gm)].map((match) => match[1] ?? '')

/** OBJ with the MTL files and textures that came with it. OBJ states no unit. */
export const importObj = async (files: ModelFiles): Promise<ImportedModel> => {
  const text = decode(await files.read(files.main))
  const manager = new LoadingManager()
  const loader = new OBJLoader(manager)
  const missing: string[] = []
  const libraries: string[] = []
  for (const written of libraryNames(text)) {
    const name = findByLooseName(files, written)
    if (name === undefined) missing.push(written)
    else libraries.push(decode(await files.read(name)))
  }
  if (libraries.length > 0) {
    try {
      const creator = new MTLLoader(manager).parse(libraries.join('\n'), '')
      creator.preload()
      loader.setMaterials(creator)
    } catch {
      // A model in plain grey with a warning is worth more than none.
      missing.push(...libraryNames(text))
    }
  }
  let group
  try {
    group = loader.parse(text)
  } catch (error) {
    throw new AssetFailure('import_failed', { format: 'OBJ', reason: reasonOf(error) })
  }
  const { document, notes } = await documentOfThree(group, files)
  if (missing.length > 0) {
    notes.unshift(warning('textures_missing', { count: missing.length, names: quoted(missing.join(', ')) }))
  }
  return { document, notes, metresPerUnit: undefined }
}
