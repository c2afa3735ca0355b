import type { Lab } from '#shared/model/product-colour.ts'
import { linearFromLab, srgbByte } from '#shared/textile/colour.ts'
import { hash01, noise2 } from '#shared/textile/noise.ts'
import type { DemoMaterial } from '../fair/materials.ts'
import type { SurfaceMaps } from './glb.ts'

type Texel = { heightMm: number; light: number; roughness: number }

/** Distance to the nearest and the second nearest of scattered points: the cells of a leather's grain. */
const cells = (x: number, y: number, period: number, seed: number): readonly [number, number] => {
  const cx = Math.floor(x)
  const cy = Math.floor(y)
  let nearest = 9
  let second = 9
  for (let j = -1; j <= 1; j++)
    for (let i = -1; i <= 1; i++) {
      const wx = (((cx + i) % period) + period) % period
      const wy = (((cy + j) % period) + period) % period
      const dx = cx + i + hash01(wx, wy, seed) - x
      const dy = cy + j + hash01(wx, wy, seed + 1) - y
      const d = Math.hypot(dx, dy)
      if (d < nearest) {
        second = nearest
        nearest = d
      } else if (d < second) second = d
    }
  return [nearest, second]
}

const octaves = (x: number, y: number, base: number, count: number, seed: number): number => {
  let sum = 0
  let weight = 0.5
  let total = 0
  for (let i = 0; i < count; i++) {
    const period = base * 2 ** i
    sum += weight * noise2(x * period, y * period, period, period, seed + i)
    total += weight
    weight *= 0.55
  }
  return sum / total
}

const SURFACES: Record<DemoMaterial['surface'], (x: number, y: number, seed: number) => Texel> = {
  grain: (x, y, seed) => {
    const warpX = x + 0.006 * octaves(x, y, 12, 2, seed + 20)
    const [near, second] = cells(warpX * 110, y * 110, 110, seed)
    const crease = Math.min(1, (second - near) * 3.2)
    const [near2, second2] = cells(x * 38, y * 38, 38, seed + 7)
    const vein = Math.min(1, (second2 - near2) * 6)
    const cloud = octaves(x, y, 10, 3, seed + 3)
    const relief = 0.06 * crease + 0.04 * vein - 0.02 * near
    return {
      heightMm: relief,
      light: 0.8 + 0.12 * crease + 0.05 * vein + 0.16 * (cloud - 0.5),
      roughness: 0.5 + 0.12 * (1 - crease),
    }
  },
  nap: (x, y, seed) => {
    const fine = noise2(x * 520, y * 190, 520, 190, seed)
    const cloud = octaves(x, y, 9, 3, seed + 3)
    return { heightMm: 0.03 * fine, light: 0.72 + 0.34 * fine + 0.22 * (cloud - 0.5), roughness: 0.95 }
  },
  felt: (x, y, seed) => {
    const swirl = octaves(x, y, 6, 2, seed)
    const one = noise2(x * 260 + swirl * 40, y * 70, 260, 70, seed + 1)
    const other = noise2(x * 70, y * 260 + swirl * 40, 70, 260, seed + 2)
    const cloud = octaves(x, y, 8, 3, seed + 5)
    return {
      heightMm: 0.1 * Math.max(one, other) + 0.25 * cloud,
      light: 0.62 + 0.4 * Math.max(one, other) + 0.25 * (cloud - 0.5),
      roughness: 0.98,
    }
  },
  lint: (x, y, seed) => {
    const tuft = octaves(x, y, 9, 5, seed)
    const fibre = noise2(x * 300 + tuft * 60, y * 120, 300, 120, seed + 4)
    const speck = hash01(Math.floor(x * 180), Math.floor(y * 180), seed + 8) > 0.9993 ? 0.35 : 1
    return {
      heightMm: 5 * tuft + 0.25 * fibre,
      light: (0.72 + 0.42 * tuft + 0.14 * fibre) * speck,
      roughness: 1,
    }
  },
}

/** Maps of leather, felt or lint: a seamless square tile at true scale, deterministic by seed. */
export const makeMaterialMaps = (
  material: DemoMaterial,
  lab: Lab,
  seed: number,
  sizePx = 1024,
): SurfaceMaps => {
  const colour = linearFromLab(lab)
  const texels = sizePx * sizePx
  const height = new Float32Array(texels)
  const light = new Float32Array(texels)
  const maps: SurfaceMaps = {
    sizePx,
    widthMm: material.tileMm,
    heightMm: material.tileMm,
    baseColour: new Uint8Array(texels * 3),
    normal: new Uint8Array(texels * 3),
    roughness: new Uint8Array(texels),
    occlusion: new Uint8Array(texels).fill(255),
  }
  let sum = 0
  for (let i = 0; i < texels; i++) {
    const texel = SURFACES[material.surface]((i % sizePx) / sizePx, Math.floor(i / sizePx) / sizePx, seed)
    height[i] = texel.heightMm
    light[i] = texel.light
    sum += texel.light
    maps.roughness[i] = Math.round(255 * Math.min(1, texel.roughness))
  }
  const perMm = sizePx / material.tileMm / 2
  for (let i = 0; i < texels; i++) {
    const row = Math.floor(i / sizePx) * sizePx
    const column = i % sizePx
    const gain = ((light[i] ?? 1) * texels) / sum
    const slopeX =
      ((height[row + ((column + 1) % sizePx)] ?? 0) - (height[row + ((column + sizePx - 1) % sizePx)] ?? 0)) *
      perMm
    const slopeY =
      ((height[(i - sizePx + texels) % texels] ?? 0) - (height[(i + sizePx) % texels] ?? 0)) * perMm
    const length = Math.hypot(slopeX, slopeY, 1)
    maps.normal[i * 3] = Math.round(127.5 - (127.5 * slopeX) / length)
    maps.normal[i * 3 + 1] = Math.round(127.5 - (127.5 * slopeY) / length)
    maps.normal[i * 3 + 2] = Math.round(127.5 + 127.5 / length)
    for (let channel = 0; channel < 3; channel++)
      maps.baseColour[i * 3 + channel] = srgbByte((colour[channel] ?? 0) * gain)
  }
  return maps
}
