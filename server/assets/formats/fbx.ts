import { LoadingManager, TextureLoader } from 'three'
import { FBXLoader } from 'three/examples/jsm/loaders/FBXLoader.js'
import { AssetFailure, info, reasonOf, warning } from '../steps/asset-failure.ts'
import type { ImportedModel } from './imported-model.ts'
import type { ModelFiles } from './model-files.ts'
import { documentOfThree } from './three-to-document.ts'

const BINARY_MAGIC = 'Kaydara FBX Binary  '
// three's loader reads binary files from 6400 by its own account, but their 6.x object layout gives no meshes.
const OLDEST_VERSION = 7000

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')

const readVersion = (bytes: Uint8Array): number | undefined => {
  if (latin1(bytes.subarray(0, BINARY_MAGIC.length)) === BINARY_MAGIC) {
    return bytes.length < 27 ? undefined : new DataView(bytes.buffer, bytes.byteOffset).getUint32(23, true)
  }
  const match = /FBXVersion:\s*(\d+)/.exec(latin1(bytes.subarray(0, 4096)))
  return match === null ? undefined : Number(match[1])
}

// Geometry that is drawn as a surface only after conversion, as object kinds in the file.
const CURVE_KINDS = [
  'NurbsCurve',
  'NurbsSurface',
  'NurbsSurf',
  'Nurb',
  'Line',
  'Boundary',
  'TrimNurbs',
  'Patch',
]

const curveKinds = (bytes: Uint8Array): string[] => {
  const text = latin1(bytes)
  return CURVE_KINDS.filter((kind) => new RegExp(`["\\x00]${kind}(?![a-z])`).test(text))
}

const ANIMATION = Buffer.from('AnimationCurve')
const IGNORED = Buffer.from('IgnoredByStill')

/**
 * Models stand still here, and three's loader fails on animations that other readers accept: renaming the curves,
 * letter for letter, makes it pass over them. Returns how many there were.
 */
const hideAnimations = (bytes: Uint8Array<ArrayBuffer>): number => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let found = 0
  for (let at = buffer.indexOf(ANIMATION); at !== -1; at = buffer.indexOf(ANIMATION, at + ANIMATION.length)) {
    IGNORED.copy(buffer, at)
    found += 1
  }
  return found
}

/** Without a loader of its own for TGA, three's FBX loader skips such pictures. */
const manager = (): LoadingManager => {
  const made = new LoadingManager()
  return made.addHandler(/\.tga$/i, new TextureLoader(made))
}

/** three asks the window for the aspect of cameras, which are not used here. */
const withWindow = <T>(run: () => T): T => {
  Reflect.set(globalThis, 'window', { innerWidth: 3, innerHeight: 4 })
  try {
    return run()
  } finally {
    Reflect.deleteProperty(globalThis, 'window')
  }
}

/**
 * FBX 7.0 and later, ASCII or binary. The unit is UnitScaleFactor in centimetres.
 * @throws AssetFailure `fbx_version`, `only_curves`, `import_failed`.
 */
export const importFbx = async (files: ModelFiles): Promise<ImportedModel> => {
  const bytes = await files.read(files.main)
  const version = readVersion(bytes)
  if (version === undefined)
    throw new AssetFailure('import_failed', { format: 'FBX', reason: 'no FBX version' })
  if (version < OLDEST_VERSION) throw new AssetFailure('fbx_version', { version })
  const kinds = curveKinds(bytes)
  const animations = hideAnimations(bytes)
  let group
  try {
    group = withWindow(() => new FBXLoader(manager()).parse(bytes.buffer, ''))
  } catch (error) {
    if (kinds.length > 0 && !/"Mesh"|\0Mesh/.test(latin1(bytes))) {
      throw new AssetFailure('only_curves', { version, kinds: kinds.join(', ') })
    }
    throw new AssetFailure('import_failed', { format: 'FBX', reason: reasonOf(error) })
  }
  const stated: unknown = group.userData.unitScaleFactor
  const scale = typeof stated === 'number' && Number.isFinite(stated) && stated > 0 ? stated : 1
  const { document, notes } = await documentOfThree(group, files)
  if (document.getRoot().listMeshes().length === 0) {
    if (kinds.length > 0) throw new AssetFailure('only_curves', { version, kinds: kinds.join(', ') })
  }
  const unit =
    scale === 1 ? 'cm' : scale === 100 ? 'm' : scale === 0.1 ? 'mm' : scale === 2.54 ? 'in' : `${scale} cm`
  if (animations > 0) notes.push(warning('animation_removed', { count: animations }))
  notes.unshift(info('unit_from_file', { unit }))
  return { document, notes, metresPerUnit: scale / 100 }
}
