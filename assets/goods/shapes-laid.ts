import { noise2 } from '#shared/textile/noise.ts'
import { boxMesh, gridMesh, joined, moved, tubeMesh, type Mesh } from './mesh.ts'
import type { ShapeContext, ShapePart } from './shape.ts'

type Point2 = readonly [number, number]

/** Points along a path with their distance from its start. */
const measured = (points: readonly Point2[]): { point: Point2; at: number }[] => {
  let at = 0
  return points.map((point, i) => {
    const before = points[i - 1] ?? point
    at += Math.hypot(point[0] - before[0], point[1] - before[1])
    return { point, at }
  })
}

/** A path in x and y drawn out along z: cloth that runs the same way over its whole width. */
const extruded = (
  points: readonly Point2[],
  widthM: number,
  columns: number,
  wobble: (i: number, z: number) => Point2,
): Mesh => {
  const path = measured(points)
  return gridMesh(path.length - 1, columns, (u, v) => {
    const i = Math.round(u * (path.length - 1))
    const { point, at } = path[i] ?? { point: [0, 0], at: 0 }
    const z = (0.5 - v) * widthM
    const [dx, dy] = wobble(i, v)
    return [point[0] + dx, point[1] + dy, z, v * widthM * 1000, at * 1000]
  })
}

const AROUND_STRAIGHT = 16
const AROUND_FOLD = 9
const ENDS = [0, 0.45, 0.78, 0.95]

/** One fold of cloth as it lies in a stack: two layers joined by a round fold at the front, closed at its ends. */
const foldedSlab = (lengthM: number, widthM: number, thickM: number, baseM: number, seed: number): Mesh => {
  const radius = thickM / 2
  const half = lengthM / 2 - radius
  const section: Point2[] = []
  for (let i = 0; i <= AROUND_STRAIGHT; i++) section.push([-half + (2 * half * i) / AROUND_STRAIGHT, radius])
  for (let i = 1; i < AROUND_FOLD; i++) {
    const angle = Math.PI / 2 - (Math.PI * i) / AROUND_FOLD
    section.push([half + radius * Math.cos(angle), radius * Math.sin(angle)])
  }
  for (let i = 0; i <= AROUND_STRAIGHT; i++) section.push([half - (2 * half * i) / AROUND_STRAIGHT, -radius])
  for (let i = 1; i <= AROUND_FOLD; i++) {
    const angle = -Math.PI / 2 - (Math.PI * i) / AROUND_FOLD
    section.push([-half + radius * Math.cos(angle), radius * Math.sin(angle)])
  }
  const path = measured(section)
  const rows = 30
  return gridMesh(section.length - 1, rows, (u, v) => {
    const { point, at } = path[Math.round(u * (section.length - 1))] ?? { point: [0, 0], at: 0 }
    const row = Math.round(v * rows)
    const fromEnd = Math.min(row, rows - row)
    const full = ENDS[fromEnd] ?? 1
    const z = ((row < rows / 2 ? 1 : -1) * widthM) / 2
    const inner = fromEnd < ENDS.length ? z * (1 - 0.004 * fromEnd) : (0.5 - v) * widthM * 0.985
    const uneven = thickM * 0.5 * (noise2(point[0] * 8 + 9, v * 3 + 2, 64, 64, seed) - 0.5)
    const front = 0.006 * (noise2(v * 5, baseM * 60, 64, 64, seed + 3) - 0.5)
    return [
      point[0] + front,
      baseM + radius + point[1] * full + uneven * full,
      inner,
      (widthM / 2 - inner) * 1000 + (row < rows / 2 ? -1 : 1) * (1 - full) * thickM * 500,
      at * 1000,
    ]
  })
}

/** A piece of `folds` folds over each other. */
const foldedPiece = (
  lengthM: number,
  widthM: number,
  folds: number,
  thickM: number,
  baseM: number,
  seed: number,
): Mesh =>
  joined(
    ...Array.from({ length: folds }, (_, fold) =>
      foldedSlab(
        lengthM - 0.006 * noise2(fold * 1.7, 0.5, 32, 1, seed),
        widthM,
        thickM * 1.06,
        baseM + fold * thickM,
        seed + fold,
      ),
    ),
  )

/** A stack of folded pieces. */
export const folded = ({ seed, thicknessMm }: ShapeContext): ShapePart[] => {
  const foldM = Math.max(0.009, (thicknessMm / 1000) * 6.5)
  const folds = 3
  const pieces = Array.from({ length: 3 }, (_, piece) => {
    const turn = 0.03 * (noise2(piece * 3.1, 0.5, 32, 1, seed) - 0.5)
    const mesh = foldedPiece(0.3, 0.36, folds, foldM, piece * folds * foldM, seed + piece * 11)
    return moved(mesh, (x, y, z) => [
      x * Math.cos(turn) - z * Math.sin(turn),
      y,
      x * Math.sin(turn) + z * Math.cos(turn),
    ])
  })
  // The folds face the viewer.
  return [{ name: 'cloth', mesh: moved(joined(...pieces), (x, y, z) => [z, y, -x]), surface: 'cloth' }]
}

/** Five towels, folded in three and stacked. */
export const towels = ({ seed, sizeM }: ShapeContext): ShapePart[] => {
  const foldM = 0.019
  const pieces = Array.from({ length: 5 }, (_, piece) => {
    const turn = 0.05 * (noise2(piece * 2.3, 0.5, 32, 1, seed) - 0.5)
    const mesh = foldedPiece(
      sizeM[1] / 3 - 0.03,
      sizeM[0] * 0.66,
      2,
      foldM,
      piece * 2 * foldM,
      seed + piece * 5,
    )
    return moved(mesh, (x, y, z) => [
      x * Math.cos(turn) - z * Math.sin(turn),
      y,
      x * Math.sin(turn) + z * Math.cos(turn),
    ])
  })
  return [{ name: 'terry', mesh: moved(joined(...pieces), (x, y, z) => [z, y, -x]), surface: 'cloth' }]
}

/** Ring of a wound form: `flat` is the straight part of a bolt's board, 0 for a roll. */
const wound = (turns: number, coreM: number, pitchM: number, flatM: number, perTurn: number): Point2[] => {
  const points: Point2[] = []
  for (let i = 0; i <= turns * perTurn; i++) {
    const turn = i / perTurn
    const r = coreM + pitchM * turn
    const share = turn - Math.floor(turn)
    // Along the stadium: right flat, right half circle ... by angle, which is even enough for winding.
    const angle = share * Math.PI * 2
    const side = Math.cos(angle) >= 0 ? 1 : -1
    points.push([
      side * flatM * Math.min(1, Math.abs(Math.cos(angle)) * 2.4) + r * Math.cos(angle),
      r * Math.sin(angle),
    ])
  }
  return points
}

const capOf = (points: readonly Point2[], perTurn: number, z: number, facing: 1 | -1): Mesh => {
  const last = points.slice(-perTurn - 1)
  const cap = gridMesh(perTurn, 10, (u, v) => {
    const [x, y] = last[Math.round(u * perTurn)] ?? [0, 0]
    const inward = 0.997 - v * 0.85
    return [x * inward, y * inward, z, u * 900, v * 120]
  })
  return facing === 1 ? cap : { ...cap, indices: cap.indices.toReversed() }
}

/** Cloth wound on a board: a bolt, lying, its free end folded down over the front. */
export const bolt = ({ seed, thicknessMm }: ShapeContext): ShapePart[] => {
  const perTurn = 72
  const turns = 9
  const pitch = Math.max(0.0032, (thicknessMm / 1000) * 1.5)
  const points = wound(turns, 0.012, pitch, 0.075, perTurn)
  const width = 0.62
  const outer = 0.012 + pitch * turns
  const cloth = extruded(points, width, 30, (i, v) => {
    const soft = noise2(v * 4, i / perTurn + 3, 64, 64, seed) - 0.5
    return [0, i > perTurn * (turns - 2) ? 0.004 * soft : 0]
  })
  const caps = joined(
    capOf(points, perTurn, width / 2 - 0.003, 1),
    capOf(points, perTurn, -width / 2 + 0.003, -1),
  )
  const lay = (mesh: Mesh) => moved(mesh, (x, y, z) => [z, y + outer + 0.001, -x])
  return [
    { name: 'cloth', mesh: lay(cloth), surface: 'cloth' },
    { name: 'ends', mesh: lay(caps), surface: 'cloth' },
    { name: 'board', mesh: lay(boxMesh([0, 0, 0], [0.16, 0.012, width + 0.03])), surface: 'card' },
  ]
}

/** A sample roll on a paper tube, its end falling forward. */
export const roll = ({ seed, thicknessMm }: ShapeContext): ShapePart[] => {
  const perTurn = 64
  const turns = 10
  const pitch = Math.max(0.0036, (thicknessMm / 1000) * 1.5)
  const points = wound(turns, 0.026, pitch, 0, perTurn)
  const outer = 0.026 + pitch * turns
  const width = 0.6
  const cloth = extruded(points, width, 30, (i, v) => [
    0,
    i > perTurn * (turns - 1) ? 0.003 * (noise2(v * 5, i / 20, 64, 64, seed) - 0.5) : 0,
  ])
  const caps = joined(
    capOf(points, perTurn, width / 2 - 0.003, 1),
    capOf(points, perTurn, -width / 2 + 0.003, -1),
  )
  const tube = tubeMesh([[0, 0, -width / 2 - 0.03], [0, 0, 0], [0, 0, width / 2 + 0.03]], 0.025, 28) // prettier-ignore
  const lay = (mesh: Mesh) => moved(mesh, (x, y, z) => [z, y + outer + 0.002, -x])
  return [
    { name: 'cloth', mesh: lay(cloth), surface: 'cloth' },
    { name: 'ends', mesh: lay(caps), surface: 'cloth' },
    { name: 'tube', mesh: lay(tube), surface: 'card', seamless: true },
  ]
}

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

/** A small press bale of lint under straps. */
export const bale = ({ seed }: ShapeContext): ShapePart[] => {
  const [w, h, d] = [0.6, 0.4, 0.42]
  const strapAt = [-0.2, -0.07, 0.07, 0.2]
  const bulge = (x: number) =>
    1 - 0.06 * strapAt.reduce((sum, s) => sum + Math.exp(-(((x - s) / 0.016) ** 2)), 0)
  const side = gridMesh(150, 60, (u, v) => {
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
    gridMesh(34, 34, (u, v) => {
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
    gridMesh(64, 1, (u, v) => {
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
