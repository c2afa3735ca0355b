/** A surface in metres; `uvMm` is where on the cloth a vertex lies, v upwards along the warp. */
export type Mesh = { positions: number[]; uvMm: number[]; indices: number[] }

export type Vertex = readonly [x: number, y: number, z: number, uMm: number, vMm: number]

/** A surface over a grid: `at` gives the vertex at u and v from 0 to 1. Faces look along du × dv. */
export const gridMesh = (columns: number, rows: number, at: (u: number, v: number) => Vertex): Mesh => {
  const mesh: Mesh = { positions: [], uvMm: [], indices: [] }
  for (let row = 0; row <= rows; row++)
    for (let column = 0; column <= columns; column++) {
      const [x, y, z, u, v] = at(column / columns, row / rows)
      mesh.positions.push(x, y, z)
      mesh.uvMm.push(u, v)
    }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const a = row * (columns + 1) + column
      const c = a + columns + 1
      mesh.indices.push(a, a + 1, c + 1, a, c + 1, c)
    }
  return mesh
}

/** Points of a path and its sections' axes, carried along without twisting. */
const framesAlong = (path: readonly Triple[]) => {
  let across: Triple | undefined
  let alongM = 0
  return path.map((here, i) => {
    const before = path[i - 1] ?? here
    const after = path[i + 1] ?? here
    alongM += Math.hypot(here[0] - before[0], here[1] - before[1], here[2] - before[2])
    const t = unit([after[0] - before[0], after[1] - before[1], after[2] - before[2]])
    across ??= cross(t, Math.abs(t[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0])
    const lean = across[0] * t[0] + across[1] * t[1] + across[2] * t[2]
    across = unit([across[0] - lean * t[0], across[1] - lean * t[1], across[2] - lean * t[2]])
    return { here, across, over: cross(t, across), alongM }
  })
}

/** A tube around a path, `sides` round; `flatten` below 1 presses it along the sections' second axis. */
export const tubeMesh = (path: readonly Triple[], radiusM: number, sides = 8, flatten = 1): Mesh => {
  const frames = framesAlong(path)
  return gridMesh(sides, path.length - 1, (u, v) => {
    const frame = frames[Math.round(v * (path.length - 1))]
    if (!frame) throw new RangeError('a tube needs a path')
    const { here, across, over, alongM } = frame
    const [c, s] = [Math.cos(u * 2 * Math.PI) * radiusM, Math.sin(u * 2 * Math.PI) * radiusM * flatten]
    return [
      here[0] + across[0] * c + over[0] * s,
      here[1] + across[1] * c + over[1] * s,
      here[2] + across[2] * c + over[2] * s,
      u * radiusM * 6283,
      alongM * 1000,
    ]
  })
}

export type Triple = readonly [number, number, number]
const cross = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const unit = (a: Triple): Triple => {
  const length = Math.hypot(a[0], a[1], a[2]) || 1
  return [a[0] / length, a[1] / length, a[2] / length]
}

/** A box with its own faces; `uvMm` runs over each face. */
export const boxMesh = (centre: Triple, size: Triple): Mesh => {
  const mesh: Mesh = { positions: [], uvMm: [], indices: [] }
  const faces: [Triple, Triple][] = [
    [[1, 0, 0], [0, 1, 0]],
    [[-1, 0, 0], [0, 1, 0]],
    [[0, 0, -1], [0, 1, 0]],
    [[0, 0, 1], [0, 1, 0]],
    [[1, 0, 0], [0, 0, -1]],
    [[1, 0, 0], [0, 0, 1]],
  ] // prettier-ignore
  for (const [across, up] of faces) {
    const out = cross(across, up)
    const start = mesh.positions.length / 3
    for (const [i, j] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ] as const) {
      // prettier-ignore
      const corner = [0, 1, 2].map((k) => ((across[k] ?? 0) * i + (up[k] ?? 0) * j + (out[k] ?? 0)) * 0.5 * (size[k] ?? 0) + (centre[k] ?? 0)) // prettier-ignore
      mesh.positions.push(...corner)
      const along = (axis: Triple) =>
        1000 * Math.abs(axis[0] * size[0] + axis[1] * size[1] + axis[2] * size[2])
      mesh.uvMm.push(((i + 1) / 2) * along(across), ((j + 1) / 2) * along(up))
    }
    mesh.indices.push(start, start + 1, start + 2, start, start + 2, start + 3)
  }
  return mesh
}

/** The same surface seen from its other side. */
export const turned = (mesh: Mesh): Mesh => ({ ...mesh, indices: mesh.indices.toReversed() })

export const joined = (...meshes: readonly Mesh[]): Mesh => {
  const all: Mesh = { positions: [], uvMm: [], indices: [] }
  for (const mesh of meshes) {
    const offset = all.positions.length / 3
    for (const value of mesh.positions) all.positions.push(value)
    for (const value of mesh.uvMm) all.uvMm.push(value)
    for (const index of mesh.indices) all.indices.push(index + offset)
  }
  return all
}

/** Each vertex moved by a function; the cloth coordinates stay. */
export const moved = (mesh: Mesh, move: (x: number, y: number, z: number) => Triple): Mesh => {
  const positions: number[] = []
  for (let i = 0; i < mesh.positions.length; i += 3)
    positions.push(...move(mesh.positions[i] ?? 0, mesh.positions[i + 1] ?? 0, mesh.positions[i + 2] ?? 0))
  return { ...mesh, positions }
}

/** Smooth normals; vertices at the same place share theirs where `seamless`, so that closed forms show no seam. */
export const smoothNormals = (mesh: Mesh, seamless: boolean): Float32Array => {
  const { positions, indices } = mesh
  const count = positions.length / 3
  const group = new Int32Array(count)
  const known = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    const place = positions.slice(i * 3, i * 3 + 3)
    const key = seamless ? place.map((value) => Math.round(value * 1e6)).join(',') : String(i)
    const first = known.get(key)
    if (first === undefined) known.set(key, i)
    group[i] = first ?? i
  }
  const sums = new Float64Array(count * 3)
  const point = (i: number): Triple => [
    positions[i * 3] ?? 0,
    positions[i * 3 + 1] ?? 0,
    positions[i * 3 + 2] ?? 0,
  ]
  for (let t = 0; t < indices.length; t += 3) {
    const corners = [indices[t] ?? 0, indices[t + 1] ?? 0, indices[t + 2] ?? 0] as const
    const [a, b, c] = [point(corners[0]), point(corners[1]), point(corners[2])]
    const n = cross([b[0] - a[0], b[1] - a[1], b[2] - a[2]], [c[0] - a[0], c[1] - a[1], c[2] - a[2]])
    for (const corner of corners)
      for (let axis = 0; axis < 3; axis++) {
        const at = (group[corner] ?? 0) * 3 + axis
        sums[at] = (sums[at] ?? 0) + (n[axis] ?? 0)
      }
  }
  const normals = new Float32Array(count * 3)
  for (let i = 0; i < count; i++) {
    const g = (group[i] ?? 0) * 3
    normals.set(unitOrUp([sums[g] ?? 0, sums[g + 1] ?? 0, sums[g + 2] ?? 0]), i * 3)
  }
  return normals
}

const unitOrUp = (a: Triple): Triple => (Math.hypot(a[0], a[1], a[2]) < 1e-14 ? [0, 1, 0] : unit(a))
