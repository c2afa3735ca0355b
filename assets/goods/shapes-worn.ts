import { noise2 } from '#shared/textile/noise.ts'
import { drapeCloth, faceOf } from './draped.ts'
import { formDistanceM, formPoint, forWearer, SHOULDER_M, standingForm } from './dress-form.ts'
import { gridMesh, joined, moved, tubeMesh, turned, type Mesh, type Triple } from './mesh.ts'
import type { ShapeContext, ShapePart } from './shape.ts'

const TAU = Math.PI * 2
const lerp = (a: number, b: number, t: number) => a + (b - a) * t
const smooth = (t: number) => {
  const c = Math.min(1, Math.max(0, t))
  return c * c * (3 - 2 * c)
}

/** Where the body of a tunic turns from the chest into the shoulders, in metres below them. */
const YOKE_M = 0.1

/** Columns and rows of the tunic's body. */
const TUNIC = { columns: 96, rows: 56 }

/** An A-line tunic with short sleeves on a dress form: cut to shape, its flare fallen into folds by the solver. */
export const tunic = ({ seed, sizeM, stiffness, weightGsm, wearerScale }: ShapeContext): ShapePart[] => {
  // Made for a grown person, then all of it smaller for a child.
  const length = sizeM[1] / wearerScale
  const { columns, rows } = TUNIC
  const cut = (u: number, v: number): Triple => {
    const down = (1 - v) * length
    const angle = -u * TAU
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    if (down < YOKE_M) {
      // Round the shoulders to a neckline that dips in front.
      const neckline = -0.012 + (s > 0 ? 0.08 : 0.006) * Math.abs(s) ** 1.4
      return formPoint(lerp(neckline, YOKE_M, down / YOKE_M), angle, 0.002 + 0.05 * down)
    }
    // It falls from the chest and widens to its hem, past the waist.
    const flare = smooth((down - YOKE_M) / 0.85)
    const fold = 0.012 * flare * (noise2(u * 9, v * 1.5, 9, 64, seed) - 0.5)
    const [x, , z] = formPoint(Math.min(down, 0.17), angle, 0.008)
    return [x + c * (0.1 * flare + fold), SHOULDER_M - down, z + s * (0.085 * flare + fold)]
  }
  const around = TAU * 0.187
  const body = drapeCloth({
    columns, rows, widthM: around, heightM: length, weightGsm, stiffness, seconds: 1.6,
    closed: true, cutToShape: true, friction: 0.4,
    start: cut,
    pinned: (_, row) => (1 - row / (rows - 1)) * length < YOKE_M + 0.02,
    colliders: [{ kind: 'body', distanceM: formDistanceM(0.005) }],
  }) // prettier-ignore
  return forWearer(wearerScale, [
    {
      name: 'tunic',
      mesh: joined(faceOf(body, around, length), sleeve(1, seed), sleeve(-1, seed)),
      surface: 'cloth',
      seamless: true,
    },
    ...standingForm(0.015),
  ])
}

/** A short sleeve without an arm in it: set in upright at the shoulder, it hangs and falls flat. */
const sleeve = (side: 1 | -1, seed: number): Mesh =>
  gridMesh(32, 14, (u, v) => {
    const t = 1 - v
    const angle = -u * TAU * side
    const lean = lerp(Math.PI / 2, 0.3, smooth(t * 1.5))
    const half = lerp(0.08, 0.042, smooth(t * 1.3))
    const crease = 0.006 * t * Math.sin(3 * angle + 4 * noise2(u * 5, t * 3, 5, 64, seed + side))
    const out = (half + crease) * Math.cos(angle)
    return [
      side * (lerp(0.128, 0.21, t ** 0.9) + out * Math.cos(lean)),
      SHOULDER_M + lerp(-0.098, -0.285, t) + out * Math.sin(lean),
      lerp(0.06, 0.082, smooth(t)) * Math.sin(angle),
      u * 460,
      v * 230,
    ]
  })

/** Where an apron's bib begins and where it is tied, in metres below the shoulders. */
const APRON = { bibM: 0.13, tiedM: 0.38 }

/** An apron with crossed straps on a dress form. */
export const apron = ({ seed, sizeM }: ShapeContext): ShapePart[] => {
  const length = sizeM[1]
  /** A point of the apron by its angle round the form and its height, `lift` above its face. */
  const at = (angle: number, down: number, lift: number): Triple => {
    const hang = smooth((down - 0.45) / 0.45)
    const across = (Math.PI / 2 - angle) / 3.5
    const fold =
      Math.sin(across * 19 + 2.5 * noise2(across * 4 + 9, down, 64, 64, seed)) * 0.017 * hang +
      0.003 * noise2(across * 12 + 9, down * 8, 64, 64, seed + 1)
    const [x, , z] = formPoint(Math.min(down, 0.6), angle, 0.01 + 0.035 * hang + fold + lift)
    return [x, SHOULDER_M - down, z]
  }
  const front = gridMesh(72, 56, (u, v) => {
    const down = APRON.bibM + (1 - v) * length
    const reach = lerp(0.95, 3.5, smooth((down - 0.28) / (APRON.tiedM - 0.28)))
    return [...at(Math.PI / 2 + (0.5 - u) * reach, down, 0), (u - 0.5) * reach * 190, v * length * 1000]
  })
  const pocket = (side: 1 | -1) =>
    gridMesh(14, 14, (u, v) => {
      const edge = Math.max(Math.abs(u * 2 - 1), 1 - v)
      // Sewn down at three sides, a little open at the top.
      const lift = 0.0016 + 0.006 * v * (1 - edge ** 4)
      const angle = Math.PI / 2 - side * 0.46 + (0.5 - u) * 0.7
      return [...at(angle, 0.52 + (1 - v) * 0.18, lift), u * 140, v * 180]
    })
  // From the bib over the shoulder, crossing the back to the other hip; it lies flat on the form all the way.
  const strap = (side: 1 | -1): Mesh => {
    const mesh = gridMesh(3, 40, (u, v) => {
      const [up, back] = [Math.min(1, v / 0.3), Math.max(0, (v - 0.3) / 0.7)]
      const angle = 1.08 * (1 - up ** 1.5) - 2.5 * back
      const down = lerp(APRON.bibM + 0.01, -0.004, Math.sin((up * Math.PI) / 2)) + 0.38 * back ** 1.4
      const outwards = u - 0.5
      const [x, y, z] = formPoint(
        down + 0.018 * outwards * Math.max(0, Math.cos(angle)),
        angle - 0.2 * outwards * Math.sin(angle),
        0.008,
      )
      return [side * x, y, z, u * 34, v * 700]
    })
    return side === 1 ? mesh : turned(mesh)
  }
  const ties = gridMesh(72, 2, (u, v) => [
    ...at(-u * TAU, APRON.tiedM + (0.5 - v) * 0.035, 0.003),
    u * 800,
    v * 35,
  ])
  return [
    {
      name: 'apron',
      mesh: joined(front, pocket(1), pocket(-1), strap(1), strap(-1), ties),
      surface: 'cloth',
    },
    ...standingForm(),
  ]
}

const arcLengths = (columns: number, at: (angle: number) => readonly [number, number]): number[] => {
  const lengths = [0]
  for (let i = 1; i <= columns; i++) {
    const [x, y] = at((i / columns) * TAU)
    const [px, py] = at(((i - 1) / columns) * TAU)
    lengths.push((lengths[i - 1] ?? 0) + Math.hypot(x - px, y - py))
  }
  return lengths
}

/** A tote that stands by itself, handles up. */
export const tote = ({ seed, sizeM, stiffness }: ShapeContext): ShapePart[] => {
  const [width, height, depth] = sizeM
  const soft = 1 - stiffness
  // Cloth lies evenly round the bag, its corners included: arc length of the middle section by column.
  const around = arcLengths(132, (angle) => [
    (width / 2) * Math.sign(Math.cos(angle)) * Math.abs(Math.cos(angle)) ** 0.36,
    depth * 0.4 * Math.sign(Math.sin(angle)) * Math.abs(Math.sin(angle)) ** 0.61,
  ])
  const body = gridMesh(132, 52, (u, v) => {
    const angle = -u * TAU
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    const up = v
    const mouth = smooth((up - 0.35) / 0.65)
    const d = lerp(depth, depth * 0.62, mouth)
    const w = lerp(width * 0.97, width, mouth)
    const power = lerp(0.22, 0.5, mouth)
    const dent =
      (0.008 + 0.018 * soft) * (noise2(u * 7, v * 2.2, 7, 64, seed) - 0.5) +
      0.003 * (noise2(u * 18, v * 7, 18, 64, seed + 1) - 0.5)
    const x = (w / 2) * Math.sign(c) * Math.abs(c) ** power * (1 + dent)
    const z = (d / 2) * Math.sign(s) * Math.abs(s) ** (power + 0.25) + dent * 1.4
    const rim = 0.008 * Math.sin(2 * angle) * mouth * soft
    return [x, up * height + rim, z, (around[Math.round(u * 132)] ?? 0) * 1000, v * height * 1000]
  })
  const bottom = gridMesh(10, 6, (u, v) => [
    (u - 0.5) * width * 0.95,
    0.002,
    (0.5 - v) * depth * 0.92,
    u * width * 1000,
    v * depth * 1000,
  ])
  const handle = (side: 1 | -1) =>
    gridMesh(3, 44, (u, v) => {
      const arc = v * Math.PI
      const y =
        height * 0.8 +
        (v < 0.12 || v > 0.88
          ? ((v < 0.12 ? v : 1 - v) / 0.12) * height * 0.2
          : height * 0.2 + 0.2 * Math.sin(((v - 0.12) / 0.76) * Math.PI) ** 0.7)
      const x = -0.085 * Math.cos(arc) * (1 + 0.1 * Math.sin(arc))
      const wide = 0.026
      const outward = Math.abs(Math.cos(arc))
      return [
        x + (u - 0.5) * wide * outward,
        y + (u - 0.5) * wide * (1 - outward) * 0.9,
        side * (depth * 0.31 + 0.006 - 0.012 * Math.sin(arc)) + (u - 0.5) * 0.004,
        u * 26,
        v * 620,
      ]
    })
  return [
    { name: 'bag', mesh: joined(body, bottom), surface: 'cloth', seamless: true },
    { name: 'handles', mesh: joined(handle(1), handle(-1)), surface: 'cloth' },
  ]
}

/** A pair of open-backed felt slippers. */
export const slipper = ({ seed }: ShapeContext): ShapePart[] => {
  const length = 0.27
  const halfWidth = (t: number, inner: number) => {
    // t from heel to toe; the ball is wider on the outside.
    const heel = 0.032 * Math.sqrt(Math.max(0, 1 - ((0.14 - Math.min(t, 0.14)) / 0.14) ** 2))
    const ball = 0.017 * smooth((t - 0.2) / 0.45)
    const toe = t > 0.74 ? Math.sqrt(Math.max(0, 1 - ((t - 0.74) / 0.26) ** 2)) : 1
    return (heel + ball * (inner > 0 ? 0.85 : 1)) * toe
  }
  const sole = (y: number, grow: number, flip: boolean): Mesh => {
    const mesh = gridMesh(40, 6, (u, v) => {
      const t = u
      const side = v * 2 - 1
      return [
        side * halfWidth(t, side) * grow,
        y,
        (t - 0.5) * length * (1 + (grow - 1) * 0.4),
        side * 48,
        t * length * 1000,
      ]
    })
    return flip ? { ...mesh, indices: mesh.indices.toReversed() } : mesh
  }
  const edge = gridMesh(80, 3, (u, v) => {
    const t = u < 0.5 ? u * 2 : 2 - u * 2
    const side = u < 0.5 ? -1 : 1
    return [side * halfWidth(t, side) * 1.05, v * 0.013, (t - 0.5) * length * 1.02, u * 560, v * 13]
  })
  const upper = (inset: number) =>
    gridMesh(40, 26, (u, v) => {
      const t = lerp(0.43, 0.995, v)
      const angle = (1 - u) * Math.PI
      const side = Math.cos(angle)
      const rise =
        lerp(0.062, 0.02, smooth((t - 0.43) / 0.57)) *
        (t > 0.8 ? Math.sqrt(Math.max(0.05, 1 - ((t - 0.8) / 0.2) ** 2)) : 1)
      // The throat is cut back in the middle.
      const cut = (1 - v) ** 4 * Math.sin(angle) ** 2 * 0.05
      const lump = 0.0025 * (noise2(u * 8, v * 8, 64, 64, seed) - 0.5)
      return [
        -side * (halfWidth(t, -side) - inset) * 1.02,
        0.012 + (rise - inset) * Math.sin(angle) ** 0.75 + lump,
        (t - 0.5) * length + cut - inset * 0.5,
        u * 150,
        v * 150,
      ]
    })
  const roll = tubeMesh(
    Array.from({ length: 41 }, (_, i) => {
      const angle = (1 - i / 40) * Math.PI
      return [
        -Math.cos(angle) * (halfWidth(0.43, 1) - 0.002) * 1.02,
        0.012 + 0.06 * Math.sin(angle) ** 0.75,
        (0.43 - 0.5) * length + Math.sin(angle) ** 2 * 0.05,
      ] as const
    }),
    0.0042,
    8,
  )
  const one = (side: 1 | -1, surface: 'felt' | 'sole') => {
    const mesh =
      surface === 'felt'
        ? joined(upper(0), upper(0.004), sole(0.0135, 1, true), roll)
        : joined(edge, sole(0, 1.05, false))
    const turn = 0.1 * side
    const placed = moved(mesh, (x, y, z) => [
      side * (x * Math.cos(turn * side) + z * Math.sin(turn * side)) + side * 0.065,
      y,
      -x * Math.sin(turn * side) + z * Math.cos(turn * side),
    ])
    // A mirrored foot turns its faces round.
    return side === 1 ? placed : { ...placed, indices: placed.indices.toReversed() }
  }
  return [
    { name: 'felt', mesh: joined(one(1, 'felt'), one(-1, 'felt')), surface: 'cloth' },
    { name: 'soles', mesh: joined(one(1, 'sole'), one(-1, 'sole')), surface: 'sole' },
  ]
}
