import { randomStream } from '../noise.ts'
import { fibreNature } from '../yarn.ts'
import type { FabricRecipe } from '../recipe.ts'
import type { YarnBuffer } from './raster.ts'
import type { YarnShading } from './shade.ts'
import type { TilePaths } from './woven-paths.ts'

/** A box of `radius` texels along each row, wrapped. */
const blurRows = (from: Float32Array, to: Float32Array, sizePx: number, radius: number) => {
  const width = 2 * radius + 1
  for (let row = 0; row < sizePx; row++) {
    const start = row * sizePx
    let sum = 0
    for (let k = -radius; k <= radius; k++) sum += from[start + ((k + sizePx) % sizePx)] ?? 0
    for (let i = 0; i < sizePx; i++) {
      to[start + i] = sum / width
      const [next, last] = [i + radius + 1, i - radius]
      sum += from[start + (next < sizePx ? next : next - sizePx)] ?? 0
      sum -= from[start + (last < 0 ? last + sizePx : last)] ?? 0
    }
  }
}

/** The same along columns: all of them at once, row by row, as memory likes it. */
const blurColumns = (from: Float32Array, to: Float32Array, sizePx: number, radius: number) => {
  const width = 2 * radius + 1
  const sums = new Float64Array(sizePx)
  const add = (row: number, sign: 1 | -1) => {
    const start = ((row + sizePx) % sizePx) * sizePx
    for (let i = 0; i < sizePx; i++) sums[i] = (sums[i] ?? 0) + sign * (from[start + i] ?? 0)
  }
  for (let k = -radius; k <= radius; k++) add(k, 1)
  for (let row = 0; row < sizePx; row++) {
    for (let i = 0; i < sizePx; i++) to[row * sizePx + i] = (sums[i] ?? 0) / width
    add(row + radius + 1, 1)
    add(row - radius, -1)
  }
}

/** Blurs a wrapped square field with a box of `radius` texels, both ways, `passes` times. */
export const blurWrapped = (
  field: Float32Array,
  sizePx: number,
  radius: number,
  passes: number,
): Float32Array => {
  const blurred = field.slice()
  const between = new Float32Array(field.length)
  for (let pass = 0; pass < passes; pass++) {
    blurRows(blurred, between, sizePx, radius)
    blurColumns(between, blurred, sizePx, radius)
  }
  return blurred
}

const hairinessOf = (recipe: FabricRecipe): number => {
  const yarn = recipe.construction === 'woven' ? recipe.warp : recipe.yarn
  return yarn.filament ? 0 : fibreNature(yarn.fibre).hairiness
}

/**
 * Raising pulls fibres out of the yarns until they cover the weave: light and colour of neighbouring yarns run into
 * each other below the fibres that are drawn one by one.
 */
export const veil = (buffer: YarnBuffer, shading: YarnShading, tile: TilePaths, raised: number): void => {
  if (raised < 0.2) return
  const { sizePx } = buffer
  const radius = Math.max(1, Math.round((raised * 0.2 * sizePx) / tile.widthMm))
  const share = Math.min(0.85, raised * 1.05)
  const mix = (field: Float32Array, from: number, step: number) => {
    const own = Float32Array.from({ length: sizePx * sizePx }, (_, i) => field[i * step + from] ?? 0)
    blurWrapped(own, sizePx, radius, 2).forEach((soft, i) => {
      const at = i * step + from
      field[at] = (field[at] ?? 0) * (1 - share) + soft * share
    })
  }
  mix(shading.light, 0, 1)
  for (const channel of [0, 1, 2]) mix(shading.colour, channel, 3)
}

/** Stray fibres over the yarns, in the colour of the yarn from which each springs; raising makes them many. */
export const drawHairs = (
  buffer: YarnBuffer,
  shading: YarnShading,
  tile: TilePaths,
  recipe: FabricRecipe,
): void => {
  const raised = recipe.raised ?? 0
  const perMm2 = hairinessOf(recipe) * (2.2 + 52 * raised)
  const { sizePx } = buffer
  const random = randomStream(recipe.seed + 77)
  const count = Math.round(perMm2 * tile.widthMm * tile.heightMm)
  const pxPerMm = sizePx / tile.widthMm
  const cover = Math.min(0.62, 0.3 + 0.018 * pxPerMm * 0.5)
  for (let hair = 0; hair < count; hair++) {
    let x = random() * sizePx
    let y = random() * sizePx
    // A raised nap is brushed one way, down the warp; on clear cloth stray fibres lie anyhow.
    let heading = Math.PI / 2 + (random() - 0.5) * 2 * Math.PI * (1 - 0.55 * raised)
    const curl = (random() - 0.5) * 0.16
    const steps = Math.round((0.5 + random() * random() * 2.6) * pxPerMm)
    const from = Math.floor(y) * sizePx + Math.floor(x)
    if (buffer.path[from] === 0) continue
    const lift = 1 + 0.35 * (random() - 0.3)
    for (let step = 0; step < steps; step++) {
      heading += curl + (random() - 0.5) * 0.22
      x = (x + Math.cos(heading) + sizePx) % sizePx
      y = (y + Math.sin(heading) + sizePx) % sizePx
      const texel = (Math.floor(y) % sizePx) * sizePx + (Math.floor(x) % sizePx)
      if (buffer.path[texel] === 0) continue
      const alpha = cover * Math.sin((Math.PI * (step + 0.5)) / steps)
      for (let channel = 0; channel < 3; channel++) {
        const here = shading.colour[texel * 3 + channel] ?? 0
        shading.colour[texel * 3 + channel] =
          here + ((shading.colour[from * 3 + channel] ?? 0) - here) * alpha
      }
      shading.light[texel] = (shading.light[texel] ?? 1) * (1 - alpha) + lift * alpha
      buffer.heightMm[texel] = (buffer.heightMm[texel] ?? 0) + 0.012 * alpha
    }
  }
}

/** Fills what light falls through with a floor just below the yarns, and softens the relief of raised cloth. */
export const settleHeight = (buffer: YarnBuffer, tile: TilePaths, raised: number): Float32Array => {
  let lowest = Infinity
  for (let i = 0; i < buffer.heightMm.length; i++)
    if ((buffer.path[i] ?? 0) > 0) lowest = Math.min(lowest, buffer.heightMm[i] ?? 0)
  const settled = buffer.heightMm.map((height, i) => (buffer.path[i] === 0 ? lowest - 0.02 : height))
  if (raised <= 0) return settled
  const radius = Math.max(1, Math.round((raised * 0.24 * buffer.sizePx) / tile.widthMm))
  const soft = blurWrapped(settled, buffer.sizePx, radius, 2)
  const keep = 1 - 0.85 * raised
  return settled.map((height, i) => height * keep + (soft[i] ?? 0) * (1 - keep))
}
