import { GLB_BUFFER, type Document, type GLTF } from '@gltf-transform/core'
import { ALL_EXTENSIONS } from '@gltf-transform/extensions'
import type { AssetNote } from '#shared/model/asset.ts'
import { AssetFailure, quoted, warning } from '../steps/asset-failure.ts'
import { GltfOutline } from '../steps/gltf-schema.ts'
import { readUri } from '../steps/precheck.ts'
import type { RawGltf } from './gltf-container.ts'
import { gltfIo } from './gltf-io.ts'
import { readImageHeader } from './image-header.ts'
import type { ImportedModel } from './imported-model.ts'
import type { ModelFiles } from './model-files.ts'

const KNOWN_EXTENSIONS = new Set(ALL_EXTENSIONS.map((extension) => extension.EXTENSION_NAME))

/** Parsed for real by the importer; here only its outline is known to hold. */
const isGltf = (json: unknown): json is GLTF.IGLTF => GltfOutline.safeParse(json).success

const isDataUri = (uri: string): boolean => uri.startsWith('data:')

const collectResources = async (gltf: GltfOutline, raw: RawGltf, files: ModelFiles) => {
  const resources: Record<string, Uint8Array<ArrayBuffer>> = {}
  const missing: string[] = []
  if (raw.bin !== undefined) resources[GLB_BUFFER] = raw.bin
  for (const { uri } of gltf.buffers ?? []) {
    if (uri !== undefined && !isDataUri(uri)) resources[uri] = await readUri(files, uri)
  }
  for (const { uri } of gltf.images ?? []) {
    if (uri === undefined || isDataUri(uri)) continue
    try {
      resources[uri] = await readUri(files, uri)
    } catch (error) {
      if (!(error instanceof AssetFailure) || error.note.code !== 'missing_file') throw error
      missing.push(uri)
      resources[uri] = new Uint8Array(0)
    }
  }
  return { resources, missing }
}

/** A texture that no browser could show from here would only break the page: it goes, and the report says so. */
const dropUnreadableTextures = (document: Document, notes: AssetNote[]): void => {
  const unreadable: string[] = []
  let leftOut = 0
  for (const texture of document.getRoot().listTextures()) {
    const bytes = texture.getImage()
    if (bytes === null || bytes.byteLength === 0) {
      texture.dispose()
      continue
    }
    const type = readImageHeader(bytes)?.type
    if (type === 'png' || type === 'jpeg' || type === 'webp') continue
    if (type === 'ktx2' || texture.getMimeType() === 'image/avif') leftOut += 1
    else unreadable.push(texture.getName() || texture.getURI() || '?')
    texture.dispose()
  }
  if (leftOut > 0) notes.push(warning('texture_left_out', { count: leftOut }))
  const [name] = unreadable
  if (name !== undefined)
    notes.push(warning('texture_unreadable', { count: unreadable.length, name: quoted(name) }))
}

/**
 * Reads pre-checked glTF with all extensions that glTF-Transform knows, Draco and meshopt among them.
 * Errors of the library pass through: the caller names their cause by the validator.
 */
export const importGltf = async (
  gltf: GltfOutline,
  raw: RawGltf,
  files: ModelFiles,
): Promise<ImportedModel> => {
  const notes: AssetNote[] = []
  for (const extension of gltf.extensionsRequired ?? []) {
    if (!KNOWN_EXTENSIONS.has(extension)) {
      throw new AssetFailure('extension_not_supported', { extension: quoted(extension) })
    }
  }
  for (const extension of gltf.extensionsUsed ?? []) {
    if (!KNOWN_EXTENSIONS.has(extension))
      notes.push(warning('unknown_extension', { extension: quoted(extension) }))
  }
  const { resources, missing } = await collectResources(gltf, raw, files)
  if (missing.length > 0) {
    notes.push(warning('textures_missing', { count: missing.length, names: quoted(missing.join(', ')) }))
  }
  const json: unknown = raw.json
  if (!isGltf(json)) throw new AssetFailure('gltf_structure', { where: '/' })
  const io = await gltfIo()
  const document = await io.readJSON({ json, resources })
  dropUnreadableTextures(document, notes)
  return { document, notes, metresPerUnit: undefined }
}
