import { noise2 } from '#shared/textile/noise.ts'
import { gridMesh, joined, moved, tubeMesh, type Mesh, type Triple } from './mesh.ts'
import type { ShapeContext, ShapePart } from './shape.ts'

type Point2 = readonly [number, number]

/** A stuffed cushion that leans back a little, piped at its seam. */
export const cushion = ({ seed, sizeM }: ShapeContext): ShapePart[] => {
  const [width, height, depth] = sizeM
  const outline = (u: number, v: number): Point2 => {
    const [a, b] = [u * 2 - 1, v * 2 - 1]
    // Stuffing draws the middle of each side in and leaves the corners as ears.
    return [(width / 2) * a * (1 - 0.055 * (1 - b * b)), (height / 2) * b * (1 - 0.055 * (1 - a * a))]
  }
  const face = (sign: 1 | -1) =>
    gridMesh(56, 56, (u, v) => {
      const [x, y] = outline(u, v)
      const [a, b] = [Math.abs(u * 2 - 1), Math.abs(v * 2 - 1)]
      const full = ((1 - a ** 2.1) * (1 - b ** 2.1)) ** 0.5
      const edge = Math.max(a, b)
      const pucker =
        0.007 *
        edge ** 3 *
        (1 - edge ** 8) *
        Math.sin((a > b ? v : u) * 46 + 4 * noise2(u * 5, v * 5, 64, 64, seed))
      const dent = 0.03 * (noise2(u * 2.4 + 5, v * 2.4, 64, 64, seed + sign) - 0.5)
      return [
        x * sign,
        y,
        sign * (depth / 2) * full * (1 + dent * 3) + sign * pucker,
        u * width * 1000,
        v * height * 1000,
      ]
    })
  const rim = Array.from({ length: 161 }, (_, i) => {
    const t = (i / 40) % 4
    const k = t - Math.floor(t)
    const [u, v] = t < 1 ? [k, 0] : t < 2 ? [1, k] : t < 3 ? [1 - k, 1] : [0, 1 - k]
    const [x, y] = outline(u, v)
    return [x, y, 0] as const
  })
  const lean = -0.22
  const place = (mesh: Mesh) =>
    moved(mesh, (x, y, z) => {
      const up = y + height / 2
      return [
        x,
        up * Math.cos(lean) + z * Math.sin(lean) + depth * 0.12,
        up * Math.sin(lean) + z * Math.cos(lean),
      ]
    })
  return [
    { name: 'cover', mesh: place(joined(face(1), face(-1))), surface: 'cloth', seamless: true },
    { name: 'piping', mesh: place(tubeMesh(rim, 0.0035, 7)), surface: 'cloth', seamless: true },
  ]
}

type Filled = {
  sizeM: Triple
  /** Height at which it lies. */
  baseM: number
  turn: number
  /** How full it is towards its edges: 2.6 swells to its middle like a pillow, 10 is as thick all over as a folded duvet. */
  fullness: number
  /** How far its corners stand out as ears, or are rounded where negative. */
  ears: number
  cells: readonly [across: number, along: number]
  seed: number
}

/** A filled cover that lies flat, creased where it has been smoothed down. */
const filled = ({
  sizeM: [width, height, depth],
  baseM,
  turn,
  fullness,
  ears,
  cells,
  seed,
}: Filled): Mesh => {
  const face = (sign: 1 | -1) =>
    gridMesh(...cells, (u, v) => {
      // Closer together at the seams, where it is round.
      const [a, b] = [Math.sin((u - 0.5) * Math.PI) * sign, Math.sin((v - 0.5) * Math.PI)]
      const full = Math.sqrt(Math.max(0, (1 - Math.abs(a) ** fullness) * (1 - Math.abs(b) ** fullness)))
      const dent = 0.24 * (noise2(a * 1.3 + 5, b * 1.1 + 5, 64, 64, seed) - 0.5)
      const crease = 0.12 * (0.3 - Math.abs(2 * noise2(a * 3 + 9, b * 2 + a + 9, 64, 64, seed + 1) - 1))
      // Its seam lies below the middle, as it sinks into itself.
      const up = sign === 1 ? 0.4 + 0.6 * full * (1 + dent + crease) : 0.4 * (1 - full)
      const x = ((a * width) / 2) * (1 + ears * (b ** 8 - 1))
      const z = ((-b * depth) / 2) * (1 + ears * (a ** 8 - 1))
      return [
        x * Math.cos(turn) + z * Math.sin(turn),
        baseM + height * up,
        z * Math.cos(turn) - x * Math.sin(turn),
        ((a + 1) / 2) * width * 1000,
        ((b + 1) / 2) * depth * 1000,
      ]
    })
  return joined(face(1), face(-1))
}

/** A set for a bed as a shop shows it, at its true size: the duvet folded in three, and both pillows on it. */
export const bedLinen = ({ seed }: ShapeContext): ShapePart[] => {
  const layer = { sizeM: [0.72, 0.085, 0.54], fullness: 12, ears: -0.035, cells: [24, 22] } as const
  const duvet = [0, 1, 2].map((number) =>
    filled({ ...layer, baseM: number * 0.07, turn: 0.025 * (number - 1), seed: seed + number * 3 }),
  )
  const pillow = { sizeM: [0.66, 0.17, 0.47], fullness: 2.6, ears: 0.05, cells: [36, 26] } as const
  const pillows = [
    filled({ ...pillow, baseM: 0.212, turn: -0.05, seed: seed + 17 }),
    filled({ ...pillow, baseM: 0.335, turn: 0.1, seed: seed + 23 }),
  ]
  return [
    { name: 'duvet', mesh: joined(...duvet), surface: 'cloth', seamless: true },
    { name: 'pillows', mesh: joined(...pillows), surface: 'cloth', seamless: true },
  ]
}

/** A small press bale of lint under straps. */
export const bale = ({ seed }: ShapeContext): ShapePart[] => {
  const [w, h, d] = [0.6, 0.4, 0.42]
  const strapAt = [-0.2, -0.07, 0.07, 0.2]
  const bulge = (x: number) =>
    1 - 0.06 * strapAt.reduce((sum, s) => sum + Math.exp(-(((x - s) / 0.016) ** 2)), 0)
  const side = gridMesh(110, 42, (u, v) => {
    // Once round the rounded section, along x.
    const x = (v - 0.5) * w
    const angle = -u * Math.PI * 2
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const power = 0.28
    const end = 1 - 0.1 * Math.abs(v * 2 - 1) ** 9
    const lump =
      1 +
      0.09 * (noise2(u * 12, v * 9, 12, 64, seed) - 0.5) +
      0.04 * (noise2(u * 40, v * 28, 40, 64, seed + 1) - 0.5)
    const k = bulge(x) * lump * end
    return [
      x,
      h / 2 + (h / 2) * Math.sign(s) * Math.abs(s) ** power * k,
      (d / 2) * Math.sign(c) * Math.abs(c) ** power * k,
      u * 1640,
      v * w * 1000,
    ]
  })
  const ends = [1, -1].map((sign) =>
    gridMesh(26, 26, (u, v) => {
      const [a, b] = [u * 2 - 1, v * 2 - 1]
      const lump = 0.03 * (noise2(u * 7, v * 7, 64, 64, seed + 5 + sign) - 0.5)
      const round = 1 - 0.1 * Math.max(Math.abs(a), Math.abs(b)) ** 6
      return [
        sign * (w / 2) * (0.995 + lump) * round,
        h / 2 + (h / 2) * b * (0.965 - 0.085 * a * a * b * b),
        (d / 2) * a * (0.965 - 0.085 * a * a * b * b) * -sign,
        u * d * 1000,
        v * h * 1000,
      ]
    }),
  )
  const straps = strapAt.map((x) =>
    gridMesh(48, 1, (u, v) => {
      const angle = -u * Math.PI * 2
      const [c, s] = [Math.cos(angle), Math.sin(angle)]
      return [
        x + (v - 0.5) * 0.014,
        h / 2 + (h / 2) * Math.sign(s) * Math.abs(s) ** 0.28 * 0.99,
        (d / 2) * Math.sign(c) * Math.abs(c) ** 0.28 * 0.99,
        u * 1000,
        v * 14,
      ]
    }),
  )
  return [
    { name: 'lint', mesh: joined(side, ...ends), surface: 'cloth', seamless: true },
    { name: 'straps', mesh: joined(...straps), surface: 'strap' },
  ]
}
