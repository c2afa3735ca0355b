import type { Material, Texture, TextureInfo } from '@gltf-transform/core'
import type { Clearcoat, EmissiveStrength, Sheen, Transmission } from '@gltf-transform/extensions'
import { type Box, boundsOf, type Floats, type Part, triangleCount } from '../solid.ts'
import { textureMapping } from '../texcoords.ts'
import { decodePicture, type Picture } from './picture.ts'

/** A picture and where it reads: uv' = offset + matrix * uv. */
export type Map2d = {
  picture: Picture
  set: number
  m: readonly [number, number, number, number, number, number]
}

export type Surface = {
  colour: readonly [number, number, number]
  opacity: number
  alpha: 'OPAQUE' | 'MASK' | 'BLEND'
  cutoff: number
  metallic: number
  roughness: number
  emissive: readonly [number, number, number]
  sheen: readonly [number, number, number]
  sheenRoughness: number
  clearcoat: number
  normalScale: number
  occlusionStrength: number
  isDoubleSided: boolean
  colourMap: Map2d | undefined
  normalMap: Map2d | undefined
  roughnessMap: Map2d | undefined
  occlusionMap: Map2d | undefined
  emissiveMap: Map2d | undefined
  sheenMap: Map2d | undefined
}

export type RenderScene = {
  positions: Floats
  normals: Floats
  /** Two sets, zero where a part has none. */
  texCoords: readonly [Floats, Floats]
  colours: Floats | undefined
  indices: Uint32Array<ArrayBuffer>
  surfaceOf: Uint16Array
  surfaces: Surface[]
  box: Box
}

type Decoder = (
  texture: Texture | null,
  info: TextureInfo | null,
  meaning?: 'colour' | 'figures',
) => Promise<Map2d | undefined>

/** Maps that read the same place of the same picture are one object: it is read once for all of them. */
const decoderOf = (maxPixels: number): Decoder => {
  const known = new Map<Texture, Picture | undefined>()
  const made: Map2d[] = []
  return async (texture, info, meaning = 'figures') => {
    const bytes = texture?.getImage() ?? null
    if (texture === null || info === null || bytes === null) return undefined
    if (!known.has(texture)) known.set(texture, await decodePicture(bytes, maxPixels, meaning))
    const picture = known.get(texture)
    if (picture === undefined) return undefined
    const { texCoord, apply } = textureMapping(info)
    const [ox, oy] = apply(0, 0)
    const [ux, uy] = apply(1, 0)
    const [vx, vy] = apply(0, 1)
    const map: Map2d = {
      picture,
      set: Math.min(texCoord, 1),
      m: [ux - ox, vx - ox, ox, uy - oy, vy - oy, oy],
    }
    const same = made.find(
      (one) =>
        one.picture === picture && one.set === map.set && one.m.every((value, i) => value === map.m[i]),
    )
    if (!same) made.push(map)
    return same ?? map
  }
}

const surfaceFrom = async (material: Material | null, decode: Decoder): Promise<Surface> => {
  const [r, g, b, a] = material?.getBaseColorFactor() ?? [0.8, 0.8, 0.8, 1]
  const sheen = material?.getExtension<Sheen>('KHR_materials_sheen') ?? null
  const transmission =
    material?.getExtension<Transmission>('KHR_materials_transmission')?.getTransmissionFactor() ?? 0
  const strength =
    material?.getExtension<EmissiveStrength>('KHR_materials_emissive_strength')?.getEmissiveStrength() ?? 1
  const [er, eg, eb] = material?.getEmissiveFactor() ?? [0, 0, 0]
  return {
    colour: [r, g, b],
    // Glass and sheers let the ground through; what lies behind is not refracted.
    opacity: a * (1 - 0.7 * transmission),
    alpha: transmission > 0.05 ? 'BLEND' : (material?.getAlphaMode() ?? 'OPAQUE'),
    cutoff: material?.getAlphaCutoff() ?? 0.5,
    metallic: material?.getMetallicFactor() ?? 0,
    roughness: material?.getRoughnessFactor() ?? 1,
    emissive: [er * strength, eg * strength, eb * strength],
    sheen: sheen?.getSheenColorFactor() ?? [0, 0, 0],
    sheenRoughness: sheen?.getSheenRoughnessFactor() ?? 0.5,
    clearcoat: material?.getExtension<Clearcoat>('KHR_materials_clearcoat')?.getClearcoatFactor() ?? 0,
    normalScale: material?.getNormalScale() ?? 1,
    occlusionStrength: material?.getOcclusionStrength() ?? 1,
    isDoubleSided: material?.getDoubleSided() ?? true,
    colourMap: await decode(
      material?.getBaseColorTexture() ?? null,
      material?.getBaseColorTextureInfo() ?? null,
      'colour',
    ),
    normalMap: await decode(material?.getNormalTexture() ?? null, material?.getNormalTextureInfo() ?? null),
    roughnessMap: await decode(
      material?.getMetallicRoughnessTexture() ?? null,
      material?.getMetallicRoughnessTextureInfo() ?? null,
    ),
    occlusionMap: await decode(
      material?.getOcclusionTexture() ?? null,
      material?.getOcclusionTextureInfo() ?? null,
    ),
    emissiveMap: await decode(
      material?.getEmissiveTexture() ?? null,
      material?.getEmissiveTextureInfo() ?? null,
      'colour',
    ),
    sheenMap: await decode(
      sheen?.getSheenColorTexture() ?? null,
      sheen?.getSheenColorTextureInfo() ?? null,
      'colour',
    ),
  }
}

/** Gathers parts into flat arrays and decodes their textures, at most `maxPixels` a side. */
export const buildScene = async (parts: readonly Part[], maxPixels: number): Promise<RenderScene> => {
  const vertices = parts.reduce((sum, { positions }) => sum + positions.length / 3, 0)
  const positions = new Float32Array(vertices * 3)
  const normals = new Float32Array(vertices * 3)
  const texCoords = [new Float32Array(vertices * 2), new Float32Array(vertices * 2)] as const
  const hasColours = parts.some(({ colours }) => colours !== undefined)
  const colours = hasColours ? new Float32Array(vertices * 4).fill(1) : undefined
  const indices = new Uint32Array(triangleCount(parts) * 3)
  const surfaceOf = new Uint16Array(indices.length / 3)
  const surfaces: Surface[] = []
  const decode = decoderOf(maxPixels)
  let base = 0
  let at = 0
  for (const part of parts) {
    positions.set(part.positions, base * 3)
    normals.set(part.normals, base * 3)
    for (const set of [0, 1] as const) texCoords[set].set(part.texCoords[set] ?? [], base * 2)
    if (part.colours !== undefined) colours?.set(part.colours, base * 4)
    surfaceOf.fill(surfaces.length, at / 3, (at + part.indices.length) / 3)
    for (const index of part.indices) indices[at++] = base + index
    base += part.positions.length / 3
    surfaces.push(await surfaceFrom(part.material, decode))
  }
  return { positions, normals, texCoords, colours, indices, surfaceOf, surfaces, box: boundsOf(parts) }
}
