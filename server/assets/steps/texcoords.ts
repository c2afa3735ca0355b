import type { Document, Material, TextureInfo } from '@gltf-transform/core'
import { KHRTextureTransform, type Transform } from '@gltf-transform/extensions'
import { listTextureInfoByMaterial } from '@gltf-transform/functions'
import { readImageHeader } from '../formats/image-header.ts'
import type { Part } from './solid.ts'

const TRANSFORM = 'KHR_texture_transform'

const transformOf = (info: TextureInfo): Transform | null => info.getExtension<Transform>(TRANSFORM)

const texCoordOf = (info: TextureInfo): number => transformOf(info)?.getTexCoord() ?? info.getTexCoord()

/** Sets of texture coordinates that the material's textures read; each needs those below it to be there. */
export const usedTexCoords = (material: Material | null): number =>
  material === null
    ? 0
    : Math.max(0, ...listTextureInfoByMaterial(material).map((info) => texCoordOf(info) + 1))

export type TextureMapping = { texCoord: number; apply: (u: number, v: number) => [number, number] }

/** Where a texture reads, KHR_texture_transform included: uv' = offset + rotation * scale * uv. */
export const textureMapping = (info: TextureInfo): TextureMapping => {
  const transform = transformOf(info)
  const [sx, sy] = transform?.getScale() ?? [1, 1]
  const [ox, oy] = transform?.getOffset() ?? [0, 0]
  const angle = transform?.getRotation() ?? 0
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return {
    texCoord: texCoordOf(info),
    apply: (u, v) => [ox + cos * u * sx + sin * v * sy, oy - sin * u * sx + cos * v * sy],
  }
}

/** How often the material's textures repeat over one unit of texture coordinates, at most; at least 1. */
export const textureRepeats = (material: Material | null): number =>
  Math.max(
    1,
    ...(material === null ? [] : listTextureInfoByMaterial(material)).flatMap((info) =>
      (transformOf(info)?.getScale() ?? [1, 1]).map(Math.abs),
    ),
  )

type Range = { min: [number, number]; size: [number, number] }

const rangeOf = (values: Float32Array): Range => {
  const min: [number, number] = [Infinity, Infinity]
  const max: [number, number] = [-Infinity, -Infinity]
  for (let i = 0; i + 1 < values.length; i += 2) {
    for (const axis of [0, 1] as const) {
      const value = values[i + axis] ?? 0
      if (value < min[axis]) min[axis] = value
      if (value > max[axis]) max[axis] = value
    }
  }
  return { min, size: [max[0] - min[0] || 1, max[1] - min[1] || 1] }
}

const fitTransform = (document: Document, info: TextureInfo, { min, size }: Range): void => {
  const extension = document.createExtension(KHRTextureTransform).setRequired(true)
  const old = transformOf(info)
  const [sx, sy] = old?.getScale() ?? [1, 1]
  const fitted = extension
    .createTransform()
    .setScale([sx * size[0], sy * size[1]])
    .setRotation(old?.getRotation() ?? 0)
    .setOffset(textureMapping(info).apply(min[0], min[1]))
    .setTexCoord(texCoordOf(info))
  info.setExtension(TRANSFORM, fitted)
}

/**
 * Brings texture coordinates outside of 0..1 (fabrics repeat) into it and moves the difference into the texture
 * transform, so that they can be stored as 16-bit integers. The part's material must be its own.
 */
export const fitTexCoords = (document: Document, part: Part, material: Material): Part => ({
  ...part,
  texCoords: part.texCoords.map((values, set) => {
    const range = rangeOf(values)
    const max = [range.min[0] + range.size[0], range.min[1] + range.size[1]]
    if (Math.min(...range.min) >= 0 && Math.max(...max) <= 1) return values
    for (const info of listTextureInfoByMaterial(material)) {
      if (texCoordOf(info) === set) fitTransform(document, info, range)
    }
    return values.map(
      (value, i) => (value - range.min[i % 2 === 0 ? 0 : 1]) / range.size[i % 2 === 0 ? 0 : 1],
    )
  }),
})

/** Bits that place texture coordinates within half a texel, repeats included: the weave must not swim. */
export const texCoordBits = (document: Document): number => {
  let most = 512
  for (const material of document.getRoot().listMaterials()) {
    for (const info of listTextureInfoByMaterial(material)) {
      const [sx, sy] = transformOf(info)?.getScale() ?? [1, 1]
      most = Math.max(most, largestTexture(material) * Math.max(Math.abs(sx), Math.abs(sy)))
    }
  }
  return Math.min(16, Math.ceil(Math.log2(most * 2)))
}

const largestTexture = (material: Material): number => {
  const textures = [
    material.getBaseColorTexture(),
    material.getNormalTexture(),
    material.getMetallicRoughnessTexture(),
    material.getOcclusionTexture(),
    material.getEmissiveTexture(),
  ]
  return Math.max(
    256,
    ...textures.map((texture) => {
      const header = readImageHeader(texture?.getImage() ?? new Uint8Array(0))
      return header === undefined ? 0 : Math.max(header.width, header.height)
    }),
  )
}
