import { pushOut, type Collider } from './colliders.ts'

export type ClothSetup = {
  columns: number
  rows: number
  widthM: number
  heightM: number
  weightGsm: number
  /** Bending resistance, 0 for fluid silk to 1 for a firm canvas. */
  stiffness: number
  /** Where the cloth starts: u and v from 0 to 1, v = 1 at the top. */
  start: (u: number, v: number) => readonly [number, number, number]
  pinned: (column: number, row: number) => boolean
  colliders: readonly Collider[]
  seconds: number
  /** The last column is sewn to the first: a tube. `widthM` is then once around. */
  closed?: boolean
  /** Threads keep the lengths that they have at the start, as in a garment cut to shape; otherwise those of a rectangle. */
  cutToShape?: boolean
  /** Share of the motion along a surface that touching it takes away in a substep, 0-1. */
  friction?: number
}

type Constraints = { a: Int32Array; b: Int32Array; rest: Float32Array; compliance: Float32Array }

const GRAVITY = 9.81
const SUBSTEP_S = 1 / 480
/** No part of a falling cloth needs more than 5 m/s. */
const FASTEST_STEP_M = 5 * SUBSTEP_S

/** Columns between the left edge and the right; a tube has one more, back to its first. */
const gapsAcross = ({ columns, closed }: ClothSetup): number => (closed ? columns : columns - 1)

const makeConstraints = (setup: ClothSetup, start: Float32Array): Constraints => {
  const { columns, rows } = setup
  const dx = setup.widthM / gapsAcross(setup)
  const dy = setup.heightM / (rows - 1)
  const list: [number, number, number, number][] = []
  // Compliance as a multiple of a particle's inverse mass per substep², so that finer meshes behave alike.
  const perMass =
    (SUBSTEP_S * SUBSTEP_S * columns * rows) / ((setup.weightGsm / 1000) * setup.widthM * setup.heightM)
  const bend = perMass * (2 + 130 * (1 - setup.stiffness) ** 3)
  const shear = perMass * 1.5
  const link = (c: number, r: number, dc: number, dr: number, compliance: number) => {
    const c2 = setup.closed ? (c + dc + columns) % columns : c + dc
    const r2 = r + dr
    if (c2 < 0 || c2 >= columns || r2 >= rows) return
    const [from, to] = [r * columns + c, r2 * columns + c2]
    const apart = (axis: number) => (start[from * 3 + axis] ?? 0) - (start[to * 3 + axis] ?? 0)
    const rest = setup.cutToShape ? Math.hypot(apart(0), apart(1), apart(2)) : Math.hypot(dc * dx, dr * dy)
    list.push([from, to, rest, compliance])
  }
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      link(c, r, 1, 0, 0)
      link(c, r, 0, 1, 0)
      // Shear keeps the grid from collapsing, and woven cloth shears far more easily than it stretches.
      link(c, r, 1, 1, shear)
      link(c, r, -1, 1, shear)
      link(c, r, 2, 0, bend)
      link(c, r, 0, 2, bend)
      // Bending over a longer reach joins small wrinkles into the folds that the cloth's weight can hold.
      link(c, r, 4, 0, bend)
      link(c, r, 0, 4, bend)
    }
  return {
    a: Int32Array.from(list, (row) => row[0]),
    b: Int32Array.from(list, (row) => row[1]),
    rest: Float32Array.from(list, (row) => row[2]),
    compliance: Float32Array.from(list, (row) => row[3]),
  }
}

/**
 * Lets a cloth, rectangular or cut to shape, fall and come to rest; answers x, y, z of each grid point in metres, row
 * by row from the bottom. Extended position based dynamics with many small substeps of one iteration each (Macklin et al. 2019).
 * Deterministic: the same setup gives the same figures.
 */
export const settleCloth = (setup: ClothSetup): Float32Array => {
  const { columns, rows } = setup
  const count = columns * rows
  const position = new Float32Array(count * 3)
  const free = new Float32Array(count)
  const mass = ((setup.weightGsm / 1000) * setup.widthM * setup.heightM) / count
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const i = r * columns + c
      position.set(setup.start(c / gapsAcross(setup), r / (rows - 1)), i * 3)
      free[i] = setup.pinned(c, r) ? 0 : 1 / mass
    }
  const before = position.slice()
  const { a, b, rest, compliance } = makeConstraints(setup, position)
  const { friction = 0.5 } = setup
  const steps = Math.round(setup.seconds / SUBSTEP_S)
  const fall = GRAVITY * SUBSTEP_S * SUBSTEP_S
  for (let step = 0; step < steps; step++) {
    // Air and inner friction; stronger towards the end, so that the cloth rests.
    const keep = step > steps * 0.7 ? 0.985 : 0.9965
    for (let i = 0; i < count; i++) {
      if (free[i] === 0) continue
      for (let axis = 0; axis < 3; axis++) {
        const at = i * 3 + axis
        const now = position[at] ?? 0
        const step = Math.min(FASTEST_STEP_M, Math.max(-FASTEST_STEP_M, now - (before[at] ?? 0)))
        position[at] = now + step * keep - (axis === 1 ? fall : 0)
        before[at] = now
      }
    }
    for (let k = 0; k < a.length; k++) {
      const ia = (a[k] ?? 0) * 3
      const ib = (b[k] ?? 0) * 3
      const wa = free[ia / 3] ?? 0
      const wb = free[ib / 3] ?? 0
      const w = wa + wb
      if (w === 0) continue
      const dx = (position[ia] ?? 0) - (position[ib] ?? 0)
      const dy = (position[ia + 1] ?? 0) - (position[ib + 1] ?? 0)
      const dz = (position[ia + 2] ?? 0) - (position[ib + 2] ?? 0)
      const length = Math.sqrt(dx * dx + dy * dy + dz * dz)
      if (length < 1e-9) continue
      const alpha = (compliance[k] ?? 0) / (SUBSTEP_S * SUBSTEP_S)
      const push = (length - (rest[k] ?? 0)) / (w + alpha) / length
      position[ia] = (position[ia] ?? 0) - dx * push * wa
      position[ia + 1] = (position[ia + 1] ?? 0) - dy * push * wa
      position[ia + 2] = (position[ia + 2] ?? 0) - dz * push * wa
      position[ib] = (position[ib] ?? 0) + dx * push * wb
      position[ib + 1] = (position[ib + 1] ?? 0) + dy * push * wb
      position[ib + 2] = (position[ib + 2] ?? 0) + dz * push * wb
    }
    for (const collider of setup.colliders)
      for (let i = 0; i < count; i++) {
        if (free[i] === 0 || !pushOut(position, i * 3, collider)) continue
        // Cloth on cloth and wood hardly slides: most of the motion along the surface is lost.
        for (let axis = 0; axis < 3; axis++) {
          const at = i * 3 + axis
          before[at] = (before[at] ?? 0) + ((position[at] ?? 0) - (before[at] ?? 0)) * friction
        }
      }
  }
  return position
}
