/** Integer hash to 0-1; the same on every machine, so that everything generated is repeatable. */
export const hash01 = (a: number, b: number, seed: number): number => {
  let h = Math.imul(a, 0x27d4eb2d) ^ Math.imul(b, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

/** A stream of numbers from 0 to 1 (mulberry32). */
export const randomStream = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A seed from a name (FNV-1a). */
export const seedFrom = (name: string): number => {
  let h = 0x811c9dc5
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193)
  return h >>> 0
}

const wrap = (cell: number, period: number) => {
  // Mostly it lies inside already, and a division costs more than all the rest.
  if (cell >= 0 && cell < period) return cell
  const rest = cell % period
  return rest < 0 ? rest + period : rest
}

/** Smooth value noise, 0-1, that repeats every `periodX` by `periodY` cells (whole numbers). */
export const noise2 = (x: number, y: number, periodX: number, periodY: number, seed: number): number => {
  const cellX = Math.floor(x)
  const cellY = Math.floor(y)
  const fx = x - cellX
  const fy = y - cellY
  const sx = fx * fx * (3 - 2 * fx)
  const sy = fy * fy * (3 - 2 * fy)
  const x0 = wrap(cellX, periodX)
  const x1 = wrap(cellX + 1, periodX)
  const y0 = wrap(cellY, periodY)
  const y1 = wrap(cellY + 1, periodY)
  const top = hash01(x0, y0, seed) * (1 - sx) + hash01(x1, y0, seed) * sx
  const bottom = hash01(x0, y1, seed) * (1 - sx) + hash01(x1, y1, seed) * sx
  return top * (1 - sy) + bottom * sy
}

/** Smooth noise along a line, 0-1, that repeats every `period` cells. */
export const noise1 = (x: number, period: number, seed: number): number => noise2(x, 0.5, period, 1, seed)
