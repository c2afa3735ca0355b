/** Something that cloth lies on, in metres. */
export type Collider =
  | { kind: 'floor'; yM: number }
  | {
      kind: 'capsule'
      a: readonly [number, number, number]
      b: readonly [number, number, number]
      radiusM: number
    }
  | {
      kind: 'box'
      centre: readonly [number, number, number]
      half: readonly [number, number, number]
      roundM: number
    }

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
}

type Constraints = { a: Int32Array; b: Int32Array; rest: Float32Array; compliance: Float32Array }

const GRAVITY = 9.81
const SUBSTEP_S = 1 / 480
/** No part of a falling cloth needs more than 5 m/s. */
const FASTEST_STEP_M = 5 * SUBSTEP_S

const makeConstraints = (setup: ClothSetup): Constraints => {
  const { columns, rows } = setup
  const dx = setup.widthM / (columns - 1)
  const dy = setup.heightM / (rows - 1)
  const list: [number, number, number, number][] = []
  // Compliance as a multiple of a particle's inverse mass per substep², so that finer meshes behave alike.
  const perMass =
    (SUBSTEP_S * SUBSTEP_S * columns * rows) / ((setup.weightGsm / 1000) * setup.widthM * setup.heightM)
  const bend = perMass * (2 + 240 * (1 - setup.stiffness) ** 3)
  const shear = perMass * 1.5
  const link = (c: number, r: number, dc: number, dr: number, compliance: number) => {
    const c2 = c + dc
    const r2 = r + dr
    if (c2 < 0 || c2 >= columns || r2 >= rows) return
    list.push([r * columns + c, r2 * columns + c2, Math.hypot(dc * dx, dr * dy), compliance])
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
    }
  return {
    a: Int32Array.from(list, (row) => row[0]),
    b: Int32Array.from(list, (row) => row[1]),
    rest: Float32Array.from(list, (row) => row[2]),
    compliance: Float32Array.from(list, (row) => row[3]),
  }
}

/** Pushes a particle out of a collider; true where it touched. */
const pushOut = (p: Float32Array, i: number, collider: Collider): boolean => {
  const x = p[i] ?? 0
  const y = p[i + 1] ?? 0
  const z = p[i + 2] ?? 0
  if (collider.kind === 'floor') {
    if (y >= collider.yM) return false
    p[i + 1] = collider.yM
    return true
  }
  let cx: number
  let cy: number
  let cz: number
  let radius: number
  if (collider.kind === 'capsule') {
    const { a, b } = collider
    const ab = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const
    const length2 = ab[0] * ab[0] + ab[1] * ab[1] + ab[2] * ab[2]
    const along = length2 === 0 ? 0 : ((x - a[0]) * ab[0] + (y - a[1]) * ab[1] + (z - a[2]) * ab[2]) / length2
    const t = Math.min(1, Math.max(0, along))
    cx = a[0] + ab[0] * t
    cy = a[1] + ab[1] * t
    cz = a[2] + ab[2] * t
    radius = collider.radiusM
  } else {
    const { centre, half, roundM } = collider
    const inner = (value: number, axis: 0 | 1 | 2) => {
      const reach = half[axis] - roundM
      return centre[axis] + Math.min(reach, Math.max(-reach, value - centre[axis]))
    }
    cx = inner(x, 0)
    cy = inner(y, 1)
    cz = inner(z, 2)
    radius = roundM
    if (cx === x && cy === y && cz === z) {
      // Deep inside: leave by the nearest face.
      const room = [
        half[0] - Math.abs(x - centre[0]),
        half[1] - Math.abs(y - centre[1]),
        half[2] - Math.abs(z - centre[2]),
      ]
      const axis = room.indexOf(Math.min(...room))
      const middle = centre[axis] ?? 0
      p[i + axis] = middle + Math.sign((p[i + axis] ?? 0) - middle || 1) * (half[axis] ?? 0)
      return true
    }
  }
  const d = Math.hypot(x - cx, y - cy, z - cz)
  if (d >= radius || d === 0) return false
  const scale = radius / d
  p[i] = cx + (x - cx) * scale
  p[i + 1] = cy + (y - cy) * scale
  p[i + 2] = cz + (z - cz) * scale
  return true
}

/**
 * Lets a rectangular cloth fall and come to rest; answers x, y, z of each grid point in metres, row by row from
 * the bottom. Extended position based dynamics with many small substeps of one iteration each (Macklin et al. 2019).
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
      position.set(setup.start(c / (columns - 1), r / (rows - 1)), i * 3)
      free[i] = setup.pinned(c, r) ? 0 : 1 / mass
    }
  const before = position.slice()
  const { a, b, rest, compliance } = makeConstraints(setup)
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
          before[at] = (before[at] ?? 0) + ((position[at] ?? 0) - (before[at] ?? 0)) * 0.5
        }
      }
  }
  return position
}
