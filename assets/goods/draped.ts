import { settleCloth, type ClothSetup } from '#shared/textile/drape/cloth-solver.ts'
import type { Mesh } from './mesh.ts'

/** A cloth at rest: a grid of points, row by row from the bottom. */
export type Draped = { columns: number; rows: number; closed: boolean; points: Float32Array }

const neighbours = ({ columns, rows, closed }: Draped, column: number, row: number): number[] => {
  const list: number[] = []
  if (closed || column > 0) list.push(row * columns + ((column + columns - 1) % columns))
  if (closed || column < columns - 1) list.push(row * columns + ((column + 1) % columns))
  if (row > 0) list.push((row - 1) * columns + column)
  if (row < rows - 1) list.push((row + 1) * columns + column)
  return list
}

/** Takes out the jitter that is left between neighbouring threads; edges stay where they are. */
const smoothed = (cloth: Draped, passes: number): Draped => {
  let { points } = cloth
  for (let pass = 0; pass < passes; pass++) {
    const next = points.slice()
    for (let row = 1; row < cloth.rows - 1; row++)
      for (let column = cloth.closed ? 0 : 1; column < cloth.columns - (cloth.closed ? 0 : 1); column++) {
        const own = row * cloth.columns + column
        const around = neighbours(cloth, column, row)
        for (let axis = 0; axis < 3; axis++) {
          const mean = around.reduce((sum, i) => sum + (points[i * 3 + axis] ?? 0), 0) / around.length
          next[own * 3 + axis] = (points[own * 3 + axis] ?? 0) * 0.5 + mean * 0.5
        }
      }
    points = next
  }
  return { ...cloth, points }
}

/** Lets a cloth settle by the solver and smooths what jitter is left. */
export const drapeCloth = (setup: ClothSetup, passes = 2): Draped =>
  smoothed(
    { columns: setup.columns, rows: setup.rows, closed: setup.closed ?? false, points: settleCloth(setup) },
    passes,
  )

/** The face of a draped cloth; its threads lie `widthM` across and `heightM` along, as they were woven. */
export const faceOf = (cloth: Draped, widthM: number, heightM: number): Mesh => {
  const { columns, rows, closed, points } = cloth
  // A tube shows its first column twice, so that the cloth's pattern runs all the way round.
  const shown = closed ? columns + 1 : columns
  const mesh: Mesh = { positions: [], uvMm: [], indices: [] }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < shown; column++) {
      const at = (row * columns + (column % columns)) * 3
      mesh.positions.push(points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0)
      mesh.uvMm.push((column / (shown - 1)) * widthM * 1000, (row / (rows - 1)) * heightM * 1000)
      if (row === 0 || column === 0) continue
      const d = row * shown + column
      const [a, b, c] = [d - shown - 1, d - shown, d - 1]
      mesh.indices.push(a, b, d, a, d, c)
    }
  return mesh
}

/** Takes out what is left of the solver's stretch: from the top edge down, every point at its own length of thread. */
export const hungAtLength = (cloth: Draped, heightM: number): Draped => {
  const { columns, rows, points } = cloth
  const rest = heightM / (rows - 1)
  const hung = points.slice()
  for (let row = rows - 2; row >= 0; row--)
    for (let column = 0; column < columns; column++) {
      const at = (row * columns + column) * 3
      const above = at + columns * 3
      const way = [0, 1, 2].map((axis) => (points[at + axis] ?? 0) - (points[above + axis] ?? 0))
      const scale = rest / Math.hypot(...way)
      for (let axis = 0; axis < 3; axis++)
        hung[at + axis] = (hung[above + axis] ?? 0) + (way[axis] ?? 0) * scale
    }
  return { ...cloth, points: hung }
}

/**
 * A wavy line `spanM` wide and exactly `lengthM` long, at equal steps along itself: how an edge lies that is gathered
 * without stretching. Answers x and z.
 */
export const pleatedLine = (
  spanM: number,
  lengthM: number,
  points: number,
  wave: (t: number) => number,
): (readonly [number, number])[] => {
  const fine = 2400
  const at = (amplitude: number, i: number) => [(i / fine - 0.5) * spanM, amplitude * wave(i / fine)] as const
  const lengthsFor = (amplitude: number) => {
    const lengths = [0]
    for (let i = 1; i <= fine; i++) {
      const [x, z] = at(amplitude, i)
      const [px, pz] = at(amplitude, i - 1)
      lengths.push((lengths[i - 1] ?? 0) + Math.hypot(x - px, z - pz))
    }
    return lengths
  }
  let [low, high] = [0, spanM]
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2
    if ((lengthsFor(middle)[fine] ?? 0) > lengthM) high = middle
    else low = middle
  }
  const lengths = lengthsFor(low)
  let i = 0
  return Array.from({ length: points }, (_, point) => {
    const wanted = ((lengths[fine] ?? 0) * point) / (points - 1)
    while (i < fine && (lengths[i] ?? 0) < wanted) i++
    return at(low, i)
  })
}
