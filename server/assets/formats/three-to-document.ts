import { Document, type Primitive } from '@gltf-transform/core'
import * as three from 'three'
import type { AssetNote } from '#shared/model/asset.ts'
import { AssetFailure, quoted, warning } from '../steps/asset-failure.ts'
import { MAX_DECLARED_BYTES, MAX_DEPTH, MAX_NODES } from '../steps/limits.ts'
import type { ModelFiles } from './model-files.ts'
import { MaterialConverter } from './three-materials.ts'

/** Lists a scene without recursion; loaders build what malformed files tell them to. */
const flatList = (root: three.Object3D): three.Object3D[] => {
  const found: three.Object3D[] = []
  let level = [root]
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new AssetFailure('too_deep', { depth, limit: MAX_DEPTH })
    found.push(...level)
    if (found.length > MAX_NODES)
      throw new AssetFailure('too_many_nodes', { nodes: found.length, limit: MAX_NODES })
    level = level.flatMap((object) => object.children)
  }
  return found
}

/** Positions in the pose of the file: skeletons and morph targets are applied, since stands show models still. */
const posedPositions = (mesh: three.Mesh, count: number): Float32Array<ArrayBuffer> => {
  const positions = new Float32Array(count * 3)
  const point = new three.Vector3()
  for (let i = 0; i < count; i++) mesh.getVertexPosition(i, point).toArray(positions, i * 3)
  return positions
}

const copyAttribute = (
  source: three.BufferAttribute | three.InterleavedBufferAttribute,
  size: number,
): Float32Array<ArrayBuffer> => {
  const values = new Float32Array(source.count * size)
  for (let i = 0; i < source.count; i++) {
    for (let k = 0; k < size; k++) values[i * size + k] = source.getComponent(i, k)
  }
  return values
}

const isPosed = (mesh: three.Mesh): boolean =>
  mesh instanceof three.SkinnedMesh || (mesh.morphTargetInfluences ?? []).some((share) => share !== 0)

const addAttributes = (document: Document, primitive: Primitive, mesh: three.Mesh): void => {
  const { geometry } = mesh
  const add = (values: Float32Array<ArrayBuffer>, semantic: string): void => {
    const type = semantic === 'TEXCOORD_0' ? 'VEC2' : 'VEC3'
    primitive.setAttribute(semantic, document.createAccessor().setType(type).setArray(values))
  }
  const { position, normal, uv, color } = geometry.attributes
  if (position === undefined) return
  add(isPosed(mesh) ? posedPositions(mesh, position.count) : copyAttribute(position, 3), 'POSITION')
  if (normal !== undefined && normal.count === position.count && !isPosed(mesh))
    add(copyAttribute(normal, 3), 'NORMAL')
  if (uv !== undefined && uv.count === position.count) {
    const flipped = copyAttribute(uv, 2)
    for (let i = 1; i < flipped.length; i += 2) flipped[i] = 1 - (flipped[i] ?? 0)
    add(flipped, 'TEXCOORD_0')
  }
  if (color !== undefined && color.count === position.count) add(copyAttribute(color, 3), 'COLOR_0')
}

const groupIndices = (
  geometry: three.BufferGeometry,
  start: number,
  count: number,
): Uint32Array<ArrayBuffer> => {
  const vertices = geometry.attributes.position?.count ?? 0
  const index = geometry.getIndex()
  const end = Math.min(start + count, index?.count ?? vertices)
  const indices: number[] = []
  for (let i = Math.max(0, start); i + 2 < end; i += 3) {
    const corners = [i, i + 1, i + 2].map((at) => index?.getX(at) ?? at)
    if (corners.every((corner) => corner < vertices)) indices.push(...corners)
  }
  return new Uint32Array(indices)
}

const convertMesh = async (
  document: Document,
  mesh: three.Mesh,
  materials: MaterialConverter,
): Promise<void> => {
  const { geometry } = mesh
  const vertices = geometry.attributes.position?.count ?? 0
  if (vertices === 0 || !mesh.visible) return
  const list = Array.isArray(mesh.material) ? mesh.material : [mesh.material]
  const whole = { start: 0, count: Infinity, materialIndex: 0 }
  const groups = geometry.groups.length > 0 && Array.isArray(mesh.material) ? geometry.groups : [whole]
  const target = document.createMesh(mesh.name)
  const shared = document.createPrimitive()
  addAttributes(document, shared, mesh)
  for (const { start, count, materialIndex } of groups) {
    const indices = groupIndices(geometry, start, count)
    if (indices.length === 0) continue
    const primitive = shared.clone().setIndices(document.createAccessor().setType('SCALAR').setArray(indices))
    const material = list[materialIndex ?? 0] ?? list[0]
    if (material !== undefined) primitive.setMaterial(await materials.convert(material))
    target.addPrimitive(primitive)
  }
  shared.dispose()
  const matrix = mesh.matrixWorld.elements
  if (!matrix.every(Number.isFinite)) throw new AssetFailure('positions_not_finite', { count: vertices })
  const node = document
    .createNode(mesh.name)
    .setMesh(target)
    .setMatrix([...matrix])
  const { userData } = mesh
  if (Object.keys(userData).length > 0 && isPlainData(userData)) node.setExtras(userData)
  document.getRoot().getDefaultScene()?.addChild(node)
}

const isPlainData = (value: Record<string, unknown>): boolean =>
  Object.values(value).every((entry) => ['string', 'number', 'boolean'].includes(typeof entry))

/** Turns what one of three's loaders made into a glTF document, textures from the package. */
export const documentOfThree = async (
  root: three.Object3D,
  files: ModelFiles,
): Promise<{ document: Document; notes: AssetNote[] }> => {
  const objects = flatList(root)
  root.updateMatrixWorld(true)
  const document = new Document()
  document.createBuffer()
  document.getRoot().setDefaultScene(document.createScene())
  const materials = new MaterialConverter(document, files)
  const notes: AssetNote[] = []
  let bytes = 0
  let lines = 0
  let posed = 0
  for (const object of objects) {
    if (object instanceof three.Line || object instanceof three.Points) lines += 1
    if (!(object instanceof three.Mesh)) continue
    bytes += (object.geometry.attributes.position?.count ?? 0) * 32
    if (bytes > MAX_DECLARED_BYTES)
      throw new AssetFailure('declared_too_large', { mb: bytes / 2 ** 20, limitMb: 256 })
    if (isPosed(object)) posed += 1
    await convertMesh(document, object, materials)
  }
  if (posed > 0) notes.push({ level: 'info', code: 'skin_baked', values: { count: posed } })
  if (lines > 0) notes.push(warning('lines_removed', { count: lines }))
  if (root.animations.length > 0) notes.push(warning('animation_removed', { count: root.animations.length }))
  if (materials.missing.size > 0) {
    const names = quoted([...materials.missing].join(', '))
    notes.push(warning('textures_missing', { count: materials.missing.size, names }))
  }
  return { document, notes }
}
