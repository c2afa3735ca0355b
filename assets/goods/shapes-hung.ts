import { noise2 } from '#shared/textile/noise.ts'
import { drapeCloth, faceOf, hungAtLength, pleatedLine } from './draped.ts'
import { boxMesh, gridMesh, joined, tubeMesh, turned, type Mesh } from './mesh.ts'
import type { ShapeContext, ShapePart } from './shape.ts'

const TAU = Math.PI * 2

/** Hook of a hanger, its lowest point at `y`. */
const hook = (y: number): Mesh =>
  tubeMesh(
    Array.from({ length: 22 }, (_, i) => {
      if (i < 4) return [0, y + i * 0.007, 0] as const
      const angle = -Math.PI / 2 + ((i - 4) / 17) * Math.PI * 1.35
      return [0.016 * Math.cos(angle), y + 0.037 + 0.016 * Math.sin(angle), 0] as const
    }),
    0.0016,
  )

/** A header: 30 x 45 cm of cloth, pinked at its edges, clamped under a card with its label on a hanger. */
export const header = ({ seed, stiffness }: ShapeContext): ShapePart[] => {
  const [width, height] = [0.3, 0.45]
  const [columns, rows] = [64, 96]
  const softness = 1.15 - stiffness * 0.7
  const cloth = gridMesh(columns, rows, (u, v) => {
    const down = 1 - v
    const wave = noise2(u * 2 + 3, down * 0.8, 64, 64, seed) - 0.5
    const ripple = Math.sin(TAU * (u * 1.6 + wave * 0.8 + (seed % 97) / 97))
    const depth = softness * down ** 1.3 * (0.014 * ripple + 0.02 * wave)
    // Lower corners curl a little towards the viewer, as cut cloth does.
    const corner = Math.max(0, Math.abs(u - 0.5) * 2 - 0.72) / 0.28
    const curl = 0.014 * softness * corner * corner * down * down
    const tooth = (index: number, last: number, along: number) =>
      index === 0 || index === last ? (along % 2) * 0.0016 : 0
    const column = Math.round(u * columns)
    const row = Math.round(v * rows)
    const inX = tooth(column, columns, row) * (u < 0.5 ? 1 : -1)
    const inY = row === 0 ? tooth(0, 0, column) : 0
    const narrow = 1 - 0.03 * softness * down * Math.abs(ripple)
    return [(u - 0.5) * width * narrow + inX, (v - 1) * height + inY, depth + curl, u * 300, v * 450]
  })
  const bar = joined(
    boxMesh([0, 0.006, 0.0045], [0.312, 0.022, 0.005]),
    boxMesh([0, 0.006, -0.0045], [0.312, 0.022, 0.005]),
  )
  const card = gridMesh(12, 4, (u, v) => [
    (u - 0.5) * 0.3,
    0.0 - (1 - v) * 0.062,
    0.0076 + 0.0012 * Math.sin(u * Math.PI),
    u * 300,
    v * 62,
  ])
  return [
    { name: 'cloth', mesh: cloth, surface: 'cloth' },
    { name: 'card', mesh: card, surface: 'label' },
    { name: 'clamp', mesh: bar, surface: 'wood' },
    { name: 'hook', mesh: hook(0.017), surface: 'metal', seamless: true },
  ]
}

/** A length of cloth gathered on a bar, fallen into its own folds by the cloth solver. */
export const drape = ({ seed, stiffness, weightGsm, widthMm }: ShapeContext): ShapePart[] => {
  const width = Math.min(1.3, widthMm / 1000)
  const height = 1.5
  const gathered = width * (0.56 + 0.16 * stiffness)
  const pleats = Math.max(3, Math.round(width * (5.4 - 2 * stiffness)))
  const [columns, rows] = [96, 44]
  const top = pleatedLine(gathered, width, columns, (t) => {
    const drift = noise2(t * 5, 1, 64, 64, seed)
    return Math.sin(TAU * (pleats * t + 0.6 * drift)) * (0.75 + 0.5 * noise2(t * 6, 3, 64, 64, seed))
  })
  const cloth = hungAtLength(drapeCloth({
    columns, rows, widthM: width, heightM: height, weightGsm, stiffness, seconds: 1.5,
    start: (u, v) => {
      const [x, z] = top[Math.round(u * (columns - 1))] ?? [0, 0]
      const loose = 0.012 * (1 - v) * (noise2(u * 6, v * 3, 64, 64, seed + 1) - 0.5)
      return [x + loose, (v - 1) * height, z + loose]
    },
    // Held along its top edge as by the rings of a rail.
    pinned: (column, row) => row === rows - 1 && (column % 2 === 0 || column === columns - 1),
    colliders: [{ kind: 'box', centre: [0, -0.75, -0.2], half: [1.2, 1, 0.06], roundM: 0.01 }],
  }), height) // prettier-ignore
  const half = gathered / 2 + 0.06
  const bar = tubeMesh([[-half, 0.012, 0], [0, 0.012, 0], [half, 0.012, 0]], 0.011, 12) // prettier-ignore
  return [
    { name: 'cloth', mesh: faceOf(cloth, width, height), surface: 'cloth' },
    { name: 'bar', mesh: bar, surface: 'wood', seamless: true },
  ]
}

const SCARF_COLUMNS = 56
const SCARF_ROWS = 112

/** A scarf over the arm of a small wooden stand, its ends fringed. */
export const scarf = ({ seed }: ShapeContext): ShapePart[] => {
  const length = 1.1
  const [front, top] = [0.56, 0.62]
  const radius = 0.014
  const gathered = 0.24
  const cloth = gridMesh(SCARF_COLUMNS, SCARF_ROWS, (u, v) => {
    const s = v * length
    const over = Math.PI * radius
    const fall = Math.max(0, front - s, s - front - over)
    const loose = Math.min(1, fall / 0.3)
    const fold = Math.sin(TAU * (u * 4.2 + 0.5 * noise2(u * 4, v * 3, 64, 64, seed)))
    const wave = (0.006 + 0.012 * loose) * fold
    const angle = Math.min(Math.PI, Math.max(0, (s - front) / radius))
    const x =
      (u - 0.5) * gathered * (0.86 + 0.22 * loose) +
      0.008 * loose * (noise2(u * 3, v * 4, 64, 64, seed + 3) - 0.5)
    const out = radius + 0.007 + wave
    return [
      x,
      top - fall + Math.sin(angle) * out,
      Math.cos(angle) * out + (s < front ? 0.01 : -0.01) * loose,
      u * 400,
      v * length * 1000,
    ]
  })
  const fringe = [0, 1].flatMap((end) =>
    Array.from({ length: 44 }, (_, i) => {
      const column = Math.round(((i + 0.5) / 44) * SCARF_COLUMNS)
      const at = (end * SCARF_ROWS * (SCARF_COLUMNS + 1) + column) * 3
      const [x, y, z] = [cloth.positions[at] ?? 0, cloth.positions[at + 1] ?? 0, cloth.positions[at + 2] ?? 0]
      const sway = 0.006 * (noise2(i * 0.9, end * 5, 64, 64, seed + 9) - 0.5)
      return tubeMesh([[x, y, z], [x + sway, y - 0.035, z + sway], [x + sway * 2.4, y - 0.07, z]], 0.0011, 3) // prettier-ignore
    }),
  )
  const stand = joined(
    boxMesh([0, 0.009, 0], [0.26, 0.018, 0.16]),
    boxMesh([0.155, 0.325, 0], [0.02, 0.65, 0.02]),
    boxMesh([0.142, 0.009, 0], [0.06, 0.018, 0.16]),
    tubeMesh([[-0.15, 0.62, 0], [0, 0.62, 0], [0.155, 0.62, 0]], radius - 0.001, 14), // prettier-ignore
  )
  return [
    { name: 'cloth', mesh: cloth, surface: 'cloth' },
    { name: 'fringe', mesh: joined(...fringe), surface: 'cloth' },
    { name: 'stand', mesh: stand, surface: 'wood' },
  ]
}

/** A hide hung by its neck: an irregular outline of the stated area, edges curled, gently waved. */
export const skin = ({ seed, areaM2, thicknessMm }: ShapeContext): ShapePart[] => {
  const outline = (angle: number): readonly [number, number] => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    // Fore and hind shanks, a neck above and a tail below stand out of an oval; no hide is the same on both sides.
    const lobe = (at: number, width: number) => {
      const away = ((((angle - at) % TAU) + TAU * 1.5) % TAU) - Math.PI
      return Math.exp(-(away * away) / width)
    }
    const shanks =
      0.34 * (lobe(0.8, 0.02) + 0.92 * lobe(Math.PI - 0.83, 0.022)) +
      0.36 * (lobe(-1.0, 0.017) + 1.06 * lobe(Math.PI + 0.98, 0.018))
    const flank =
      -0.07 * (lobe(0.34, 0.03) + lobe(Math.PI - 0.32, 0.03)) -
      0.05 * (lobe(-0.55, 0.03) + lobe(Math.PI + 0.5, 0.03))
    const spine =
      0.2 * lobe(Math.PI / 2, 0.05) +
      0.1 * lobe(-Math.PI / 2 + 0.03, 0.008) -
      0.07 * (lobe(1.22, 0.01) + lobe(1.95, 0.01))
    const ragged =
      0.08 * (noise2((angle / TAU) * 14 + 14, 0.5, 14, 1, seed) - 0.5) +
      0.022 * (noise2((angle / TAU) * 64 + 64, 0.5, 64, 1, seed + 1) - 0.5)
    const r = 1 + shanks + flank + spine + ragged - 0.06 * Math.cos(2 * angle)
    return [0.62 * r * c, 0.98 * r * s]
  }
  let area = 0
  const steps = 720
  for (let i = 0; i < steps; i++) {
    const [ax, ay] = outline((i / steps) * TAU)
    const [bx, by] = outline(((i + 1) / steps) * TAU)
    area += (ax * by - bx * ay) / 2
  }
  const scale = Math.sqrt(areaM2 / area)
  const skinM = Math.max(0.0014, thicknessMm / 1000)
  const face = (back: boolean) =>
    gridMesh(150, 22, (u, v) => {
      const [ox, oy] = outline(u * TAU)
      const reach = (1 - v) ** 0.8
      const [x, y] = [ox * reach * scale, oy * reach * scale]
      const wave =
        0.05 * scale * (noise2(x * 3.2 + 9, y * 1.4 + 9, 64, 64, seed + 2) - 0.5) +
        0.018 * Math.sin(x * 9 + 0.8 * y) * (0.6 - y / scale / 2)
      const curl = 0.05 * scale * reach ** 10 * (noise2(u * 14, 0.5, 14, 1, seed + 4) - 0.3)
      return [x, y, wave + curl - (back ? skinM : 0), x * 1000, y * 1000]
    })
  const leather = face(false)
  // The cut round the hide joins its grain and its flesh side.
  const rim = gridMesh(150, 1, (u, v) => {
    const at = Math.round(u * 150) * 3
    const [x = 0, y = 0, z = 0] = leather.positions.slice(at, at + 3)
    return [x, y, z - v * skinM, u * 5000, v * skinM * 1000]
  })
  const top = Math.max(...leather.positions.filter((_, i) => i % 3 === 1))
  const clip = boxMesh([0, top - 0.008, 0], [0.09, 0.034, 0.03])
  return [
    { name: 'leather', mesh: leather, surface: 'cloth', seamless: true },
    { name: 'flesh', mesh: joined(turned(face(true)), turned(rim)), surface: 'flesh' },
    { name: 'clip', mesh: clip, surface: 'wood' },
  ]
}
