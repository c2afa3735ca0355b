import { noise2 } from '#shared/textile/noise.ts'
import { drapeCloth, faceOf, hungAtLength, pleatedLine, type Draped } from './draped.ts'
import { formDistanceM, formPoint, SHOULDER_M, standingForm } from './dress-form.ts'
import { gridMesh, joined, tubeMesh, type Mesh } from './mesh.ts'
import type { ShapeContext, ShapePart } from './shape.ts'

const TAU = Math.PI * 2

/** A ring around an axis in the x-z plane, for eyelets. */
const ring = (x: number, y: number, z: number, heading: number): Mesh =>
  tubeMesh(
    Array.from({ length: 21 }, (_, i) => {
      const angle = (i / 20) * TAU
      return [
        x + 0.023 * Math.cos(angle) * Math.cos(heading),
        y + 0.023 * Math.sin(angle),
        z + 0.023 * Math.cos(angle) * Math.sin(heading),
      ] as const
    }),
    0.0042,
    6,
    0.6,
  )

const CURTAIN_DROP_M = 1.85
const EYELETS_BELOW_TOP_M = 0.045

/** One panel of a curtain on a short rod: eyelet heading, falling folds, a hem. */
export const curtain = ({ seed, stiffness, weightGsm, widthMm }: ShapeContext): ShapePart[] => {
  const width = Math.min(1.5, widthMm / 1000)
  const waves = Math.max(3, Math.round(width / 0.3))
  const span = width * 0.56
  const [columns, rows] = [Math.round(width * 70), 54]
  // Eyelets sit where the wave crosses the rod, twice a wave.
  const line = pleatedLine(span, width, columns, (t) => Math.sin(TAU * (waves * t + 0.25)))
  const rowOfEyelets = rows - 1 - Math.round((EYELETS_BELOW_TOP_M / CURTAIN_DROP_M) * (rows - 1))
  const cloth = hungAtLength(
    drapeCloth({
      columns, rows, widthM: width, heightM: CURTAIN_DROP_M, weightGsm, stiffness, seconds: 1.6,
      start: (u, v) => {
        const [x, z] = line[Math.round(u * (columns - 1))] ?? [0, 0]
        const down = 1 - v
        const loose = 0.03 * down * (noise2(u * waves * 1.3, v * 2, 64, 64, seed) - 0.5)
        const narrow = 1 - 0.1 * down * stiffness
        return [x * narrow + loose, -down * CURTAIN_DROP_M, z * (1 + 0.3 * down) + loose * 1.4]
      },
      // The heading is stiffened by a tape: it keeps the wave of the rod.
      pinned: (_, row) => row >= rowOfEyelets - 1,
      colliders: [],
    }),
    CURTAIN_DROP_M,
  ) // prettier-ignore
  const eyelets: Mesh[] = []
  for (let column = 1; column < columns - 1; column++) {
    const [x, z] = line[column] ?? [0, 0]
    const [nx, nz] = line[column + 1] ?? [0, 0]
    if (z > 0 === nz > 0) continue
    const heading = Math.atan2(nz - z, nx - x)
    eyelets.push(ring((x + nx) / 2, -EYELETS_BELOW_TOP_M, 0, heading))
  }
  const half = span / 2 + 0.09
  const rod = tubeMesh([[-half, -EYELETS_BELOW_TOP_M, 0], [0, -EYELETS_BELOW_TOP_M, 0], [half, -EYELETS_BELOW_TOP_M, 0]], 0.011, 14) // prettier-ignore
  const knobs = [-1, 1].map((side) =>
    gridMesh(14, 8, (u, v) => {
      const [angle, tilt] = [u * TAU, (v - 0.5) * Math.PI]
      const r = 0.02 * Math.cos(tilt)
      return [
        side * (half + 0.012) + 0.02 * Math.sin(tilt),
        -EYELETS_BELOW_TOP_M + r * Math.sin(angle),
        r * Math.cos(angle),
        0,
        0,
      ]
    }),
  )
  return [
    {
      name: 'cloth',
      mesh: joined(faceOf(cloth, width, CURTAIN_DROP_M), hemOf(cloth, width)),
      surface: 'cloth',
    },
    { name: 'eyelets', mesh: joined(...eyelets, rod, ...knobs), surface: 'metal', seamless: true },
  ]
}

/** The turned-up hem behind a hung cloth's lower edge, a little off its back. */
const hemOf = ({ columns, rows, points }: Draped, width: number): Mesh => {
  const hemRows = Math.max(2, Math.round(rows * 0.045))
  return gridMesh(columns - 1, hemRows, (u, v) => {
    const column = Math.round(u * (columns - 1))
    const at = (Math.round(v * hemRows) * columns + column) * 3
    const other = (Math.round(v * hemRows) * columns + Math.min(columns - 1, column + 1)) * 3
    const before = (Math.round(v * hemRows) * columns + Math.max(0, column - 1)) * 3
    const [dx, dz] = [
      (points[other] ?? 0) - (points[before] ?? 0),
      (points[other + 2] ?? 0) - (points[before + 2] ?? 0),
    ]
    const length = Math.hypot(dx, dz) || 1
    const off = v === 0 ? 0 : 0.0025
    return [
      (points[at] ?? 0) + (dz / length) * off,
      points[at + 1] ?? 0,
      (points[at + 2] ?? 0) - (dx / length) * off,
      u * width * 1000,
      -v * 80,
    ]
  })
}

const BLOCK = { radiusM: 0.27, heightM: 0.62, edgeM: 0.012 }

/** Distance from a round block with a softened edge that stands on the floor. */
const blockDistanceM = (x: number, y: number, z: number): number => {
  const { radiusM, heightM, edgeM } = BLOCK
  const out = Math.hypot(x, z) - radiusM + edgeM
  const up = y - heightM + edgeM
  const beyond = Math.hypot(Math.max(out, 0), Math.max(up, 0))
  return beyond + Math.min(Math.max(out, up), 0) - edgeM
}

/** Cloth thrown over a round block: it hangs in the folds that its weight and its stiffness give. */
export const tableDrape = ({ seed, stiffness, weightGsm }: ShapeContext): ShapePart[] => {
  const side = 1.16
  const cells = 82
  const turn = 0.35 + 0.4 * noise2(3, 5, 64, 64, seed)
  // Firm cloth stands in few wide folds, fluid cloth in many.
  const folds = Math.round(11 - 5 * stiffness)
  const offset = [
    0.03 * (noise2(1, 1, 64, 64, seed) - 0.5),
    0.05 * (noise2(2, 1, 64, 64, seed) - 0.5),
  ] as const
  const cloth = drapeCloth({
    columns: cells, rows: cells, widthM: side, heightM: side, weightGsm, stiffness, seconds: 2.4, friction: 0.3,
    start: (u, v) => {
      const [x, z] = [(u - 0.5) * side + offset[0], (0.5 - v) * side + offset[1]]
      // Beyond the edge it has begun to fall, here more and there less: that decides where folds form.
      const beyond = Math.max(0, Math.hypot(x, z) - BLOCK.radiusM)
      const angle = Math.atan2(z, x)
      const fold = Math.sin(folds * angle + 1.6 * noise2(angle + 4, 0.5, 64, 64, seed + 1))
      const inward = 1 - (beyond * (0.3 - 0.2 * fold)) / Math.max(0.01, Math.hypot(x, z))
      return [
        (x * Math.cos(turn) - z * Math.sin(turn)) * inward,
        BLOCK.heightM + 0.006 - beyond * (0.45 - 0.2 * fold),
        (x * Math.sin(turn) + z * Math.cos(turn)) * inward,
      ]
    },
    pinned: () => false,
    colliders: [
      { kind: 'body', distanceM: (x, y, z) => blockDistanceM(x, y, z) - 0.003 },
      { kind: 'floor', yM: 0.003 },
    ],
  }) // prettier-ignore
  const block = gridMesh(48, 4, (u, v) => {
    const angle = -u * TAU
    const r = BLOCK.radiusM - 0.006
    return [r * Math.cos(angle), v * (BLOCK.heightM - 0.02), r * Math.sin(angle), u * 1700, v * 600]
  })
  return [
    { name: 'cloth', mesh: faceOf(cloth, side, side), surface: 'cloth', seamless: true },
    { name: 'block', mesh: block, surface: 'card', seamless: true },
  ]
}

const BUST_DOWN_M = 0.13
const WAIST_DOWN_M = 0.375
const GOWN_M = 1.22

/** A length of cloth draped on a dress form: gathered at the bust and the waist, falling free from the hips. */
export const dressForm = ({ seed, stiffness, weightGsm }: ShapeContext): ShapePart[] => {
  const width = 2.1
  const [columns, rows] = [108, 54]
  const rowDown = (row: number) => BUST_DOWN_M + (1 - row / (rows - 1)) * GOWN_M
  const waistRow = rows - 1 - Math.round(((WAIST_DOWN_M - BUST_DOWN_M) / GOWN_M) * (rows - 1))
  const gathers = 22
  const cloth = drapeCloth({
    columns, rows, widthM: width, heightM: GOWN_M, weightGsm, stiffness, seconds: 2, closed: true, friction: 0.35,
    start: (u, v) => {
      const row = Math.round(v * (rows - 1))
      const down = rowDown(row)
      const angle = -u * TAU + Math.PI / 2
      const held = row >= waistRow
      const wave = Math.sin(gathers * u * TAU + 2.2 * noise2(u * 9, 0.5, 9, 1, seed))
      const skirt = Math.max(0, down - WAIST_DOWN_M)
      const out = held
        ? 0.007 + 0.0055 * (1 + wave)
        : 0.012 + 0.0055 * (1 + wave) + Math.min(1, skirt * 1.6) * (0.2 + 0.06 * Math.sin(9 * u * TAU + 3 * noise2(u * 6, 3, 6, 64, seed + 1)))
      return formPoint(Math.min(down, 0.64), angle, out).map((value, axis) =>
        axis === 1 ? SHOULDER_M - down : value,
      ) as unknown as readonly [number, number, number]
    },
    pinned: (column, row) => row === rows - 1 || row === waistRow,
    colliders: [
      { kind: 'body', distanceM: formDistanceM(0.006) },
      { kind: 'floor', yM: 0.004 },
    ],
  }) // prettier-ignore
  const belt = gridMesh(72, 3, (u, v) => {
    const [x, y, z] = formPoint(WAIST_DOWN_M + (0.5 - v) * 0.03, -u * TAU, 0.0215)
    return [x, y, z, u * 800, v * 30]
  })
  return [
    { name: 'cloth', mesh: joined(faceOf(cloth, width, GOWN_M), belt), surface: 'cloth', seamless: true },
    ...standingForm(),
  ]
}
