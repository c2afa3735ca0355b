import { MeshoptDecoder } from 'meshoptimizer'
import {
  Box3,
  type BufferGeometry,
  type Material,
  Mesh,
  MeshLambertMaterial,
  MeshStandardMaterial,
  type Object3D,
  type Texture,
  Vector3,
} from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'

/** A model as it came, ready to be placed; shared by every place that shows the same file. */
export interface LoadedModel {
  readonly root: Object3D
  readonly box: Box3
  readonly triangles: number
  readonly drawCalls: number
  /** What it holds on the graphics card, estimated. */
  readonly bytes: number
  readonly textures: readonly Texture[]
  /** Its materials without gloss, made when first asked for. */
  readonly plain: Map<Material, Material>
}

let loader: GLTFLoader | null = null

function sharedLoader(): GLTFLoader {
  loader ??= new GLTFLoader().setMeshoptDecoder(MeshoptDecoder)
  return loader
}

/**
 * Fetches a GLB and makes it ready.
 * @throws when it can't be fetched or isn't a GLB that this browser can show
 */
export async function loadModel(
  url: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<LoadedModel> {
  const response = await fetch(url, { signal, credentials: 'same-origin' })
  if (!response.ok) throw new Error(`model ${response.status}`)
  const data = await response.arrayBuffer()
  onBytes(data.byteLength)
  const gltf = await sharedLoader().parseAsync(data, '')
  return prepareModel(gltf.scene)
}

function isMesh(object: Object3D): object is Mesh<BufferGeometry, Material | Material[]> {
  return object instanceof Mesh
}

/** Visits every mesh of a model. */
export function forEachMesh(
  root: Object3D,
  visit: (mesh: Mesh<BufferGeometry, Material | Material[]>) => void,
): void {
  root.traverse((object) => {
    if (isMesh(object)) visit(object)
  })
}

/** Textures of a material, whatever they are called. */
function texturesOf(material: Material): Texture[] {
  return Object.values(material).filter(
    (value: unknown): value is Texture => typeof value === 'object' && value !== null && 'isTexture' in value,
  )
}

function prepareModel(root: Object3D): LoadedModel {
  root.updateMatrixWorld(true)
  const textures = new Set<Texture>()
  let triangles = 0
  let drawCalls = 0
  let bytes = 0
  forEachMesh(root, (mesh) => {
    const { geometry } = mesh
    triangles += (geometry.index?.count ?? geometry.getAttribute('position').count) / 3
    drawCalls += 1
    for (const attribute of Object.values(geometry.attributes)) bytes += attribute.array.byteLength
    bytes += geometry.index?.array.byteLength ?? 0
    mesh.receiveShadow = true
    for (const material of [mesh.material].flat()) {
      if (
        'transmission' in material &&
        typeof material.transmission === 'number' &&
        material.transmission > 0
      ) {
        // Real transmission draws the whole hall a second time; sheer goods are blended instead.
        material.opacity = Math.min(material.opacity, 1 - material.transmission * 0.5)
        material.transparent = true
        material.transmission = 0
      }
      for (const texture of texturesOf(material)) textures.add(texture)
    }
  })
  for (const texture of textures) bytes += textureBytes(texture)
  const box = new Box3().setFromObject(root, true)
  if (box.isEmpty()) box.set(new Vector3(-0.1, 0, -0.1), new Vector3(0.1, 0.2, 0.1))
  return { root, box, triangles, drawCalls, bytes, textures: [...textures], plain: new Map() }
}

function textureBytes(texture: Texture): number {
  const image: unknown = texture.image
  if (typeof image !== 'object' || image === null || !('width' in image) || !('height' in image)) return 0
  // Four bytes a texel, a third more for mips.
  return typeof image.width === 'number' && typeof image.height === 'number'
    ? (image.width * image.height * 16) / 3
    : 0
}

/** The same cloth without gloss: its colours and weave, at a fraction of the shading. */
export function plainMaterial(model: LoadedModel, material: Material): Material {
  if (!(material instanceof MeshStandardMaterial)) return material
  const known = model.plain.get(material)
  if (known) return known
  const { color, map, aoMap, side, transparent, opacity, alphaTest, vertexColors, emissive, emissiveMap } =
    material
  const made = new MeshLambertMaterial({
    color, map, aoMap, side, transparent, opacity, alphaTest, vertexColors, emissive, emissiveMap,
  }) // prettier-ignore
  model.plain.set(material, made)
  return made
}

/** Frees geometry, materials and textures. */
export function disposeModel(model: LoadedModel): void {
  forEachMesh(model.root, (mesh) => {
    mesh.geometry.dispose()
    for (const material of [mesh.material].flat()) material.dispose()
  })
  for (const material of model.plain.values()) material.dispose()
  for (const texture of model.textures) {
    texture.dispose()
    const image: unknown = texture.image
    if (typeof ImageBitmap !== 'undefined' && image instanceof ImageBitmap) image.close()
  }
}
