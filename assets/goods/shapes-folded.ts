import { noise2 } from '#shared/textile/noise.ts'
import { gridMesh, joined, moved, type Mesh } from './mesh.ts'
import { ribbon, type Point2 } from './ribbon.ts'
import type { ShapeContext, ShapePart } from './shape.ts'

const STRAIGHT = 7
const FOLD = 5

/** A cloth folded to and fro, from below: `layers` of them `pitchM` apart; the folds at the front are closed. */
const zigzag = (layers: number, lengthM: number, pitchM: number): Point2[] => {
  const half = (lengthM - pitchM) / 2
  const path: Point2[] = []
  for (let layer = 0; layer < layers; layer++) {
    const way = layer % 2 === 0 ? 1 : -1
    const y = (layer + 0.5) * pitchM
    for (let i = 0; i <= STRAIGHT; i++) path.push([way * half * ((2 * i) / STRAIGHT - 1), y])
    if (layer === layers - 1) break
    for (let i = 1; i < FOLD; i++) {
      const angle = -Math.PI / 2 + (Math.PI * i) / FOLD
      path.push([
        way * (half + (pitchM / 2) * Math.cos(angle)),
        y + pitchM / 2 + (pitchM / 2) * Math.sin(angle),
      ])
    }
  }
  return path
}

type Fold = {
  layers: number
  pitchM: number
  thicknessM: number
  lengthM: number
  widthM: number
  baseM: number
  seed: number
  columns: number
}

/** One piece as it lies in a stack: folds full at their backs, edges never quite straight, sunk in the middle. */
const piece = (fold: Fold) => {
  const { layers, pitchM, lengthM, widthM, baseM, seed } = fold
  const half = lengthM / 2
  const turn = 0.05 * (noise2(seed * 0.37, 0.5, 997, 1, 5) - 0.5)
  const { faces, edges } = ribbon(zigzag(layers, lengthM, pitchM), {
    widthM,
    thicknessM: fold.thicknessM,
    columns: fold.columns,
    soften: (x, y, across) => {
      const layer = Math.min(layers - 1, Math.max(0, Math.floor(y / pitchM)))
      const pair = Math.floor((layer + 1) / 2)
      const uneven = 0.011 * (noise2(pair * 1.7 + seed * 0.13, across * 2.2, 997, 64, seed) - 0.5)
      const reach = Math.min(1, Math.abs(x) / half)
      const full = 0.86 + 0.15 * reach ** 4
      const rest = noise2(x * 9 + 9, across * 3 + 1, 64, 64, seed + 3) - 0.5
      return [
        x + Math.sign(x) * uneven * reach ** 3,
        baseM + y * full + pitchM * 0.5 * rest * Math.min(1, y / (2 * pitchM)),
      ]
    },
  })
  const place = (mesh: Mesh) =>
    moved(mesh, (x, y, z) => [
      // The folds face the viewer.
      x * Math.sin(turn) + z * Math.cos(turn),
      y,
      x * Math.cos(turn) - z * Math.sin(turn),
    ])
  const heightM = layers * pitchM
  return { faces: turnedOut(place(faces)), edges: turnedOut(place(edges)), heightM }
}

/** x and z changed places: faces look the other way round. */
const turnedOut = (mesh: Mesh): Mesh => ({ ...mesh, indices: mesh.indices.toReversed() })

/** A stack of folded pieces. */
export const folded = ({ seed, thicknessMm }: ShapeContext): ShapePart[] => {
  // Air lies between the layers of a thin cloth: several of them are drawn as one.
  const pitchM = Math.max(0.004, (thicknessMm / 1000) * 1.4 + 0.001)
  const thicknessM = pitchM * 0.84
  // An even number of layers, so that both ends of the cloth are at the back.
  const layers = 2 * Math.round(Math.min(6, Math.max(2, 0.019 / pitchM)))
  let baseM = 0
  const pieces = [0, 1, 2].map((number) => {
    const made = piece({
      layers, pitchM, thicknessM, lengthM: 0.3 - 0.008 * number, widthM: 0.36, baseM, seed: (seed % 512) + number * 11, columns: 9,
    }) // prettier-ignore
    baseM += made.heightM * 0.97
    return made
  })
  return [
    { name: 'cloth', mesh: joined(...pieces.map(({ faces }) => faces)), surface: 'cloth' },
    { name: 'edges', mesh: joined(...pieces.map(({ edges }) => edges)), surface: 'edge' },
  ]
}

const TOWEL = { layers: 4, pitchM: 0.0125, thicknessM: 0.0096 }

/** Height of a towel's upper face near a place, in metres. */
const topAt = (faces: Mesh, x: number, z: number): number => {
  const highest = Math.max(...faces.positions.filter((_, i) => i % 3 === 1))
  let [best, y] = [Infinity, 0]
  for (let i = 0; i < faces.positions.length; i += 3) {
    const [px = 0, py = 0, pz = 0] = faces.positions.slice(i, i + 3)
    const apart = Math.hypot(px - x, pz - z) + 2 * (highest - py)
    if (apart < best) [best, y] = [apart, py]
  }
  return y
}

/** A woven border across a towel, before its folded end: a smooth band between two ribs, a little above the loops. */
const border = (faces: Mesh, widthM: number): Mesh => {
  const bands = [[0.05, 0.056], [0.06, 0.092], [0.096, 0.102]] as const // prettier-ignore
  const front = Math.max(...faces.positions.filter((_, i) => i % 3 === 2))
  return joined(
    ...bands.map(([from, to]) =>
      gridMesh(18, 3, (u, v) => {
        const [x, z] = [(u - 0.5) * widthM * 0.98, front - from - (to - from) * v]
        return [x, topAt(faces, x, z) + 0.0016, z, u * widthM * 1000, v * (to - from) * 1000]
      }),
    ),
  )
}

/** Five towels, folded and stacked, with a woven border. */
export const towels = ({ seed, sizeM }: ShapeContext): ShapePart[] => {
  let baseM = 0
  const widthM = sizeM[0] * 0.66
  const pieces = Array.from({ length: 5 }, (_, number) => {
    const made = piece({
      ...TOWEL, lengthM: sizeM[1] / 3 - 0.03, widthM, baseM, seed: (seed % 512) + number * 5, columns: 12,
    }) // prettier-ignore
    baseM += made.heightM * 0.95
    return made
  })
  const top = pieces.at(-1)
  return [
    {
      name: 'terry',
      mesh: joined(...pieces.flatMap(({ faces, edges }) => [faces, edges])),
      surface: 'cloth',
    },
    { name: 'border', mesh: top ? border(top.faces, widthM) : joined(), surface: 'band' },
  ]
}
