import { gridMesh, joined, turned, type Mesh } from './mesh.ts'

export type Point2 = readonly [number, number]

type Station = { at: Point2; normal: Point2; alongM: number }

const stationsOf = (path: readonly Point2[]): Station[] => {
  let alongM = 0
  return path.map((at, i) => {
    const before = path[i - 1] ?? at
    const after = path[i + 1] ?? at
    alongM += Math.hypot(at[0] - before[0], at[1] - before[1])
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
    const length = Math.hypot(dx, dy) || 1
    return { at, normal: [-dy / length, dx / length], alongM }
  })
}

export type RibbonOptions = {
  widthM: number
  thicknessM: number
  /** Cells across the width. */
  columns: number
  /** Moves a point of the path at a place across the width (0 to 1), in metres. */
  soften?: (x: number, y: number, across: number) => Point2
}

const stay = (x: number, y: number): Point2 => [x, y]

/**
 * A cloth of some thickness along a path in x and y, drawn out along z: both faces, and its cut edges at either side as
 * a mesh of their own, so that layers and turns are seen from the side as they lie.
 */
export const ribbon = (path: readonly Point2[], options: RibbonOptions): { faces: Mesh; edges: Mesh } => {
  const { widthM, thicknessM, columns, soften = stay } = options
  const stations = stationsOf(path)
  const point = (i: number, off: number, across: number) => {
    const { at, normal, alongM } = stations[i] ?? { at: [0, 0], normal: [0, 1], alongM: 0 }
    const [x, y] = soften(at[0] + normal[0] * off, at[1] + normal[1] * off, across)
    return { x, y, alongMm: alongM * 1000 }
  }
  const last = stations.length - 1
  const face = (side: 1 | -1) => {
    const mesh = gridMesh(last, columns, (u, v) => {
      const { x, y, alongMm } = point(Math.round(u * last), (side * thicknessM) / 2, v)
      return [x, y, (0.5 - v) * widthM, v * widthM * 1000, alongMm]
    })
    return side === 1 ? mesh : turned(mesh)
  }
  const edge = (across: 0 | 1) => {
    const mesh = gridMesh(last, 1, (u, v) => {
      const { x, y, alongMm } = point(Math.round(u * last), (v - 0.5) * thicknessM, across)
      return [x, y, (0.5 - across) * widthM, (v - 0.5) * thicknessM * 1000, alongMm]
    })
    return across === 0 ? mesh : turned(mesh)
  }
  const end = (i: 0 | 1) => {
    const mesh = gridMesh(columns, 1, (u, v) => {
      const { x, y } = point(i * last, (v - 0.5) * thicknessM, u)
      return [x, y, (0.5 - u) * widthM, u * widthM * 1000, v * thicknessM * 1000]
    })
    return i === 0 ? turned(mesh) : mesh
  }
  return { faces: joined(face(1), face(-1)), edges: joined(edge(0), edge(1), end(0), end(1)) }
}
