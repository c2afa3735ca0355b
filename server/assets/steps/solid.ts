import type { Document, Material } from '@gltf-transform/core'

export type Floats = Float32Array<ArrayBuffer>

/** All triangles of one material, in metres, in the world's axes; `texCoords[n]` is TEXCOORD_n. */
export type Part = {
  material: Material | null
  positions: Floats
  normals: Floats
  texCoords: Floats[]
  /** Linear RGBA, or none. */
  colours: Floats | undefined
  indices: Uint32Array<ArrayBuffer>
}

/** A model ready for optimising: one part a material, no nodes. `document` owns materials and textures. */
export type Solid = { document: Document; parts: Part[]; extras: Record<string, unknown> }

export type Box = { min: [number, number, number]; max: [number, number, number] }

export const triangleCount = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + part.indices.length / 3, 0)

/** Bounds of the vertices that triangles use. */
export const boundsOf = (parts: readonly Part[]): Box => {
  const min: Box['min'] = [Infinity, Infinity, Infinity]
  const max: Box['max'] = [-Infinity, -Infinity, -Infinity]
  for (const { positions, indices } of parts) {
    for (const vertex of indices) {
      for (let axis = 0; axis < 3; axis++) {
        const value = positions[vertex * 3 + axis] ?? 0
        if (value < (min[axis] ?? 0)) min[axis] = value
        if (value > (max[axis] ?? 0)) max[axis] = value
      }
    }
  }
  return { min, max }
}

export const sizeOf = ({ min, max }: Box): [number, number, number] => [
  max[0] - min[0],
  max[1] - min[1],
  max[2] - min[2],
]
