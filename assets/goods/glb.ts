import { Document, NodeIO, type Material } from '@gltf-transform/core'
import { KHRMaterialsAnisotropy, KHRMaterialsSheen } from '@gltf-transform/extensions'
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

/** Fibres that stand out of a cloth and catch light at grazing angles. */
export type Sheen = { colour: Rgb; roughness: number }

/** How far the highlight of parallel floats is drawn out, 0-1, and the way of those floats, radians from the weft. */
export type Gloss = { strength: number; rotation: number }

export type Surface =
  | { kind: 'cloth'; name: string; maps: SurfaceMaps; sheen?: Sheen; gloss?: Gloss }
  /** A picture once over its whole size, drawn from an SVG. */
  | { kind: 'print'; name: string; svg: string; widthMm: number; heightMm: number }
  | { kind: 'plain'; name: string; lab: Lab; roughness: number; metallic?: number }

export type Part = { name: string; mesh: Mesh; surface: Surface; seamless?: boolean }

/** Relief and roughness need half the pixels of the colour: yarns are dozens of texels wide. */
const RELIEF_PX = 512

const jpeg = (raw: Uint8Array, sizePx: number, keptPx: number, quality: number): Promise<Buffer> =>
  sharp(raw, { raw: { width: sizePx, height: sizePx, channels: 3 } })
    .resize(Math.min(sizePx, keptPx), Math.min(sizePx, keptPx), { kernel: 'mitchell' })
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer()

const clothMaterial = async (
  document: Document,
  { name, maps, sheen, gloss }: Extract<Surface, { kind: 'cloth' }>,
): Promise<Material> => {
  const { sizePx } = maps
  const orm = new Uint8Array(sizePx * sizePx * 3)
  for (let i = 0; i < sizePx * sizePx; i++) {
    orm[i * 3] = maps.occlusion[i] ?? 255
    orm[i * 3 + 1] = maps.roughness[i] ?? 255
  }
  const texture = async (role: string, raw: Uint8Array, keptPx: number, quality: number) =>
    document
      .createTexture(`${name} ${role}`)
      .setImage(new Uint8Array(await jpeg(raw, sizePx, keptPx, quality)))
      .setMimeType('image/jpeg')
  const ormTexture = await texture('occlusion roughness', orm, RELIEF_PX, 82)
  const material = document
    .createMaterial(name)
    .setBaseColorTexture(await texture('base colour', maps.baseColour, sizePx, 88))
    .setNormalTexture(await texture('normal', maps.normal, RELIEF_PX, 90))
    .setMetallicRoughnessTexture(ormTexture)
    .setOcclusionTexture(ormTexture)
    .setMetallicFactor(0)
    .setRoughnessFactor(1)
    .setDoubleSided(true)
  if (sheen)
    material.setExtension(
      'KHR_materials_sheen',
      document
        .createExtension(KHRMaterialsSheen)
        .createSheen()
        .setSheenColorFactor([sheen.colour[0], sheen.colour[1], sheen.colour[2]])
        .setSheenRoughnessFactor(sheen.roughness),
    )
  if (gloss)
    material.setExtension(
      'KHR_materials_anisotropy',
      document
        .createExtension(KHRMaterialsAnisotropy)
        .createAnisotropy()
        .setAnisotropyStrength(gloss.strength)
        .setAnisotropyRotation(gloss.rotation),
    )
  return material
}

const printMaterial = async (
  document: Document,
  { name, svg }: Extract<Surface, { kind: 'print' }>,
): Promise<Material> => {
  const png = await sharp(Buffer.from(svg), { density: 300 })
    .resize({ width: 1024 })
    .removeAlpha()
    .png({ palette: true, colours: 32, compressionLevel: 9 })
    .toBuffer()
  return document
    .createMaterial(name)
    .setBaseColorTexture(document.createTexture(name).setImage(new Uint8Array(png)).setMimeType('image/png'))
    .setMetallicFactor(0)
    .setRoughnessFactor(0.85)
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

const materialOf = (document: Document, surface: Surface): Promise<Material> | Material => {
  if (surface.kind === 'cloth') return clothMaterial(document, surface)
  return surface.kind === 'print' ? printMaterial(document, surface) : plainMaterial(document, surface)
}

/** Size in mm that one unit of uv covers. */
const tileOf = (surface: Surface): readonly [number, number] => {
  if (surface.kind === 'cloth') return [surface.maps.widthMm, surface.maps.heightMm]
  return surface.kind === 'print' ? [surface.widthMm, surface.heightMm] : [100, 100]
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
    const material = materials.get(surface) ?? (await materialOf(document, surface))
    materials.set(surface, material)
    const vertices = mesh.positions.length / 3
    const uv = new Float32Array(vertices * 2)
    // True scale: one unit of uv is one tile of cloth; glTF's v runs down, the warp's runs up.
    const [tileU, tileV] = tileOf(surface)
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
  return new NodeIO().registerExtensions([KHRMaterialsAnisotropy, KHRMaterialsSheen]).writeBinary(document)
}
