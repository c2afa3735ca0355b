import type { ColourBand } from '../recipe.ts'

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
const multiple = (a: number, b: number): number => (a * b) / divisor(a, b)

/** A tile is at least this large and holds at least this many repeats of the weave: no thread becomes a pattern. */
export const MIN_TILE_MM = 20
export const MIN_REPEATS = 16

export const bandThreads = (bands: readonly ColourBand[]): number =>
  bands.reduce((sum, band) => sum + band.threads, 0)

/** Number of threads of a tile: whole repeats of weave and colours, at least 2 cm and 16 basic repeats. */
export const tileThreads = (
  repeat: number,
  basis: number,
  bands: readonly ColourBand[],
  perCm: number,
): number => {
  const whole = multiple(repeat, bandThreads(bands))
  const wanted = Math.max((MIN_TILE_MM / 10) * perCm, MIN_REPEATS * basis)
  return whole * Math.ceil(wanted / whole - 1e-9)
}

/** Colour band of each thread of a tile, as an index into `bands`. */
export const bandOfThread = (bands: readonly ColourBand[], threads: number): number[] => {
  const sequence = bands.flatMap((band, index) => Array.from({ length: band.threads }, () => index))
  return Array.from({ length: threads }, (_, thread) => sequence[thread % sequence.length] ?? 0)
}
