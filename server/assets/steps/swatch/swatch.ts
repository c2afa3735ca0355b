import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { TextureInfo } from '@gltf-transform/core'
import sharp from 'sharp'
import { decodeSrgb, srgbByte } from '#shared/textile/colour.ts'
import type { VariantFile } from '../optimise.ts'
import { decodePicture, type Picture, samplePicture } from '../raster/picture.ts'
import type { Part, Solid } from '../solid.ts'
import { textureMapping } from '../texcoords.ts'
import { clothScale, type ClothScale } from './cloth-scale.ts'
import { findWindow } from './window.ts'

const PIXELS = 800
const TEXTURE_PIXELS = 2048
/** Edges of a swatch in mm: the smallest that the texture resolves. */
const SIDES_MM = [40, 100, 200, 400]
/** A texel may be drawn up to two pixels wide; wider ones show the texture's grid instead of the cloth. */
const MIN_TEXELS = PIXELS / 2
/** Light from the upper left, low enough that yarns cast a little shade. */
const LIGHT = [-0.42, 0.5, 0.757] as const
const RELIEF = 0.5

const isCloth = ({ material }: Part): boolean =>
  material !== null && material.getMetallicFactor() < 0.5 && material.getAlphaMode() !== 'BLEND'

const linearTable = Float32Array.from({ length: 256 }, (_, i) => decodeSrgb(i / 255))
const linear = (encoded: number) => linearTable[Math.round(encoded * 255)] ?? 0

const sameMapping = (a: TextureInfo, b: TextureInfo | null): boolean => {
  if (!b) return false
  const [one, other] = [textureMapping(a), textureMapping(b)]
  return (
    one.texCoord === other.texCoord &&
    ([[0, 0], [1, 0], [0, 1]] as const).every(([u, v]) => one.apply(u, v).join() === other.apply(u, v).join())
  )
} // prettier-ignore

/** The relief, where it lies on the cloth as the colour does. */
const reliefOf = async ({ part, info }: ClothScale): Promise<Picture | undefined> => {
  const image = part.material?.getNormalTexture()?.getImage()
  if (!image || !sameMapping(info, part.material?.getNormalTextureInfo() ?? null)) return undefined
  return decodePicture(image, TEXTURE_PIXELS, 'figures')
}

const draw = (
  scale: ClothScale,
  [colour, relief]: readonly [Picture, Picture | undefined],
  middle: readonly [number, number],
  sideMm: number,
): Buffer => {
  const [r, g, b] = scale.part.material?.getBaseColorFactor() ?? [1, 1, 1]
  const factors = [r, g, b]
  const rgb = Buffer.alloc(PIXELS * PIXELS * 3)
  const texel = new Float32Array(4)
  const normal = new Float32Array(4)
  const mmPerPixel = sideMm / PIXELS
  const lod = (picture: Picture) =>
    Math.log2(
      Math.max(1, (mmPerPixel / scale.mmPerU) * picture.width, (mmPerPixel / scale.mmPerV) * picture.height),
    )
  const colourLod = lod(colour)
  const reliefLod = relief ? lod(relief) : 0
  for (let y = 0; y < PIXELS; y++)
    for (let x = 0; x < PIXELS; x++) {
      const acrossMm = (x + 0.5 - PIXELS / 2) * mmPerPixel * (scale.mirrored ? -1 : 1)
      const u = middle[0] + acrossMm / scale.mmPerU
      const v = middle[1] + ((y + 0.5 - PIXELS / 2) * mmPerPixel) / scale.mmPerV
      samplePicture(colour, u, v, colourLod, texel)
      let light = 1
      if (relief) {
        samplePicture(relief, u, v, reliefLod, normal)
        const along = (axis: 0 | 1 | 2) => ((normal[axis] ?? 0.5) * 2 - 1) * LIGHT[axis]
        const lit = (along(0) + along(1) + along(2)) / LIGHT[2]
        light = Math.min(1.35, Math.max(0.5, 1 + RELIEF * (lit - 1)))
      }
      for (let channel = 0; channel < 3; channel++)
        rgb[(y * PIXELS + x) * 3 + channel] = srgbByte(
          linear(texel[channel] ?? 0) * (factors[channel] ?? 1) * light,
        )
    }
  return rgb
}

/** Where and how large a swatch of the model can be: the largest cloth whose scale can be told. */
const choose = async (solid: Solid) => {
  const cloths = solid.parts
    .filter(isCloth)
    .map(clothScale)
    .filter((scale) => scale !== undefined)
    .toSorted((a, b) => b.areaM2 - a.areaM2)
  for (const scale of cloths) {
    const colour = await decodePicture(
      scale.texture.getImage() ?? new Uint8Array(0),
      TEXTURE_PIXELS,
      'colour',
    )
    if (!colour) continue
    const texelMm = Math.max(scale.mmPerU / colour.width, scale.mmPerV / colour.height)
    const sideMm = SIDES_MM.find((side) => side >= texelMm * MIN_TEXELS)
    const middle = sideMm === undefined ? undefined : findWindow(scale, sideMm)
    if (sideMm !== undefined && middle) return { scale, colour, sideMm, middle }
  }
  return undefined
}

/**
 * A square picture of the model's cloth at a known scale, lit flat with a hint of its relief. Undefined where no part
 * tells its scale: no texture, one stretched differently from place to place, or too coarse to show cloth.
 */
export const makeSwatch = async (
  solid: Solid,
  outDir: string,
): Promise<{ file: VariantFile; sizeMm: number } | undefined> => {
  const chosen = await choose(solid)
  if (!chosen) return undefined
  const { scale, colour, sideMm, middle } = chosen
  const rgb = draw(scale, [colour, await reliefOf(scale)], middle, sideMm)
  const path = join(outDir, 'swatch.webp')
  await sharp(rgb, { raw: { width: PIXELS, height: PIXELS, channels: 3 } })
    .webp({ quality: 76, effort: 2, smartSubsample: true })
    .toFile(path)
  const { size } = await stat(path)
  return {
    file: { name: 'swatch', path, mediaType: 'image/webp', bytes: size, triangles: 0 },
    sizeMm: sideMm,
  }
}
