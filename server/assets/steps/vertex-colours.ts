import type { Document, Material } from '@gltf-transform/core'
import sharp from 'sharp'
import { decodeSrgb } from '#shared/textile/colour.ts'
import { type Floats, type Part, type Solid, triangleCount } from './solid.ts'
import { textureMapping, textureRepeats } from './texcoords.ts'

const SAMPLE_PIXELS = 64

/** sRGB byte to linear light. */
const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => decodeSrgb(byte / 255))

type Picture = { data: Uint8Array; size: number }

const smallPicture = async (material: Material | null): Promise<Picture | undefined> => {
  // A weave that repeats is, from afar, its mean colour; single stitches picked at vertices would be noise.
  const size = textureRepeats(material) > 2 ? 1 : SAMPLE_PIXELS
  const bytes = material?.getBaseColorTexture()?.getImage() ?? null
  if (bytes === null) return undefined
  try {
    const picture = sharp(bytes).resize(size, size, { fit: 'fill' })
    return { data: await picture.toColourspace('srgb').ensureAlpha().raw().toBuffer(), size }
  } catch {
    return undefined
  }
}

const wrap = (value: number): number => value - Math.floor(value)

const coloursOf = async (part: Part): Promise<Floats> => {
  const { material, positions } = part
  const [r, g, b] = material?.getBaseColorFactor() ?? [1, 1, 1]
  const picture = await smallPicture(material)
  const info = material?.getBaseColorTextureInfo() ?? null
  const mapping = info === null ? undefined : textureMapping(info)
  const uvs = mapping === undefined ? undefined : part.texCoords[mapping.texCoord]
  const colours = new Float32Array((positions.length / 3) * 4).fill(1)
  for (let i = 0; i * 4 < colours.length; i++) {
    let texel = -1
    if (picture !== undefined && uvs !== undefined && mapping !== undefined) {
      const [u, v] = mapping.apply(uvs[i * 2] ?? 0, uvs[i * 2 + 1] ?? 0)
      const [x, y] = [Math.floor(wrap(u) * picture.size), Math.floor(wrap(v) * picture.size)]
      texel = (Math.min(y, picture.size - 1) * picture.size + Math.min(x, picture.size - 1)) * 4
    }
    for (const [channel, factor] of [r, g, b].entries()) {
      const light =
        texel < 0 || picture === undefined ? 1 : (LINEAR[picture.data[texel + channel] ?? 255] ?? 1)
      colours[i * 4 + channel] = factor * light * (part.colours?.[i * 4 + channel] ?? 1)
    }
  }
  return colours
}

const concat = (arrays: Floats[]): Floats => {
  const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const array of arrays) {
    all.set(array, at)
    at += array.length
  }
  return all
}

/** One part in the colours that the textures have at its vertices: one draw call for what is far away. */
export const mergeWithColours = async (parts: readonly Part[], material: Material): Promise<Part> => {
  const colours: Floats[] = []
  for (const part of parts) colours.push(await coloursOf(part))
  const indices = new Uint32Array(triangleCount(parts) * 3)
  let at = 0
  let base = 0
  for (const part of parts) {
    for (const index of part.indices) indices[at++] = base + index
    base += part.positions.length / 3
  }
  return {
    material,
    positions: concat(parts.map((part) => part.positions)),
    normals: concat(parts.map((part) => part.normals)),
    texCoords: [],
    colours: concat(colours),
    indices,
  }
}

const PLAIN = 'fairloom-plain'

const plainMaterial = (document: Document): Material =>
  document
    .getRoot()
    .listMaterials()
    .find((material) => material.getName() === PLAIN) ??
  document.createMaterial(PLAIN).setRoughnessFactor(0.85).setMetallicFactor(0).setDoubleSided(true)

const isPlain = ({ material }: Part): boolean =>
  material === null ||
  (material.getAlphaMode() === 'OPAQUE' &&
    material.getBaseColorTexture() === null &&
    material.getNormalTexture() === null &&
    material.getEmissiveTexture() === null)

/** Merges all parts without textures into one coloured part; parts with textures stay as they are. */
export const mergePlainParts = async (solid: Solid, parts: readonly Part[]): Promise<Part[]> => {
  const plain = parts.filter(isPlain)
  if (plain.length < 2) return [...parts]
  return [
    ...parts.filter((part) => !isPlain(part)),
    await mergeWithColours(plain, plainMaterial(solid.document)),
  ]
}

/** Merges everything into one coloured part. */
export const mergeAllParts = async (solid: Solid, parts: readonly Part[]): Promise<Part[]> => [
  await mergeWithColours(parts, plainMaterial(solid.document)),
]
