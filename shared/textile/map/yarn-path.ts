import type { RecipeYarn, YarnColour } from '../recipe.ts'
import { fibreNature, yarnDiameterMm } from '../yarn.ts'

/**
 * One yarn of a tile: points of its axis in mm (z towards the viewer) with the half widths of its section there.
 * A closed path ends where it began, one tile further on.
 */
export type YarnPath = {
  x: Float32Array
  y: Float32Array
  z: Float32Array
  halfWidthMm: Float32Array
  halfHeightMm: number
  closed: boolean
  yarn: RecipeYarn
  colour: YarnColour
  seed: number
}

export const emptyPath = (
  points: number,
  rest: Omit<YarnPath, 'x' | 'y' | 'z' | 'halfWidthMm'>,
): YarnPath => ({
  x: new Float32Array(points),
  y: new Float32Array(points),
  z: new Float32Array(points),
  halfWidthMm: new Float32Array(points),
  ...rest,
})

/** Free diameter of a yarn; filament packs closer than staple, wool more loosely. */
export const diameterMm = (yarn: RecipeYarn): number => {
  const { densityGPerCm3, hairiness } = fibreNature(yarn.fibre)
  return yarnDiameterMm(yarn.tex, densityGPerCm3, yarn.filament ? 0.72 : 0.64 - 0.12 * hairiness)
}

/** Visible unevenness of the thickness as a share of it. */
export const thicknessVariation = (yarn: RecipeYarn): number =>
  (yarn.filament ? 0.25 : 1) * fibreNature(yarn.fibre).unevenness * (yarn.slub ?? 1)
