import type { Accessor, Document, mat4, Material, Node, Primitive, Scene } from '@gltf-transform/core'
import { uninstance } from '@gltf-transform/functions'
import { AssetFailure } from './asset-failure.ts'
import { MAX_DRAWN_TRIANGLES } from './limits.ts'
import { posePositions } from './pose.ts'
import type { Floats, Part, Solid } from './solid.ts'

const TEXCOORDS = ['TEXCOORD_0', 'TEXCOORD_1', 'TEXCOORD_2', 'TEXCOORD_3']

/** Values as floats, whatever the file stores them as. */
const floatsOf = (accessor: Accessor, size: number): Floats => {
  const count = accessor.getCount()
  const array = accessor.getArray()
  if (array instanceof Float32Array && array.length === count * size) return new Float32Array(array)
  const values = new Float32Array(count * size)
  const element: number[] = []
  for (let i = 0; i < count; i++) {
    accessor.getElement(i, element)
    for (let k = 0; k < size; k++) values[i * size + k] = element[k] ?? 1
  }
  return values
}

const transformPoints = (values: Floats, m: mat4): void => {
  for (let i = 0; i < values.length; i += 3) {
    const [x, y, z] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0]
    values[i] = m[0] * x + m[4] * y + m[8] * z + m[12]
    values[i + 1] = m[1] * x + m[5] * y + m[9] * z + m[13]
    values[i + 2] = m[2] * x + m[6] * y + m[10] * z + m[14]
  }
}

const determinant = (m: mat4): number =>
  m[0] * (m[5] * m[10] - m[6] * m[9]) -
  m[4] * (m[1] * m[10] - m[2] * m[9]) +
  m[8] * (m[1] * m[6] - m[2] * m[5])

/** Normals take the cofactors of the matrix: its inverse transpose but for length, and defined where it is flat. */
const transformNormals = (values: Floats, m: mat4): void => {
  const sign = determinant(m) < 0 ? -1 : 1
  const c = [
    m[5] * m[10] - m[6] * m[9], m[6] * m[8] - m[4] * m[10], m[4] * m[9] - m[5] * m[8],
    m[2] * m[9] - m[1] * m[10], m[0] * m[10] - m[2] * m[8], m[1] * m[8] - m[0] * m[9],
    m[1] * m[6] - m[2] * m[5], m[2] * m[4] - m[0] * m[6], m[0] * m[5] - m[1] * m[4],
  ] as const // prettier-ignore
  for (let i = 0; i < values.length; i += 3) {
    const [x, y, z] = [values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0]
    const nx = sign * (c[0] * x + c[1] * y + c[2] * z)
    const ny = sign * (c[3] * x + c[4] * y + c[5] * z)
    const nz = sign * (c[6] * x + c[7] * y + c[8] * z)
    const length = Math.hypot(nx, ny, nz) || 1
    values[i] = nx / length
    values[i + 1] = ny / length
    values[i + 2] = nz / length
  }
}

const indicesOf = (primitive: Primitive, vertices: number, isMirrored: boolean): Uint32Array<ArrayBuffer> => {
  const source = primitive.getIndices()?.getArray() ?? null
  const indices =
    source === null ? Uint32Array.from({ length: vertices }, (_, i) => i) : new Uint32Array(source)
  const whole = indices.subarray(0, indices.length - (indices.length % 3))
  if (isMirrored) {
    for (let i = 0; i + 2 < whole.length; i += 3)
      [whole[i + 1], whole[i + 2]] = [whole[i + 2] ?? 0, whole[i + 1] ?? 0]
  }
  return new Uint32Array(whole)
}

type LoosePart = Omit<Part, 'normals'> & { normals: Floats | undefined }

const bakePrimitive = (primitive: Primitive, node: Node, world: mat4): LoosePart | undefined => {
  const position = primitive.getAttribute('POSITION')
  if (position === null) return undefined
  const positions = floatsOf(position, 3)
  const isPosed = posePositions(primitive, node, positions)
  // The pose of a skin is given in the world already (glTF 2.0, 3.7.3.3).
  const isSkinned = isPosed && node.getSkin() !== null
  if (!isSkinned) transformPoints(positions, world)
  const normal = isPosed ? null : primitive.getAttribute('NORMAL')
  const normals = normal === null ? undefined : floatsOf(normal, 3)
  if (normals !== undefined) transformNormals(normals, world)
  const texCoords: Floats[] = []
  for (const semantic of TEXCOORDS) {
    const accessor = primitive.getAttribute(semantic)
    if (accessor === null) break
    texCoords.push(floatsOf(accessor, 2))
  }
  const colour = primitive.getAttribute('COLOR_0')
  return {
    material: primitive.getMaterial(),
    positions,
    normals,
    texCoords,
    colours: colour === null ? undefined : floatsOf(colour, 4),
    indices: indicesOf(primitive, position.getCount(), !isSkinned && determinant(world) < 0),
  }
}

const mergeKey = (part: LoosePart, materials: Map<Material | null, number>): string => {
  if (!materials.has(part.material)) materials.set(part.material, materials.size)
  const id = materials.get(part.material) ?? 0
  return `${id}/${part.texCoords.length}/${part.normals !== undefined}/${part.colours !== undefined}`
}

const concatFloats = (arrays: readonly Floats[]): Floats => {
  const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const array of arrays) {
    all.set(array, at)
    at += array.length
  }
  return all
}

const merge = (parts: readonly LoosePart[]): LoosePart | undefined => {
  const [first] = parts
  if (first === undefined || parts.length === 1) return first
  const indices = new Uint32Array(parts.reduce((sum, part) => sum + part.indices.length, 0))
  let at = 0
  let base = 0
  for (const part of parts) {
    for (const index of part.indices) indices[at++] = base + index
    base += part.positions.length / 3
  }
  const optional = (pick: (part: LoosePart) => Floats | undefined): Floats | undefined =>
    pick(first) === undefined
      ? undefined
      : concatFloats(parts.map((part) => pick(part) ?? new Float32Array(0)))
  return {
    material: first.material,
    positions: concatFloats(parts.map((part) => part.positions)),
    normals: optional((part) => part.normals),
    texCoords: first.texCoords.map((_, n) =>
      concatFloats(parts.map((part) => part.texCoords[n] ?? new Float32Array(0))),
    ),
    colours: optional((part) => part.colours),
    indices,
  }
}

const sceneOf = (document: Document): Scene => {
  const root = document.getRoot()
  const scene = root.getDefaultScene() ?? root.listScenes()[0]
  if (scene !== undefined) return scene
  const made = document.createScene()
  for (const node of root.listNodes()) if (node.getParentNode() === null) made.addChild(node)
  return made
}

/** Extras of nodes and meshes outlive their merging, under the name of what they belonged to. */
const collectExtras = (document: Document, scene: Scene): Record<string, unknown> => {
  const root = document.getRoot()
  const extras: Record<string, unknown> = { ...root.getExtras(), ...scene.getExtras() }
  const merged: Record<string, unknown> = {}
  for (const property of [...root.listNodes(), ...root.listMeshes()]) {
    const own = property.getExtras()
    if (Object.keys(own).length > 0) merged[property.getName() || `#${Object.keys(merged).length}`] = own
  }
  return Object.keys(merged).length > 0 ? { ...extras, parts: merged } : extras
}

export type Baked = Omit<Solid, 'parts'> & { parts: LoosePart[] }

/** Applies all transforms, skins and morphs, and merges what shares a material: a draw call each remains. */
export const bake = async (document: Document): Promise<Baked> => {
  await document.transform(uninstance())
  const scene = sceneOf(document)
  const materials = new Map<Material | null, number>()
  const groups = new Map<string, LoosePart[]>()
  let triangles = 0
  scene.traverse((node) => {
    const world = node.getWorldMatrix()
    for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
      const part = bakePrimitive(primitive, node, world)
      if (part === undefined || part.indices.length === 0) continue
      triangles += part.indices.length / 3
      if (triangles > MAX_DRAWN_TRIANGLES) {
        throw new AssetFailure('too_many_triangles', { triangles, limit: MAX_DRAWN_TRIANGLES })
      }
      const key = mergeKey(part, materials)
      groups.set(key, [...(groups.get(key) ?? []), part])
    }
  })
  const parts = [...groups.values()].map(merge).filter((part) => part !== undefined)
  if (parts.length === 0) throw new AssetFailure('no_geometry')
  return { document, parts, extras: collectExtras(document, scene) }
}
