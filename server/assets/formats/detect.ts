import type { AssetReport } from '#shared/model/asset.ts'

export type ModelFormat = AssetReport['format']

const BY_EXTENSION: Record<string, ModelFormat> = {
  glb: 'glb',
  gltf: 'gltf',
  vrm: 'glb',
  obj: 'obj',
  fbx: 'fbx',
  usdz: 'usdz',
}

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase()

/** The model format that a file's name promises. */
export const modelFormatOfName = (name: string): ModelFormat | undefined =>
  name.includes('.') ? BY_EXTENSION[extensionOf(name)] : undefined

const startsWith = (head: Uint8Array, text: string): boolean =>
  Buffer.from(head.subarray(0, text.length)).toString('latin1') === text

/**
 * Tells the format by what the file begins with, and by its name where the beginning says nothing: people rename
 * files, and browsers hand over wrong types. `zip` holds a model with its textures.
 */
export const detectFormat = (fileName: string, head: Uint8Array): ModelFormat | 'zip' | undefined => {
  const named = modelFormatOfName(fileName)
  if (startsWith(head, 'glTF')) return 'glb'
  if (startsWith(head, 'Kaydara FBX Binary')) return 'fbx'
  if (startsWith(head, 'PK')) return named === 'usdz' ? 'usdz' : 'zip'
  if (extensionOf(fileName) === 'zip') return 'zip'
  return named
}
