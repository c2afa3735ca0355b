import { noise2 } from '#shared/textile/noise.ts'
import { gridMesh, tubeMesh, type Triple } from './mesh.ts'
import type { ShapeContext, ShapePart } from './shape.ts'

const TAU = Math.PI * 2
const CAN = { radiusM: 0.2, heightM: 0.52 }
const COIL_M = 0.098
const ORBIT_M = 0.077
const COILS = 27
const POINTS_A_COIL = 20

/** Where a coiler lays the sliver: circles whose middle moves round the can, each on those before it. */
const coiled = (seed: number): Triple[] =>
  Array.from({ length: COILS * POINTS_A_COIL }, (_, i) => {
    const coil = i / POINTS_A_COIL
    const [angle, orbit] = [coil * TAU, coil * 0.47]
    const loose = 0.008 * (noise2(coil * 5, 1, 512, 64, seed) - 0.5)
    const x = (ORBIT_M + loose) * Math.cos(orbit) + (COIL_M + loose) * Math.cos(angle)
    const z = (ORBIT_M + loose) * Math.sin(orbit) + (COIL_M + loose) * Math.sin(angle)
    // A coil rests on its neighbours: highest at the can's wall, where fewer cross.
    const heap = 0.014 * Math.cos(Math.hypot(x, z) * 15) + 0.006 * noise2(coil * 3, 4, 512, 64, seed + 1)
    return [x, CAN.heightM - 0.045 + 0.003 * coil + heap, z]
  })

/** The end of the sliver, drawn up out of the can and over its rim. */
const drawnOver = ([x, y, z]: Triple): Triple[] =>
  Array.from({ length: 30 }, (_, i) => {
    const t = (i + 1) / 30
    const heading = Math.atan2(z, x) + 0.9 * t
    const r = Math.hypot(x, z) + (CAN.radiusM + 0.022 - Math.hypot(x, z)) * Math.min(1, t * 1.9)
    const over = Math.max(0, t - 0.48) / 0.52
    const rise = 0.03 * Math.sin(Math.min(1, t / 0.5) * Math.PI * 0.8)
    return [r * Math.cos(heading), y + rise - 0.34 * over ** 1.35, r * Math.sin(heading)]
  })

/** Carded sliver, coiled in a can as it leaves the card. */
export const sliver = ({ seed }: ShapeContext): ShapePart[] => {
  const coils = coiled(seed)
  const end = coils.at(-1) ?? [0, 0, 0]
  const rope = tubeMesh([...coils, ...drawnOver(end)], 0.0185, 7, 0.66)
  // Loose fibres: no section of a sliver is round.
  rope.positions = rope.positions.map((value, i) => {
    const vertex = Math.floor(i / 3)
    return value + 0.0042 * (noise2(vertex * 0.37, (i % 3) * 7, 8192, 64, seed + 5) - 0.5)
  })
  const floor = gridMesh(36, 3, (u, v) => {
    const r = CAN.radiusM * 0.97 * v
    return [
      r * Math.cos(u * TAU),
      CAN.heightM - 0.05 + 0.01 * Math.cos(r * 15),
      r * Math.sin(u * TAU),
      u * 600,
      v * 190,
    ]
  })
  const wall = (radius: number, inner: boolean) =>
    gridMesh(48, 18, (u, v) => {
      const angle = inner ? u * TAU : -u * TAU
      // Beads stiffen the can near its ends and its middle.
      const bead = [0.03, 0.5, 0.955].reduce(
        (sum, at) => sum + 0.004 * Math.exp(-(((v - at) / 0.018) ** 2)),
        0,
      )
      const r = radius + (inner ? 0 : bead)
      return [r * Math.cos(angle), v * CAN.heightM, r * Math.sin(angle), u * 1256, v * 520]
    })
  const rim = tubeMesh(
    Array.from({ length: 49 }, (_, i) => [
      CAN.radiusM * Math.cos((i / 48) * TAU), CAN.heightM, CAN.radiusM * Math.sin((i / 48) * TAU),
    ] as const),
    0.004,
    6,
  ) // prettier-ignore
  return [
    { name: 'sliver', mesh: rope, surface: 'cloth', seamless: true },
    { name: 'bed', mesh: floor, surface: 'cloth' },
    { name: 'can', mesh: wall(CAN.radiusM, false), surface: 'strap', seamless: true },
    { name: 'inside', mesh: wall(CAN.radiusM - 0.003, true), surface: 'strap', seamless: true },
    { name: 'rim', mesh: rim, surface: 'metal', seamless: true },
  ]
}
