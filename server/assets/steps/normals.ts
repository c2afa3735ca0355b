import type { Floats } from './solid.ts'

/**
 * Smooth normals, weighted by the area of the triangles around each position. Vertices at the same place share
 * them, so that seams in the texture do not show as creases.
 */
export const computeNormals = (positions: Floats, indices: Uint32Array): Floats => {
  const place = new Map<string, number>()
  const shared = new Uint32Array(positions.length / 3)
  for (let i = 0; i < shared.length; i++) {
    const key = `${positions[i * 3]},${positions[i * 3 + 1]},${positions[i * 3 + 2]}`
    const known = place.get(key)
    if (known === undefined) place.set(key, i)
    shared[i] = known ?? i
  }
  const sums = new Float32Array(positions.length)
  const at = (vertex: number, axis: number): number => positions[vertex * 3 + axis] ?? 0
  for (let i = 0; i + 2 < indices.length; i += 3) {
    const [a, b, c] = [indices[i] ?? 0, indices[i + 1] ?? 0, indices[i + 2] ?? 0]
    const u = [at(b, 0) - at(a, 0), at(b, 1) - at(a, 1), at(b, 2) - at(a, 2)] as const
    const v = [at(c, 0) - at(a, 0), at(c, 1) - at(a, 1), at(c, 2) - at(a, 2)] as const
    const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
    for (const vertex of [a, b, c]) {
      const from = (shared[vertex] ?? 0) * 3
      for (let axis = 0; axis < 3; axis++) sums[from + axis] = (sums[from + axis] ?? 0) + (cross[axis] ?? 0)
    }
  }
  const normals = new Float32Array(positions.length)
  for (let i = 0; i < shared.length; i++) {
    const from = (shared[i] ?? 0) * 3
    const [x, y, z] = [sums[from] ?? 0, sums[from + 1] ?? 0, sums[from + 2] ?? 0]
    const length = Math.hypot(x, y, z)
    normals[i * 3] = length > 0 ? x / length : 0
    normals[i * 3 + 1] = length > 0 ? y / length : 1
    normals[i * 3 + 2] = length > 0 ? z / length : 0
  }
  return normals
}
