import type { RawGltf } from '../formats/gltf-container.ts'
import { readImageHeader } from '../formats/image-header.ts'
import { type ModelFiles, resolveUri } from '../formats/model-files.ts'
import { AssetFailure, quoted } from './asset-failure.ts'
import { GltfOutline, GpuInstancing, MeshoptView } from './gltf-schema.ts'
import * as limit from './limits.ts'
import { checkNodes } from './precheck-nodes.ts'

const MEGABYTE = 2 ** 20
const COMPONENT_BYTES: Record<number, number> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 }
const ELEMENT_COMPONENTS: Record<string, number> = {
  SCALAR: 1,
  VEC2: 2,
  VEC3: 3,
  VEC4: 4,
  MAT2: 4,
  MAT3: 9,
  MAT4: 16,
}

const parseOutline = (json: unknown): GltfOutline => {
  const parsed = GltfOutline.safeParse(json)
  if (parsed.success) {
    const { version } = parsed.data.asset
    if (!version.startsWith('2.')) throw new AssetFailure('gltf_version', { version: quoted(version) })
    return parsed.data
  }
  const where = parsed.error.issues[0]?.path.map(String).join('/') ?? ''
  throw new AssetFailure('gltf_structure', { where: quoted(`/${where}`) })
}

/** Accessors of Draco primitives have no buffer view and still no zeros to allocate. */
const dracoAccessors = (gltf: GltfOutline): Set<number> => {
  const compressed = new Set<number>()
  for (const primitive of (gltf.meshes ?? []).flatMap((mesh) => mesh.primitives)) {
    if (primitive.extensions?.KHR_draco_mesh_compression === undefined) continue
    for (const accessor of Object.values(primitive.attributes)) compressed.add(accessor)
    if (primitive.indices !== undefined) compressed.add(primitive.indices)
  }
  return compressed
}

const checkDeclaredSizes = (gltf: GltfOutline): void => {
  const draco = dracoAccessors(gltf)
  let declared = 0
  let implied = 0
  for (const [index, accessor] of (gltf.accessors ?? []).entries()) {
    const components = ELEMENT_COMPONENTS[accessor.type] ?? 16
    const bytes = accessor.count * components * (COMPONENT_BYTES[accessor.componentType] ?? 8)
    declared += bytes
    if (accessor.bufferView === undefined && !draco.has(index)) implied += bytes
    if (accessor.sparse !== undefined && accessor.sparse.count > accessor.count) {
      throw new AssetFailure('gltf_structure', { where: `/accessors/${index}/sparse/count` })
    }
  }
  for (const view of gltf.bufferViews ?? []) {
    const packed = view.extensions?.EXT_meshopt_compression ?? view.extensions?.KHR_meshopt_compression
    const meshopt = MeshoptView.safeParse(packed)
    if (meshopt.success) declared += meshopt.data.count * meshopt.data.byteStride
  }
  for (const [bytes, most] of [
    [declared, limit.MAX_DECLARED_BYTES],
    [implied, limit.MAX_IMPLIED_BYTES],
  ] as const) {
    if (bytes > most) {
      const mb = Math.ceil(bytes / MEGABYTE)
      throw new AssetFailure('declared_too_large', { mb, limitMb: most / MEGABYTE })
    }
  }
}

const countTriangles = (gltf: GltfOutline): number => {
  const countOf = (accessor: number | undefined): number =>
    accessor === undefined ? 0 : (gltf.accessors?.[accessor]?.count ?? 0)
  const perMesh = (gltf.meshes ?? []).map((mesh) =>
    mesh.primitives.reduce(
      (sum, { indices, attributes }) => sum + countOf(indices ?? attributes.POSITION) / 3,
      0,
    ),
  )
  let triangles = 0
  for (const node of gltf.nodes ?? []) {
    if (node.mesh === undefined) continue
    const instancing = GpuInstancing.safeParse(node.extensions?.EXT_mesh_gpu_instancing)
    const copies = instancing.success
      ? Math.max(1, ...Object.values(instancing.data.attributes).map(countOf))
      : 1
    triangles += (perMesh[node.mesh] ?? 0) * copies
  }
  return Math.round(triangles)
}

const DATA_URI = /^data:[^,]*,/

/** Bytes of a data URI, or of a file in the package. */
export const readUri = async (files: ModelFiles, uri: string): Promise<Uint8Array<ArrayBuffer>> => {
  if (DATA_URI.test(uri)) {
    const comma = uri.indexOf(',')
    const isBase64 = /;base64$/i.test(uri.slice(0, comma))
    if (isBase64) return new Uint8Array(Buffer.from(uri.slice(comma + 1), 'base64'))
    throw new AssetFailure('gltf_structure', { where: quoted(uri.slice(0, 40)) })
  }
  const name = resolveUri(files.main, uri)
  if (!files.names.includes(name)) throw new AssetFailure('missing_file', { name: quoted(name) })
  return files.read(name)
}

/** Refuses a picture that would exhaust memory when decoded. */
export const checkPicture = (name: string, bytes: Uint8Array): void => {
  const header = readImageHeader(bytes)
  if (header === undefined) return
  const pixels = header.width * header.height
  if (pixels > limit.MAX_IMAGE_PIXELS) {
    const megapixels = Math.round(pixels / 1e6)
    throw new AssetFailure('image_too_large', {
      name: quoted(name),
      megapixels,
      limit: Math.floor(limit.MAX_IMAGE_PIXELS / 1e6),
    })
  }
}

const checkPictures = async (gltf: GltfOutline, raw: RawGltf, files: ModelFiles): Promise<void> => {
  for (const [index, image] of (gltf.images ?? []).entries()) {
    if (image.uri !== undefined) {
      const name = DATA_URI.test(image.uri) ? `#${index}` : image.uri
      // A missing picture is reported later and replaced by none; a path that leads outside is refused here.
      if (!DATA_URI.test(image.uri) && !files.names.includes(resolveUri(files.main, image.uri))) continue
      checkPicture(name, await readUri(files, image.uri))
      continue
    }
    const view = image.bufferView === undefined ? undefined : gltf.bufferViews?.[image.bufferView]
    if (view === undefined) continue
    const buffer = gltf.buffers?.[view.buffer]
    const bytes = buffer?.uri === undefined ? raw.bin : await readUri(files, buffer.uri)
    if (bytes === undefined) continue
    const from = view.byteOffset ?? 0
    checkPicture(`#${index}`, bytes.subarray(from, from + view.byteLength))
  }
}

/**
 * Looks at a glTF file before any library does, without recursion and without allocating what it declares.
 * @throws AssetFailure for what would exhaust memory, time or the stack, or reach outside the package.
 */
export const precheckGltf = async (raw: RawGltf, files: ModelFiles): Promise<GltfOutline> => {
  const gltf = parseOutline(raw.json)
  checkNodes(gltf)
  checkDeclaredSizes(gltf)
  const triangles = countTriangles(gltf)
  if (triangles > limit.MAX_DRAWN_TRIANGLES) {
    throw new AssetFailure('too_many_triangles', { triangles, limit: limit.MAX_DRAWN_TRIANGLES })
  }
  for (const { uri } of gltf.buffers ?? []) {
    if (uri !== undefined && !DATA_URI.test(uri)) resolveUri(files.main, uri)
  }
  await checkPictures(gltf, raw, files)
  return gltf
}
