import { BufferAttribute, BufferGeometry, FrontSide, Ray, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'

/** Triangles that keep light away, in metres of the hall. */
export interface Occluder {
  readonly positions: Float32Array
  readonly indices: Uint32Array
}

/** Points of a surface that are to be shaded. */
export interface ShadedSurface {
  readonly positions: Float32Array
  readonly normals: Float32Array
}

export interface OcclusionTask {
  readonly occluders: readonly Occluder[]
  readonly surfaces: readonly ShadedSurface[]
  /** Rays from each point. */
  readonly rays: number
}

/** What is farther away takes no light. */
const REACH_M = 1.8
/** Rays start off the surface, or they would meet it. */
const OFF_M = 0.012
/** How much of the light a wholly enclosed point loses: the rest comes back from white walls. */
const STRENGTH = 0.78

/** Points of a cosine-weighted hemisphere around +z (Malley's method on a golden-angle spiral). */
function hemisphere(rays: number): Float32Array {
  const directions = new Float32Array(rays * 3)
  for (let ray = 0; ray < rays; ray++) {
    const radius = Math.sqrt((ray + 0.5) / rays)
    const angle = ray * 2.399963
    directions.set(
      [radius * Math.cos(angle), radius * Math.sin(angle), Math.sqrt(1 - radius * radius)],
      ray * 3,
    )
  }
  return directions
}

function treeOf(occluders: readonly Occluder[]): MeshBVH {
  const vertices = occluders.reduce((sum, { positions }) => sum + positions.length, 0)
  const corners = occluders.reduce((sum, { indices }) => sum + indices.length, 0)
  const positions = new Float32Array(vertices)
  const indices = new Uint32Array(corners)
  let vertex = 0
  let corner = 0
  for (const one of occluders) {
    positions.set(one.positions, vertex * 3)
    for (const index of one.indices) indices[corner++] = index + vertex
    vertex += one.positions.length / 3
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(positions, 3))
  geometry.setIndex(new BufferAttribute(indices, 1))
  return new MeshBVH(geometry)
}

/**
 * Ambient occlusion: for each point of each surface how much light from all around reaches it, 0 to 1. Points of the
 * same place and normal are computed once.
 */
export function bakeOcclusion({ occluders, surfaces, rays }: OcclusionTask): Float32Array[] {
  const tree = treeOf(occluders)
  const directions = hemisphere(rays)
  const known = new Map<string, number>()
  const ray = new Ray()
  const normal = new Vector3()
  const across = new Vector3()
  const along = new Vector3()

  function lightAt(x: number, y: number, z: number): number {
    across
      .set(Math.abs(normal.y) > 0.9 ? 1 : 0, Math.abs(normal.y) > 0.9 ? 0 : 1, 0)
      .cross(normal)
      .normalize()
    along.crossVectors(normal, across)
    ray.origin.set(x + normal.x * OFF_M, y + normal.y * OFF_M, z + normal.z * OFF_M)
    let lost = 0
    for (let at = 0; at < rays; at++) {
      ray.direction
        .set(0, 0, 0)
        .addScaledVector(across, directions[at * 3] ?? 0)
        .addScaledVector(along, directions[at * 3 + 1] ?? 0)
        .addScaledVector(normal, directions[at * 3 + 2] ?? 0)
      // Points within another solid (a slat on a wall) see its inside, which keeps no light away.
      const hit = tree.raycastFirst(ray, FrontSide, 0, REACH_M)
      if (hit) lost += 1 - hit.distance / REACH_M
    }
    return 1 - STRENGTH * (lost / rays)
  }

  return surfaces.map(({ positions, normals }) => {
    const light = new Float32Array(positions.length / 3)
    for (let vertex = 0; vertex < light.length; vertex++) {
      const at = vertex * 3
      const [x = 0, y = 0, z = 0] = positions.subarray(at, at + 3)
      normal.set(normals[at] ?? 0, normals[at + 1] ?? 1, normals[at + 2] ?? 0)
      const key = `${(x * 200) | 0} ${(y * 200) | 0} ${(z * 200) | 0} ${(normal.x * 8) | 0} ${(normal.y * 8) | 0} ${(normal.z * 8) | 0}`
      const found = known.get(key) ?? lightAt(x, y, z)
      known.set(key, found)
      light[vertex] = found
    }
    return light
  })
}
