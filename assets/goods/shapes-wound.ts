import { noise2 } from '#shared/textile/noise.ts'
import { boxMesh, gridMesh, joined, moved, tubeMesh, turned, type Mesh } from './mesh.ts'
import { ribbon, type Point2 } from './ribbon.ts'
import type { ShapeContext, ShapePart } from './shape.ts'

/** Turns of a wound cloth: `flatM` is half the straight part round a bolt's board, 0 round a tube. */
const wound = (turns: number, coreM: number, pitchM: number, flatM: number, perTurn: number): Point2[] =>
  Array.from({ length: turns * perTurn + 1 }, (_, i) => {
    const turn = i / perTurn
    const r = coreM + pitchM * turn
    const angle = (turn - Math.floor(turn)) * Math.PI * 2
    const side = Math.cos(angle) >= 0 ? 1 : -1
    return [
      side * flatM * Math.min(1, Math.abs(Math.cos(angle)) * 2.4) + r * Math.cos(angle),
      r * Math.sin(angle),
    ]
  })

type Winding = {
  turns: number
  coreM: number
  pitchM: number
  flatM: number
  widthM: number
  perTurn: number
  seed: number
}

/** The outer turn over the whole width; of the inner ones only what the ends show: a spiral of cut edges. */
const winding = ({ turns, coreM, pitchM, flatM, widthM, perTurn, seed }: Winding) => {
  const path = wound(turns, coreM, pitchM, flatM, perTurn)
  const thicknessM = pitchM * 0.66
  const slack = (x: number, y: number, across: number): Point2 => {
    const lift = 0.0035 * (noise2(across * 4, Math.atan2(y, x) * 2 + 9, 64, 64, seed) - 0.5)
    const scale = 1 + lift / Math.max(0.02, Math.hypot(x, y))
    return [x * scale, y * scale]
  }
  const outer = ribbon(path.slice(-Math.round(perTurn * 1.25)), {
    widthM,
    thicknessM,
    columns: 22,
    soften: slack,
  })
  // Selvedges never lie exactly over each other.
  const uneven = (i: number) => 0.0024 * (noise2(i * 0.05, 2, 997, 64, seed) - 0.7)
  const spiral = [1, -1].map((side) => {
    const inner = path.slice(0, -perTurn)
    const edge = gridMesh(inner.length - 1, 1, (u, v) => {
      const i = Math.round(u * (inner.length - 1))
      const [x, y] = inner[i] ?? [0, 0]
      const out = 1 + ((v - 0.5) * thicknessM) / Math.max(0.004, Math.hypot(x, y))
      return [x * out, y * out, side * (widthM / 2 + uneven(i)), v * 2, i * 4]
    })
    return side === 1 ? turned(edge) : edge
  })
  // What shows between the turns: cloth in shade.
  const ground = [1, -1].map((side) => {
    const last = path.slice(-perTurn - 1)
    const cap = gridMesh(perTurn, 4, (u, v) => {
      const [x, y] = last[Math.round(u * perTurn)] ?? [0, 0]
      const inward = 0.97 - v * 0.82
      return [x * inward, y * inward, side * (widthM / 2 - 0.006), u * 900, v * 120]
    })
    return side === 1 ? turned(cap) : cap
  })
  return { cloth: outer.faces, edges: joined(outer.edges, ...spiral), ground: joined(...ground) }
}

/** Laid along x, its end towards the viewer, resting on the ground. */
const lay = (mesh: Mesh, outerM: number) => moved(mesh, (x, y, z) => [z, y + outerM + 0.001, -x])

/** Cloth wound on a board: a bolt, lying. */
export const bolt = ({ seed, thicknessMm }: ShapeContext): ShapePart[] => {
  const turns = 9
  const pitchM = Math.max(0.0032, (thicknessMm / 1000) * 1.5)
  const widthM = 0.62
  const outer = 0.012 + pitchM * turns
  const { cloth, edges, ground } = winding({
    turns,
    coreM: 0.012,
    pitchM,
    flatM: 0.075,
    widthM,
    perTurn: 60,
    seed,
  })
  return [
    { name: 'cloth', mesh: lay(cloth, outer), surface: 'cloth' },
    { name: 'ends', mesh: lay(ground, outer), surface: 'cloth' },
    { name: 'edges', mesh: lay(edges, outer), surface: 'edge' },
    { name: 'board', mesh: lay(boxMesh([0, 0, 0], [0.16, 0.014, widthM + 0.024]), outer), surface: 'card' },
  ]
}

/** A sample roll on a paper tube. */
export const roll = ({ seed, thicknessMm }: ShapeContext): ShapePart[] => {
  const turns = 10
  const coreM = 0.027
  const pitchM = Math.max(0.0036, (thicknessMm / 1000) * 1.5)
  const widthM = 0.6
  const outer = coreM + pitchM * turns
  const { cloth, edges, ground } = winding({ turns, coreM, pitchM, flatM: 0, widthM, perTurn: 56, seed })
  const along = [-1, 0, 1].map((k) => [0, 0, k * (widthM / 2 + 0.03)] as const)
  const rims = [-1, 1].map((side) => {
    const rim = gridMesh(28, 1, (u, v) => {
      const [angle, r] = [u * Math.PI * 2, 0.02 + 0.005 * v]
      return [r * Math.cos(angle), r * Math.sin(angle), side * (widthM / 2 + 0.03), u * 150, v * 5]
    })
    return side === 1 ? turned(rim) : rim
  })
  const tube = joined(tubeMesh(along, 0.025, 28), turned(tubeMesh(along, 0.02, 28)), ...rims)
  return [
    { name: 'cloth', mesh: lay(cloth, outer), surface: 'cloth' },
    { name: 'ends', mesh: lay(ground, outer), surface: 'cloth' },
    { name: 'edges', mesh: lay(edges, outer), surface: 'edge' },
    { name: 'tube', mesh: lay(tube, outer), surface: 'kraft' },
  ]
}
