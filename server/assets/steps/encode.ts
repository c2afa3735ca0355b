import { Document, Logger, Material, type Property } from '@gltf-transform/core'
import { dedup, mergeDocuments, meshopt, prune, unpartition } from '@gltf-transform/functions'
import { KHRMaterialsVariants } from '@gltf-transform/extensions'
import { MeshoptEncoder } from 'meshoptimizer'
import { gltfIo } from '../formats/gltf-io.ts'
import type { Part, Solid } from './solid.ts'
import { textureLays } from './texture-lay.ts'
import { fitTexCoords, texCoordBits, usedTexCoords } from './texcoords.ts'
import { encodeTextures, type TextureOptions } from './textures.ts'

export type EncodeOptions = {
  textures: TextureOptions
  positionBits: number
  normalBits: number
  /** Keeps only the colour texture: from afar nothing else shows. */
  colourOnly?: boolean
}

/** Only materials and textures of a document, for variants to be built from. */
export const stripToMaterials = (document: Document): void => {
  const root = document.getRoot()
  const rest = [
    ...root.listAnimations(), ...root.listSkins(), ...root.listCameras(), ...root.listScenes(), ...root.listNodes(),
    ...root.listMeshes(), ...root.listAccessors(), ...root.listBuffers(),
  ] // prettier-ignore
  for (const property of rest) property.dispose()
  for (const extension of root.listExtensionsUsed()) {
    if (extension instanceof KHRMaterialsVariants || !extension.extensionName.startsWith('KHR_'))
      extension.dispose()
    else if (/draco|mesh|accessor|lights|node|xmp|basisu/i.test(extension.extensionName)) extension.dispose()
  }
}

const addPart = (document: Document, part: Part, material: Material | null): void => {
  const root = document.getRoot()
  const buffer = root.listBuffers()[0] ?? document.createBuffer()
  const mesh = root.listMeshes()[0] ?? document.createMesh('model')
  const accessor = (
    type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4',
    array: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
  ) => document.createAccessor().setType(type).setArray(array).setBuffer(buffer)
  const primitive = document
    .createPrimitive()
    .setMaterial(material)
    .setIndices(accessor('SCALAR', part.indices))
    .setAttribute('POSITION', accessor('VEC3', part.positions))
    .setAttribute('NORMAL', accessor('VEC3', part.normals))
  part.texCoords.forEach((values, set) => primitive.setAttribute(`TEXCOORD_${set}`, accessor('VEC2', values)))
  if (part.colours !== undefined) primitive.setAttribute('COLOR_0', accessor('VEC4', part.colours))
  mesh.addPrimitive(primitive)
}

const keepColourOnly = (material: Material): void => {
  material.setNormalTexture(null).setOcclusionTexture(null).setMetallicRoughnessTexture(null)
  for (const extension of material.listExtensions()) {
    if (!/sheen|unlit|transmission/i.test(extension.extensionName))
      material.setExtension(extension.extensionName, null)
  }
}

const mapped = (map: Map<Property, Property>, material: Material | null): Material | null => {
  const copy = material === null ? undefined : map.get(material)
  return copy instanceof Material ? copy : null
}

/** Builds a GLB from parts: textures as WebP, geometry quantised and packed by meshopt. */
export const encodeGlb = async (
  solid: Solid,
  parts: readonly Part[],
  options: EncodeOptions,
): Promise<Uint8Array<ArrayBuffer>> => {
  await MeshoptEncoder.ready
  const document = new Document()
  document.setLogger(new Logger(Logger.Verbosity.SILENT))
  const map = mergeDocuments(document, solid.document)
  if (options.colourOnly === true) document.getRoot().listMaterials().forEach(keepColourOnly)
  const taken = new Set<Material>()
  const placed: Part[] = []
  for (const part of parts) {
    let material = mapped(map, part.material)
    if (material !== null && taken.has(material)) material = material.clone()
    if (material !== null) taken.add(material)
    const trimmed = { ...part, texCoords: part.texCoords.slice(0, usedTexCoords(material)) }
    const fitted = material === null ? trimmed : fitTexCoords(document, trimmed, material)
    addPart(document, fitted, material)
    placed.push({ ...fitted, material })
  }
  const node = document.createNode('model').setMesh(document.getRoot().listMeshes()[0] ?? null)
  const scene = document.createScene().addChild(node).setExtras(solid.extras)
  document.getRoot().setDefaultScene(scene)
  await document.transform(
    dedup(),
    prune({ keepAttributes: true, keepSolidTextures: false, keepExtras: true }),
  )
  await encodeTextures(document, options.textures, textureLays(document, placed))
  await document.transform(
    meshopt({
      encoder: MeshoptEncoder,
      level: 'high',
      quantizePosition: options.positionBits,
      quantizeNormal: options.normalBits,
      quantizeTexcoord: texCoordBits(document),
      quantizeColor: 8,
    }),
    unpartition(),
  )
  const io = await gltfIo()
  return io.writeBinary(document)
}
