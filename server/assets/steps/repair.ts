import type { AssetNote } from '#shared/model/asset.ts'
import { AssetFailure, info, warning } from './asset-failure.ts'
import type { Baked } from './bake.ts'
import { computeNormals } from './normals.ts'
import { boundsOf, type Floats, type Part, type Solid, sizeOf } from './solid.ts'
import { weld } from './weld.ts'

const countBadPositions = (values: Floats): number => {
  let bad = 0
  for (let i = 0; i < values.length; i += 3) {
    // A sum is finite only where all its terms are.
    if (!Number.isFinite((values[i] ?? 0) + (values[i + 1] ?? 0) + (values[i + 2] ?? 0))) bad += 1
  }
  return bad
}

const replaceBad = (values: Floats | undefined): number => {
  if (values === undefined) return 0
  let bad = 0
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue
    values[i] = 0
    bad += 1
  }
  return bad
}

const isZeroLength = (normals: Floats): boolean => {
  for (let i = 0; i < normals.length; i += 3) {
    if (Math.hypot(normals[i] ?? 0, normals[i + 1] ?? 0, normals[i + 2] ?? 0) > 0.1) return false
  }
  return true
}

type UnitGuess = { metresPerUnit: number; unit: string }

/**
 * Trade goods measure between a button and a marquee. What would be larger than 20 m was drawn in centimetres or
 * millimetres; formats without a unit are taken to be in centimetres from 5 units on, as cloth programs write them.
 */
export const guessUnit = (extent: number, statesMetres: boolean): UnitGuess | undefined => {
  const isPlausible = extent >= 0.002 && extent <= (statesMetres ? 20 : 5)
  if (isPlausible) return undefined
  if (extent > 0 && extent < 0.002)
    return extent * 1000 >= 0.002 ? { metresPerUnit: 1000, unit: 'km' } : undefined
  if (extent <= 500) return { metresPerUnit: 0.01, unit: 'cm' }
  return { metresPerUnit: 0.001, unit: 'mm' }
}

const LARGEST_M = 100
const SMALLEST_M = 1e-4

const scaleAll = (parts: readonly Part[], scale: number): void => {
  for (const { positions } of parts)
    for (let i = 0; i < positions.length; i++) positions[i] = (positions[i] ?? 0) * scale
}

const repairUnits = (
  parts: readonly Part[],
  metresPerUnit: number | undefined,
  statesMetres: boolean,
): AssetNote[] => {
  if (metresPerUnit !== undefined && metresPerUnit !== 1) scaleAll(parts, metresPerUnit)
  const extent = Math.max(...sizeOf(boundsOf(parts)))
  const guess = guessUnit(extent, statesMetres)
  const scale = guess?.metresPerUnit ?? 1
  const result = extent * scale
  if (!(result <= LARGEST_M && result >= SMALLEST_M)) {
    scaleAll(parts, 1 / extent)
    return [warning('unit_unknown', { sizeM: Number(extent.toPrecision(3)) })]
  }
  if (guess === undefined) return []
  scaleAll(parts, scale)
  return [warning('unit_guessed', { unit: guess.unit, sizeM: Number(extent.toPrecision(3)) })]
}

const repairPivot = (parts: readonly Part[]): AssetNote[] => {
  const box = boundsOf(parts)
  const size = Math.max(...sizeOf(box))
  const shift = [(box.min[0] + box.max[0]) / 2, box.min[1], (box.min[2] + box.max[2]) / 2]
  // Within a hundredth of the size nobody sees it: leave the author's pivot.
  if (shift.every((value) => Math.abs(value) < size / 100)) return []
  for (const { positions } of parts) {
    for (let i = 0; i < positions.length; i++) positions[i] = (positions[i] ?? 0) - (shift[i % 3] ?? 0)
  }
  return [info('pivot_moved')]
}

export type RepairOptions = { metresPerUnit: number | undefined; statesMetres: boolean }

/**
 * Repairs what is safe to repair: missing normals, units, the pivot, attributes that are no numbers.
 * @throws AssetFailure `positions_not_finite` and `no_geometry`.
 */
export const repair = (baked: Baked, options: RepairOptions): { solid: Solid; notes: AssetNote[] } => {
  const bad = baked.parts.reduce((sum, { positions }) => sum + countBadPositions(positions), 0)
  if (bad > 0) throw new AssetFailure('positions_not_finite', { count: bad })
  let repaired = 0
  let computed = 0
  const parts: Part[] = []
  for (const loose of baked.parts) {
    const { normals, texCoords, colours } = loose
    repaired += [normals, colours, ...texCoords].reduce((sum, values) => sum + replaceBad(values), 0)
    const isMissing = normals === undefined || isZeroLength(normals)
    if (isMissing) computed += 1
    const part = weld({
      ...loose,
      normals: isMissing ? computeNormals(loose.positions, loose.indices) : normals,
    })
    if (part.indices.length > 0) parts.push(part)
  }
  const extent = parts.length === 0 ? 0 : Math.max(...sizeOf(boundsOf(parts)))
  if (!(extent > 0) || !Number.isFinite(extent)) throw new AssetFailure('no_geometry')
  const notes: AssetNote[] = []
  if (computed > 0) notes.push(info('normals_computed', { count: computed }))
  if (repaired > 0) notes.push(warning('values_repaired', { count: repaired }))
  notes.push(...repairUnits(parts, options.metresPerUnit, options.statesMetres), ...repairPivot(parts))
  return { solid: { ...baked, parts }, notes }
}
