import { linearFromLab, type Rgb } from '../colour.ts'
import { hash01, noise2 } from '../noise.ts'
import { fibreNature } from '../yarn.ts'
import type { YarnPath } from './yarn-path.ts'
import { pathLengthsMm, type YarnBuffer } from './raster.ts'
import type { TilePaths } from './woven-paths.ts'

/** Linear colour and roughness of each texel, before light that is caught between yarns is taken away. */
export type YarnShading = { colour: Float32Array; light: Float32Array; roughness: Float32Array }

type Brush = {
  colours: Rgb[]
  shares: number[]
  seed: number
  lightness: number
  roughness: number
  /** Whole numbers of noise cells, so that a closed yarn meets itself. */
  fibresAround: number
  cellsAlong: number
  cellsPerMm: number
  turnsPerMm: number
  plies: number
  plyTurnsPerMm: number
  streaks: number
  relief: number
}

const wholeTurns = (turnsPerMm: number, lengthMm: number) => Math.round(turnsPerMm * lengthMm) / lengthMm

const brushFor = (path: YarnPath, lengthMm: number, unevenDye: number): Brush => {
  const { yarn, seed } = path
  const nature = fibreNature(yarn.fibre)
  const sign = (yarn.twist ?? 'Z') === 'Z' ? 1 : -1
  // Twist factor of about 36 (turns/cm x √tex) where the sheet states none: weaving yarn.
  const twistPerM = yarn.twistPerM ?? (yarn.filament ? 120 : 3600 / Math.sqrt(yarn.tex))
  const plies = yarn.plies ?? 1
  const cellsPerMm = yarn.filament ? 0.5 : 1.1
  return {
    colours: path.colour.map((part) => linearFromLab(part.lab)),
    shares: path.colour.map((part) => part.share),
    seed,
    lightness: 1 + (hash01(1, 7, seed) - 0.5) * (0.03 + unevenDye * 0.12),
    roughness: yarn.filament ? nature.roughness * 0.72 : nature.roughness,
    fibresAround: yarn.filament ? 26 : 20,
    cellsAlong: Math.max(2, Math.round(lengthMm * cellsPerMm)),
    cellsPerMm: Math.max(2, Math.round(lengthMm * cellsPerMm)) / lengthMm,
    turnsPerMm: wholeTurns((sign * twistPerM) / 1000, lengthMm),
    plies,
    plyTurnsPerMm: plies > 1 ? wholeTurns((-sign * twistPerM * 0.7) / 1000, lengthMm) : 0,
    streaks: (yarn.filament ? 0.16 : 0.34) * (0.8 + 0.5 * nature.unevenness),
    relief: yarn.filament ? 0.05 : 0.16,
  }
}

/** Picks the fibre colour of a melange by where it lies in the yarn. */
const mixed = (brush: Brush, chance: number): Rgb => {
  let sum = 0
  for (let i = 0; i < brush.shares.length; i++) {
    sum += brush.shares[i] ?? 0
    if (chance <= sum) return brush.colours[i] ?? [0.5, 0.5, 0.5]
  }
  return brush.colours.at(-1) ?? [0.5, 0.5, 0.5]
}

/**
 * Lays fibres on the yarns: streaks that follow the twist's helix, plies, melange, uneven dye. Raises the height by
 * the fibres' own relief.
 */
export const shadeYarns = (
  buffer: YarnBuffer,
  tile: TilePaths,
  unevenDye: number,
  raised: number,
): YarnShading => {
  const lengths = pathLengthsMm(tile)
  const brushes = tile.paths.map((path, index) => brushFor(path, lengths[index] ?? 1, unevenDye))
  const texels = buffer.path.length
  const shading: YarnShading = {
    colour: new Float32Array(texels * 3),
    light: new Float32Array(texels),
    roughness: new Float32Array(texels).fill(1),
  }
  for (let texel = 0; texel < texels; texel++) {
    const number = buffer.path[texel] ?? 0
    const brush = brushes[number - 1]
    const path = tile.paths[number - 1]
    if (!brush || !path) continue
    const u = buffer.across[texel] ?? 0
    const along = buffer.alongMm[texel] ?? 0
    const turn = Math.asin(u) / (2 * Math.PI)
    const around = (turn - brush.turnsPerMm * along) * brush.fibresAround
    const cell = along * brush.cellsPerMm
    const fine = noise2(around * 2, cell * 2, brush.fibresAround * 2, brush.cellsAlong * 2, brush.seed + 3)
    const broad = noise2(around, cell, brush.fibresAround, brush.cellsAlong, brush.seed + 4)
    const streak = 0.5 * fine + 0.5 * broad - 0.5
    const ply =
      brush.plies > 1 ? Math.cos(2 * Math.PI * brush.plies * (turn - brush.plyTurnsPerMm * along)) : 0
    const slowDye =
      unevenDye > 0 ? noise2(cell * 0.5, 0.5, Math.max(1, brush.cellsAlong >> 1), 1, brush.seed + 9) - 0.5 : 0
    const light =
      brush.lightness *
      (1 + brush.streaks * 2 * streak) *
      (1 + 0.1 * ply) *
      (1 + unevenDye * (0.7 * slowDye + 0.5 * streak))
    const blend =
      brush.colours.length > 1
        ? noise2(
            around * 1.5,
            cell * 0.8,
            Math.round(brush.fibresAround * 1.5),
            Math.max(1, Math.round(brush.cellsAlong * 0.8)),
            brush.seed + 6,
          )
        : 0
    // Value noise gathers around its middle; spread it, so that the shares come out about right.
    const [r, g, b] = mixed(brush, Math.min(1, Math.max(0, 0.5 + (blend - 0.5) * 1.75)))
    shading.colour[texel * 3] = r
    shading.colour[texel * 3 + 1] = g
    shading.colour[texel * 3 + 2] = b
    shading.light[texel] = Math.max(0.05, light)
    shading.roughness[texel] = Math.min(1, brush.roughness + 0.1 * (0.5 - streak) * u * u)
    buffer.heightMm[texel] =
      (buffer.heightMm[texel] ?? 0) +
      path.halfHeightMm * (brush.relief * (1 - raised * 0.5) * 2 * streak + 0.16 * ply)
  }
  return shading
}
