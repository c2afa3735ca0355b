import { noise2 } from '#shared/textile/noise.ts'
import { gridMesh, joined, moved, tubeMesh, turned, type Mesh, type Triple } from './mesh.ts'
import type { ShapeContext, ShapePart } from './shape.ts'

const LENGTH_M = 0.285
const SOLE_M = 0.025
const lerp = (a: number, b: number, t: number) => a + (b - a) * t
const smooth = (t: number) => {
  const c = Math.min(1, Math.max(0, t))
  return c * c * (3 - 2 * c)
}

/** Half width of the last at `t` from heel to toe; the outside (side -1) is wider at the ball. */
const halfWidth = (t: number, side: number): number => {
  const heel = Math.sqrt(Math.max(0, 1 - (Math.max(0, 0.13 - t) / 0.13) ** 2))
  const ball = 0.033 + 0.0165 * smooth((t - 0.3) / 0.38) * (side < 0 ? 1.06 : 0.9)
  const toe = t > 0.72 ? Math.sqrt(Math.max(0, 1 - ((t - 0.72) / 0.28) ** 2.3)) : 1
  return ball * heel * toe
}

/** The foot's middle line bends inwards to the toe. */
const middle = (t: number): number => -0.009 * Math.sin(Math.PI * Math.min(1, t * 1.1)) + 0.006 * t
const alongM = (t: number): number => (t - 0.5) * LENGTH_M
/** The toe springs up from the ground. */
const spring = (t: number): number => 0.012 * smooth((t - 0.72) / 0.28) ** 1.5

/** Points of a section from the sole (k = 0) to the middle of the top (k = 1) on one side. */
const onUpper = (t: number, k: number, side: 1 | -1, inset: number): Triple => {
  const instep = lerp(0.077, 0.036, smooth((t - 0.32) / 0.5))
  const toe = t > 0.8 ? Math.sqrt(Math.max(0.02, 1 - ((t - 0.8) / 0.205) ** 2)) : 1
  const height = instep * toe
  const angle = (k * Math.PI) / 2
  const heelLean = 0.006 * Math.sin(angle) * smooth((0.16 - t) / 0.16)
  return [
    middle(t) + side * Math.max(0, halfWidth(t, side) - inset) * Math.cos(angle) ** 0.62,
    SOLE_M - 0.006 + spring(t) + (height - inset) * Math.sin(angle) ** 0.86,
    alongM(t) + heelLean,
  ]
}

/** Where the upper ends at the top: the collar around the ankle, then the edges of the lacing, then closed. */
const topEdge = (t: number): number => {
  const collar = lerp(0.62, 0.44, smooth(t / 0.16)) + 0.2 * smooth((t - 0.24) / 0.16)
  const lacing = 0.845
  if (t < 0.4) return lerp(collar, lacing, smooth((t - 0.3) / 0.1))
  return t < THROAT ? lacing : 1
}
const THROAT = 0.66

const quarter = (side: 1 | -1): Mesh =>
  gridMesh(42, 11, (u, v) => {
    // The toe cap covers what is beyond.
    const t = u * 0.93
    // The lacing closes within one step behind the throat, over the vamp.
    const edge = t < THROAT ? topEdge(t) : lerp(0.845, 1, smooth((t - THROAT) / 0.03))
    const k = v * edge
    const [x, y, z] = onUpper(t, k, side, 0)
    return [x, y, z, z * 1000 * 1.02, k * 95 * side]
  })

/** The lining where one sees it, below the edge of the collar and the lacing; deeper down it keeps off the upper. */
const collarLining = (side: 1 | -1): Mesh =>
  gridMesh(28, 4, (u, v) => {
    const t = u * THROAT
    const [x, y, z] = onUpper(t, topEdge(t) * lerp(0.4, 1, v), side, lerp(0.009, 0.003, v))
    return [x, y, z, z * 1000, v * 50]
  })

/** A raised line along the edge of the collar and the lacing: padding and binding. */
const binding = (side: 1 | -1): Mesh =>
  tubeMesh(
    Array.from({ length: 32 }, (_, i) => {
      const t = (i / 31) * (THROAT - 0.001)
      return onUpper(t, topEdge(t) - 0.01, side, 0.0014)
    }),
    0.0026,
    5,
  )

/** Overlay of the eyelets beside the tongue, and of the heel. */
const eyestay = (side: 1 | -1): Mesh =>
  gridMesh(16, 4, (u, v) => {
    const t = lerp(0.37, THROAT + 0.012, u)
    const [x, y, z] = onUpper(t, topEdge(Math.min(t, THROAT - 0.001)) - 0.17 * (1 - v), side, -0.0016)
    return [x, y, z, z * 1000, v * 16]
  })
const counter = (side: 1 | -1): Mesh =>
  gridMesh(12, 8, (u, v) => {
    const t = lerp(0, 0.2 - 0.07 * v, u)
    const [x, y, z] = onUpper(t, lerp(0.05, 0.42, v), side, -0.0015)
    return [x, y, z, z * 1000, v * 40]
  })
const toeCap = (side: 1 | -1): Mesh =>
  gridMesh(12, 10, (u, v) => {
    const t = lerp(0.84 + 0.05 * (1 - v) ** 2, 1, u)
    const [x, y, z] = onUpper(t, v, side, -0.0017)
    return [x, y, z, z * 1000, v * 60]
  })

const tongue = (): Mesh =>
  gridMesh(10, 18, (u, v) => {
    const t = lerp(THROAT + 0.06, 0.27, v)
    const a = u * 2 - 1
    const [, y, z] = onUpper(Math.max(t, 0.34), 1, 1, 0)
    const above = Math.max(0, v - 0.8) / 0.2
    const wide = lerp(0.015, 0.027, v)
    return [
      middle(t) + a * wide,
      y - 0.0035 - 0.006 * a * a + 0.02 * above,
      z - Math.max(0, 0.34 - t) * LENGTH_M * 0.55,
      a * 25,
      v * 110,
    ]
  })

const LACES = 6
const laces = (): Mesh => {
  const at = (row: number, side: 1 | -1, lift = 0): Triple => {
    const t = lerp(THROAT - 0.03, 0.4, row / (LACES - 1))
    const [x, y, z] = onUpper(t, topEdge(t) - 0.075, side, -0.0034)
    return [x, y + lift, z]
  }
  const bar = (from: Triple, to: Triple, rise: number): Mesh =>
    tubeMesh(
      Array.from({ length: 7 }, (_, i) => {
        const s = i / 6
        return [
          lerp(from[0], to[0], s),
          lerp(from[1], to[1], s) + rise * Math.sin(Math.PI * s),
          lerp(from[2], to[2], s),
        ] as const
      }),
      0.0032,
      5,
      0.45,
    )
  const crossed = Array.from({ length: LACES - 1 }, (_, row) => [
    bar(at(row, 1), at(row + 1, -1), 0.0052),
    bar(at(row, -1), at(row + 1, 1), 0.0034),
  ]).flat()
  const knot: Triple = at(LACES - 1, 1).map((value, axis) =>
    axis === 0 ? middle(0.4) : value + (axis === 1 ? 0.008 : -0.004),
  ) as unknown as Triple
  const loop = (side: 1 | -1) =>
    tubeMesh(
      Array.from({ length: 13 }, (_, i) => {
        const s = (i / 12) * Math.PI * 2
        const out = 0.5 - 0.5 * Math.cos(s)
        return [
          knot[0] + side * 0.034 * out,
          knot[1] + 0.007 * Math.sin(s / 2) - 0.016 * out * out,
          knot[2] + 0.011 * Math.sin(s) + 0.008 * out,
        ] as const
      }),
      0.0028,
      5,
      0.5,
    )
  const end = (side: 1 | -1) => bar(knot, [knot[0] + side * 0.024, knot[1] - 0.022, knot[2] + 0.026], 0.006)
  return joined(bar(at(0, 1), at(0, -1), 0.004), ...crossed, loop(1), loop(-1), end(1), end(-1))
}

const sole = (): Mesh => {
  const outline = (s: number): readonly [t: number, side: 1 | -1] => (s < 0.5 ? [s * 2, -1] : [2 - s * 2, 1])
  const wall = gridMesh(64, 6, (u, v) => {
    const [t, side] = outline(u)
    const bulge = 0.0024 * Math.sin(v * Math.PI) + (v > 0.55 && v < 0.8 ? 0.0008 : 0)
    const grow = 0.003 + bulge - (v === 1 ? 0.003 : 0)
    const toe = smooth((t - 0.9) / 0.1) * 0.008
    const c = t < 0.5 ? -1 : 1
    const round = Math.abs(t - 0.5) * 2
    return [
      middle(t) + side * (halfWidth(Math.min(0.9995, Math.max(0.0005, t)), side) + grow),
      spring(t) * (0.4 + 0.6 * v) + v * (SOLE_M + toe),
      alongM(t) + c * grow * round ** 8,
      u * 620,
      v * 30,
    ]
  })
  const bottom = gridMesh(28, 2, (u, v) => {
    const side = v * 2 - 1
    return [middle(u) + side * (halfWidth(u, side) + 0.0045), spring(u) * 0.4, alongM(u), side * 50, u * 285]
  })
  return joined(wall, bottom)
}

const insole = (): Mesh =>
  gridMesh(24, 4, (u, v) => {
    const side = v * 2 - 1
    const t = u * 0.7
    return [middle(t) + side * halfWidth(t, side) * 0.95, SOLE_M + 0.004, alongM(t), side * 45, u * 200]
  })

/** A pair of low sneakers: upper of the product's material, rubber sole with a toe cap, laces, padded collar. */
export const sneaker = ({ seed }: ShapeContext): ShapePart[] => {
  const both = (one: Mesh): Mesh => {
    const foot = (side: 1 | -1) => {
      const turn = side * 0.14 + 0.02 * (noise2(side + 3, 1, 64, 64, seed) - 0.5)
      const placed = moved(one, (x, y, z) => {
        const [px, pz] = [side * x * 1, z]
        return [
          px * Math.cos(turn) + pz * Math.sin(turn) + side * 0.075,
          y,
          -px * Math.sin(turn) + pz * Math.cos(turn) + (side === 1 ? 0.03 : -0.02),
        ]
      })
      return side === 1 ? placed : turned(placed)
    }
    return joined(foot(1), foot(-1))
  }
  const sides = (part: (side: 1 | -1) => Mesh): Mesh => joined(turned(part(1)), part(-1))
  const upper = joined(sides(quarter), sides(binding), sides(counter), sides(eyestay), tongue())
  const lining = joined(
    sides((side) => turned(collarLining(side))),
    insole(),
  )
  return [
    { name: 'upper', mesh: both(upper), surface: 'cloth', seamless: true },
    { name: 'lining', mesh: both(lining), surface: 'linen' },
    { name: 'sole', mesh: both(joined(sole(), sides(toeCap))), surface: 'rubber', seamless: true },
    { name: 'laces', mesh: both(laces()), surface: 'lace', seamless: true },
  ]
}
