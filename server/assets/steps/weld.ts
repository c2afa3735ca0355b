import type { Floats, Part } from './solid.ts'

type Column = { values: Floats; size: number }

const columnsOf = (part: Part): Column[] => [
  { values: part.positions, size: 3 },
  { values: part.normals, size: 3 },
  ...part.texCoords.map((values) => ({ values, size: 2 })),
  ...(part.colours === undefined ? [] : [{ values: part.colours, size: 4 }]),
]

const pick = (column: Column, vertices: Uint32Array): Floats => {
  const { values, size } = column
  const picked = new Float32Array(vertices.length * size)
  for (let i = 0; i < vertices.length; i++) {
    const from = (vertices[i] ?? 0) * size
    for (let k = 0; k < size; k++) picked[i * size + k] = values[from + k] ?? 0
  }
  return picked
}

/** Keeps only the given vertices, in this order; `indices` already count in it. */
export const withVertices = (part: Part, vertices: Uint32Array, indices: Uint32Array<ArrayBuffer>): Part => ({
  material: part.material,
  positions: pick({ values: part.positions, size: 3 }, vertices),
  normals: pick({ values: part.normals, size: 3 }, vertices),
  texCoords: part.texCoords.map((values) => pick({ values, size: 2 }, vertices)),
  colours: part.colours === undefined ? undefined : pick({ values: part.colours, size: 4 }, vertices),
  indices,
})

/** Drops vertices that no triangle uses. */
export const compact = (part: Part): Part => {
  const place = new Int32Array(part.positions.length / 3).fill(-1)
  const used: number[] = []
  const indices = part.indices.map((vertex) => {
    if (place[vertex] === -1) place[vertex] = used.push(vertex) - 1
    return place[vertex] ?? 0
  })
  return withVertices(part, Uint32Array.from(used), indices)
}

/** Merges vertices whose attributes agree bit by bit, and drops triangles that became lines. */
export const weld = (part: Part): Part => {
  const columns = columnsOf(part).map(({ values, size }) => ({
    bits: new Uint32Array(values.buffer, values.byteOffset, values.length),
    size,
  }))
  const vertexCount = part.positions.length / 3
  let capacity = 16
  while (capacity < vertexCount * 2) capacity *= 2
  const table = new Int32Array(capacity).fill(-1)

  const hashOf = (vertex: number): number => {
    let hash = 0x811c9dc5 // FNV-1a, 32 bit
    for (const { bits, size } of columns) {
      for (let k = 0; k < size; k++) hash = Math.imul(hash ^ (bits[vertex * size + k] ?? 0), 0x01000193)
    }
    return (hash ^ (hash >>> 15)) & (capacity - 1)
  }
  const isSame = (a: number, b: number): boolean =>
    columns.every(({ bits, size }) => {
      for (let k = 0; k < size; k++) if (bits[a * size + k] !== bits[b * size + k]) return false
      return true
    })
  const first = (vertex: number): number => {
    let slot = hashOf(vertex)
    for (;;) {
      const known = table[slot] ?? -1
      if (known === -1) {
        table[slot] = vertex
        return vertex
      }
      if (isSame(known, vertex)) return known
      slot = (slot + 1) & (capacity - 1)
    }
  }

  const representative = new Int32Array(vertexCount).fill(-1)
  const welded = new Uint32Array(part.indices.length)
  let length = 0
  for (let i = 0; i + 2 < part.indices.length; i += 3) {
    const corners = [0, 1, 2].map((k) => {
      const vertex = part.indices[i + k] ?? 0
      if (representative[vertex] === -1) representative[vertex] = first(vertex)
      return representative[vertex] ?? 0
    })
    const [a = 0, b = 0, c = 0] = corners
    if (a === b || b === c || a === c) continue
    welded[length++] = a
    welded[length++] = b
    welded[length++] = c
  }
  return compact({ ...part, indices: welded.slice(0, length) })
}
