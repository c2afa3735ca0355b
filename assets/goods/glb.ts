import { Document, NodeIO, type Material } from '@gltf-transform/core'
import { KHRMaterialsSheen } from '@gltf-transform/extensions'
import sharp from 'sharp'
import { linearFromLab, type Rgb } from '#shared/textile/colour.ts'
import type { Lab } from '#shared/model/product-colour.ts'
import { smoothNormals, type Mesh } from './mesh.ts'

/** Maps of a surface that repeats at true scale. */
export type SurfaceMaps = {
  sizePx: number
  widthMm: number
  heightMm: number
  baseColour: Uint8Array
  normal: Uint8Array
  roughness: Uint8Array
  occlusion: Uint8Array
}

export type Surface =
  | { kind: 'cloth'; name: string; maps: SurfaceMaps; sheen?: { colour: Rgb; roughness: number } }
  | { kind: 'plain'; name: string; lab: Lab; roughness: number; metallic?: number }

export type Part = { name: string; mesh: Mesh; surface: Surface; seamless?: boolean }

const jpeg = (raw: Uint8Array, sizePx: number, channels: 1 | 3, quality: number): Promise<Buffer> =>
  sharp(raw, { raw: { width: sizePx, height: sizePx, channels } })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()

const clothMaterial = async (
  document: Document,
  { name, maps, sheen }: Extract<Surface, { kind: 'cloth' }>,
): Promise<Material> => {
  const { sizePx } = maps
  const orm = new Uint8Array(sizePx * sizePx * 3)
  for (let i = 0; i < sizePx * sizePx; i++) {
    orm[i * 3] = maps.occlusion[i] ?? 255
    orm[i * 3 + 1] = maps.roughness[i] ?? 255
  }
  const texture = async (role: string, raw: Uint8Array, quality: number) =>
    document
      .createTexture(`${name} ${role}`)
      .setImage(new Uint8Array(await jpeg(raw, sizePx, 3, quality)))
      .setMimeType('image/jpeg')
  const ormTexture = await texture('occlusion roughness', orm, 85)
  const material = document
    .createMaterial(name)
    .setBaseColorTexture(await texture('base colour', maps.baseColour, 90))
    .setNormalTexture(await texture('normal', maps.normal, 90))
    .setMetallicRoughnessTexture(ormTexture)
    .setOcclusionTexture(ormTexture)
    .setMetallicFactor(0)
    .setRoughnessFactor(1)
    .setDoubleSided(true)
  if (!sheen) return material
  const extension = document.createExtension(KHRMaterialsSheen)
  return material.setExtension(
    'KHR_materials_sheen',
    extension
      .createSheen()
      .setSheenColorFactor([sheen.colour[0], sheen.colour[1], sheen.colour[2]])
      .setSheenRoughnessFactor(sheen.roughness),
  )
}

const plainMaterial = (document: Document, surface: Extract<Surface, { kind: 'plain' }>): Material => {
  const clip = (value: number) => Math.min(1, Math.max(0, value))
  const [r, g, b] = linearFromLab(surface.lab)
  return document
    .createMaterial(surface.name)
    .setBaseColorFactor([clip(r), clip(g), clip(b), 1])
    .setRoughnessFactor(surface.roughness)
    .setMetallicFactor(surface.metallic ?? 0)
}

/** A GLB of parts in metres, Y up. Parts of one surface share its material; the same parts give the same bytes. */
export const writeGlb = async (name: string, parts: readonly Part[]): Promise<Uint8Array> => {
  const document = new Document()
  const buffer = document.createBuffer()
  const scene = document.createScene(name)
  document.getRoot().setDefaultScene(scene)
  const materials = new Map<Surface, Material>()
  const root = document.createNode(name)
  scene.addChild(root)
  for (const part of parts) {
    const { surface, mesh } = part
    const material =
      materials.get(surface) ??
      (surface.kind === 'cloth' ? await clothMaterial(document, surface) : plainMaterial(document, surface))
    materials.set(surface, material)
    const vertices = mesh.positions.length / 3
    const uv = new Float32Array(vertices * 2)
    // True scale: one unit of uv is one tile of cloth; glTF's v runs down, the warp's runs up.
    const [tileU, tileV] =
      surface.kind === 'cloth' ? [surface.maps.widthMm, surface.maps.heightMm] : [100, 100]
    for (let i = 0; i < vertices; i++) {
      uv[i * 2] = (mesh.uvMm[i * 2] ?? 0) / tileU
      uv[i * 2 + 1] = -(mesh.uvMm[i * 2 + 1] ?? 0) / tileV
    }
    const accessor = (
      array: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
      type: 'VEC3' | 'VEC2' | 'SCALAR',
    ) => document.createAccessor().setArray(array).setType(type).setBuffer(buffer)
    const primitive = document
      .createPrimitive()
      .setAttribute('POSITION', accessor(Float32Array.from(mesh.positions), 'VEC3'))
      .setAttribute(
        'NORMAL',
        accessor(Float32Array.from(smoothNormals(mesh, part.seamless ?? false)), 'VEC3'),
      )
      .setAttribute('TEXCOORD_0', accessor(uv, 'VEC2'))
      .setIndices(accessor(Uint32Array.from(mesh.indices), 'SCALAR'))
      .setMaterial(material)
    root.addChild(
      document.createNode(part.name).setMesh(document.createMesh(part.name).addPrimitive(primitive)),
    )
  }
  return new NodeIO().registerExtensions([KHRMaterialsSheen]).writeBinary(document)
}
