import { srgbByte } from '../colour.ts'
import type { FabricRecipe } from '../recipe.ts'
import { blurWrapped, drawHairs, settleHeight, veil } from './fuzz.ts'
import { knitPaths } from './knit-paths.ts'
import { drawYarns, type YarnBuffer } from './raster.ts'
import { shadeYarns, type YarnShading } from './shade.ts'
import { terryPaths } from './terry-paths.ts'
import { wovenPaths, type TilePaths } from './woven-paths.ts'

/** Maps of one seamless tile at true scale. Row 0 is the top; normals are OpenGL's (green up). */
export type FabricMaps = {
  sizePx: number
  widthMm: number
  heightMm: number
  /** sRGB, 3 bytes a texel. */
  baseColour: Uint8Array
  /** 3 bytes a texel. */
  normal: Uint8Array
  /** 1 byte a texel each. */
  roughness: Uint8Array
  occlusion: Uint8Array
  height: Uint8Array
  /** 0 where light falls through between the yarns. */
  alpha: Uint8Array
  /** Height in mm between 0 and 255 of `height`. */
  heightRangeMm: number
}

const pathsFor = (recipe: FabricRecipe): TilePaths => {
  if (recipe.structure === 'terryLoop' && recipe.construction === 'woven') return terryPaths(recipe)
  return recipe.construction === 'woven' ? wovenPaths(recipe) : knitPaths(recipe)
}

/** How much daylight reaches each texel: those lower than their surroundings get less. */
const occlusionOf = (height: Float32Array, sizePx: number, pxPerMm: number, yarnMm: number): Float32Array => {
  const near = blurWrapped(height, sizePx, Math.max(1, Math.round(0.3 * yarnMm * pxPerMm)), 2)
  const wide = blurWrapped(height, sizePx, Math.max(2, Math.round(0.8 * yarnMm * pxPerMm)), 2)
  return height.map((own, i) => {
    const below = 0.6 * Math.max(0, (near[i] ?? 0) - own) + 0.4 * Math.max(0, (wide[i] ?? 0) - own)
    return Math.exp((-3.4 * below) / yarnMm)
  })
}

const writeNormals = (height: Float32Array, tile: TilePaths, sizePx: number): Uint8Array => {
  const normal = new Uint8Array(height.length * 3)
  const perMmX = sizePx / tile.widthMm / 2
  const perMmY = sizePx / tile.heightMm / 2
  for (let row = 0; row < sizePx; row++) {
    const above = ((row + sizePx - 1) % sizePx) * sizePx
    const below = ((row + 1) % sizePx) * sizePx
    for (let column = 0; column < sizePx; column++) {
      const left = (column + sizePx - 1) % sizePx
      const right = (column + 1) % sizePx
      let slopeX = ((height[row * sizePx + right] ?? 0) - (height[row * sizePx + left] ?? 0)) * perMmX
      let slopeY = ((height[above + column] ?? 0) - (height[below + column] ?? 0)) * perMmY
      // Yarn flanks are vertical; a normal map isn't: slopes level off at about 60°.
      const steep = Math.sqrt(slopeX * slopeX + slopeY * slopeY)
      const level = 0.85 / (1 + steep / 1.9)
      slopeX *= level
      slopeY *= level
      const length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1)
      const at = (row * sizePx + column) * 3
      normal[at] = Math.round(127.5 - (127.5 * slopeX) / length)
      normal[at + 1] = Math.round(127.5 - (127.5 * slopeY) / length)
      normal[at + 2] = Math.round(127.5 + 127.5 / length)
    }
  }
  return normal
}

/**
 * Takes most of the slow changes of light out of a tile: over metres of cloth they would repeat and show the tile,
 * where real cloth changes without a period.
 */
const evenOut = (light: Float32Array, sizePx: number): Float32Array => {
  const slow = blurWrapped(light, sizePx, Math.round(sizePx / 28), 2)
  const mean = slow.reduce((sum, value) => sum + value, 0) / slow.length
  return light.map((own, i) => own * (mean / (slow[i] ?? mean)) ** 0.85)
}

/**
 * Base colour: shaded fibres in the shade of their neighbours, then scaled so that the mean stays the yarns' own: the
 * instrument measured the cloth as a whole, shadows included.
 */
const writeBaseColour = (buffer: YarnBuffer, shading: YarnShading, occlusion: Float32Array): Uint8Array => {
  const { sizePx } = buffer
  const even = evenOut(
    shading.light.map((own, i) => own * (0.3 + 0.7 * (occlusion[i] ?? 1))),
    sizePx,
  ).map((own, i) => own / (0.3 + 0.7 * (occlusion[i] ?? 1)))
  const lit = new Float32Array(shading.colour.length)
  const base = new Uint8Array(shading.colour.length)
  for (let channel = 0; channel < 3; channel++) {
    let light = 0
    for (let i = 0; i < occlusion.length; i++) {
      const own = shading.colour[i * 3 + channel] ?? 0
      const open = 0.2 + 0.8 * (occlusion[i] ?? 1)
      // Light bounces between pale yarns: their shadows are paler and take the yarns' colour.
      const bounced = open / (1 - Math.min(0.92, own) * (1 - open))
      const factor = (even[i] ?? 0) * bounced
      lit[i * 3 + channel] = own * factor
      light += factor
    }
    const gain = light > 0 ? occlusion.length / light : 1
    for (let i = channel; i < base.length; i += 3) base[i] = srgbByte((lit[i] ?? 0) * gain)
  }
  return base
}

/** Texels that light falls through take the colour of a yarn in deep shade, so that no black pinholes show. */
const fillGaps = (buffer: YarnBuffer, shading: YarnShading) => {
  const { sizePx } = buffer
  let last = buffer.path.findIndex((number) => number > 0)
  for (let i = 0; i < sizePx * sizePx; i++) {
    if ((buffer.path[i] ?? 0) > 0) {
      last = i
      continue
    }
    for (let channel = 0; channel < 3; channel++)
      shading.colour[i * 3 + channel] = shading.colour[last * 3 + channel] ?? 0
    shading.light[i] = 0.5
  }
}

/** A byte a texel from a value between 0 and 1. */
const bytesOf = (texels: number, valueAt: (i: number) => number): Uint8Array => {
  const bytes = new Uint8Array(texels)
  for (let i = 0; i < texels; i++) bytes[i] = Math.round(255 * valueAt(i))
  return bytes
}

const extremesOf = (field: Float32Array): [lowest: number, highest: number] => {
  let lowest = Infinity
  let highest = -Infinity
  for (let i = 0; i < field.length; i++) {
    const value = field[i] ?? 0
    if (value < lowest) lowest = value
    if (value > highest) highest = value
  }
  return [lowest, highest]
}

/**
 * Maps of a fabric from its construction: base colour, OpenGL normal, roughness, occlusion, height and alpha of a
 * seamless tile of at least 2 cm and 16 repeats of the weave. The same recipe gives the same bytes.
 */
export const makeFabricMaps = (recipe: FabricRecipe, sizePx = 1024): FabricMaps => {
  const tile = pathsFor(recipe)
  const buffer = drawYarns(tile, sizePx)
  const raised = recipe.raised ?? 0
  const shading = shadeYarns(buffer, tile, recipe.unevenDye ?? 0, raised)
  fillGaps(buffer, shading)
  veil(buffer, shading, tile, raised)
  drawHairs(buffer, shading, tile, recipe)
  const height = settleHeight(buffer, tile, raised)
  const pxPerMm = sizePx / tile.widthMm
  const texels = sizePx * sizePx
  const yarnMm = 2 * (tile.paths[0]?.halfHeightMm ?? 0.1)
  const occlusion = occlusionOf(height, sizePx, pxPerMm, yarnMm)
  const [lowest, highest] = extremesOf(height)
  const range = Math.max(1e-6, highest - lowest)
  return {
    sizePx,
    widthMm: tile.widthMm,
    heightMm: tile.heightMm,
    baseColour: writeBaseColour(buffer, shading, occlusion),
    normal: writeNormals(blurWrapped(height, sizePx, 1, 1), tile, sizePx),
    roughness: bytesOf(texels, (i) =>
      Math.min(1, (shading.roughness[i] ?? 0) + 0.12 * (1 - (occlusion[i] ?? 1))),
    ),
    occlusion: bytesOf(texels, (i) => occlusion[i] ?? 1),
    height: bytesOf(texels, (i) => ((height[i] ?? 0) - lowest) / range),
    alpha: bytesOf(texels, (i) => (buffer.path[i] === 0 ? 0 : 1)),
    heightRangeMm: range,
  }
}
