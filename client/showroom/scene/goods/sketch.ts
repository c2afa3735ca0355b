import { MeshoptSimplifier } from 'meshoptimizer'
import { BufferAttribute, BufferGeometry, Color, type Material, type Texture, Vector2, Vector3 } from 'three'
import { forEachMesh, type LoadedModel } from './model-loader.ts'

/** Texture pixels that a sketch is coloured from: small, so that each stands for a patch of cloth. */
const SAMPLE_PIXELS = 64

/** Vertices that a sketch may have for each of its triangles: cloth shares few of them along its seams. */
export const MOST_VERTICES = 1.5

const point = new Vector3()
const normal = new Vector3()
const uv = new Vector2()
const tint = new Color()
const painted = new Color()

interface Samples {
  readonly data: Uint8ClampedArray
}

/** Readies the simplifier's WebAssembly; sketches can be made once this has resolved. */
export const sketchingReady: Promise<void> = MeshoptSimplifier.ready

/**
 * A model as seen from afar: at most about `triangles` triangles, without textures, its colours sampled into
 * vertices, in the model's own metres. Many of them share one draw call.
 */
export function makeSketch(model: LoadedModel, triangles: number): BufferGeometry {
  const positions: number[] = []
  const normals: number[] = []
  const colors: number[] = []
  const indices: number[] = []
  const samples = new Map<Texture, Samples | null>()
  forEachMesh(model.root, (mesh) => {
    const { geometry } = mesh
    const attribute = geometry.getAttribute('position')
    const ownNormals = geometry.getAttribute('normal')
    const ownUv = geometry.getAttribute('uv')
    const ownColor = geometry.getAttribute('color')
    const share = (geometry.index?.count ?? attribute.count) / 3 / Math.max(1, model.triangles)
    const kept = simplify(geometry, Math.max(8, Math.round(triangles * share)))
    const material = [mesh.material].flat()[0]
    const sampled = material ? sampleMap(material, samples) : null
    const renamed = new Map<number, number>()
    for (const index of kept) {
      let vertex = renamed.get(index)
      if (vertex === undefined) {
        vertex = positions.length / 3
        renamed.set(index, vertex)
        point.fromBufferAttribute(attribute, index).applyMatrix4(mesh.matrixWorld)
        positions.push(point.x, point.y, point.z)
        if (ownNormals) normal.fromBufferAttribute(ownNormals, index).transformDirection(mesh.matrixWorld)
        else normal.set(0, 1, 0)
        normals.push(normal.x, normal.y, normal.z)
        if (ownUv) uv.set(ownUv.getX(index), ownUv.getY(index))
        colorAt(material, sampled, uv)
        // The farthest variant of a model has its colours in its vertices, and no textures at all.
        if (ownColor) tint.multiply(painted.fromBufferAttribute(ownColor, index))
        colors.push(tint.r, tint.g, tint.b)
      }
      indices.push(vertex)
    }
  })
  const sketch = new BufferGeometry()
  sketch.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  sketch.setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3))
  sketch.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3))
  sketch.setIndex(new BufferAttribute(new Uint32Array(indices), 1))
  return sketch
}

function simplify(geometry: BufferGeometry, triangles: number): Uint32Array {
  const attribute = geometry.getAttribute('position')
  const points = new Float32Array(attribute.count * 3)
  for (let at = 0; at < attribute.count; at++) {
    points[at * 3] = attribute.getX(at)
    points[at * 3 + 1] = attribute.getY(at)
    points[at * 3 + 2] = attribute.getZ(at)
  }
  const all = new Uint32Array(geometry.index?.count ?? attribute.count)
  for (let at = 0; at < all.length; at++) all[at] = geometry.index?.getX(at) ?? at
  if (all.length <= triangles * 3) return all
  const [kept] = MeshoptSimplifier.simplify(all, points, 3, triangles * 3, 1, ['Prune'])
  const isSmall = kept.length <= triangles * 3 * 1.2 && new Set(kept).size <= triangles * MOST_VERTICES
  if (isSmall) return kept
  // Seams and loose pieces stop the exact way; from afar the sloppy one looks as good.
  const [sloppy] = MeshoptSimplifier.simplifySloppy(all, points, 3, null, triangles * 3, 1)
  return sloppy.length > 0 ? sloppy : kept
}

function mapOf(material: Material): Texture | null {
  return 'map' in material &&
    typeof material.map === 'object' &&
    material.map !== null &&
    'isTexture' in material.map
    ? (material.map as Texture)
    : null
}

function sampleMap(
  material: Material,
  known: Map<Texture, Samples | null>,
): { texture: Texture; samples: Samples } | null {
  const texture = mapOf(material)
  if (!texture) return null
  let samples = known.get(texture)
  if (samples === undefined) {
    samples = readPixels(texture.image)
    known.set(texture, samples)
  }
  return samples ? { texture, samples } : null
}

function readPixels(image: unknown): Samples | null {
  const drawable =
    image instanceof ImageBitmap || image instanceof HTMLImageElement || image instanceof HTMLCanvasElement
  if (!drawable) return null
  const canvas = document.createElement('canvas')
  canvas.width = SAMPLE_PIXELS
  canvas.height = SAMPLE_PIXELS
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.imageSmoothingQuality = 'medium'
  context.drawImage(image, 0, 0, SAMPLE_PIXELS, SAMPLE_PIXELS)
  return { data: context.getImageData(0, 0, SAMPLE_PIXELS, SAMPLE_PIXELS).data }
}

/** Writes the colour of the cloth at a texture coordinate into `tint`. */
function colorAt(
  material: Material | undefined,
  sampled: { texture: Texture; samples: Samples } | null,
  at: Vector2,
): void {
  tint.set(0xffffff)
  if (sampled) {
    sampled.texture.transformUv(at)
    const x = Math.min(SAMPLE_PIXELS - 1, Math.max(0, Math.floor((at.x - Math.floor(at.x)) * SAMPLE_PIXELS)))
    const y = Math.min(SAMPLE_PIXELS - 1, Math.max(0, Math.floor((at.y - Math.floor(at.y)) * SAMPLE_PIXELS)))
    const start = (y * SAMPLE_PIXELS + x) * 4
    const { data } = sampled.samples
    tint.setRGB(
      (data[start] ?? 255) / 255,
      (data[start + 1] ?? 255) / 255,
      (data[start + 2] ?? 255) / 255,
      'srgb',
    )
  }
  if (material && 'color' in material && material.color instanceof Color) tint.multiply(material.color)
}
