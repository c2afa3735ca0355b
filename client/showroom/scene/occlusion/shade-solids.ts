import { BufferAttribute, type BufferGeometry } from 'three'
import type { HallSolids } from '../build/hall-solids.ts'
import { albedoOf } from '../build/solid-builder.ts'
import type { OcclusionTask } from './bake-occlusion.ts'

const arrayOf = (geometry: BufferGeometry, name: string): Float32Array =>
  new Float32Array(geometry.getAttribute(name).array)

const indicesOf = (geometry: BufferGeometry): Uint32Array => new Uint32Array(geometry.getIndex()?.array ?? [])

/** What lies on the floor everywhere: it takes light from whatever stands near it. */
function floorOccluder(halfWidthM: number, halfDepthM: number) {
  const [x, z] = [halfWidthM, halfDepthM]
  return {
    positions: new Float32Array([-x, 0, -z, x, 0, -z, x, 0, z, -x, 0, z]),
    indices: new Uint32Array([0, 2, 1, 0, 3, 2]),
  }
}

/**
 * Bakes ambient occlusion into the vertex colours of a hall's solids, in a worker beside the picture: until it has
 * come, they keep the shading they were built with. Returns what gives it up.
 */
export function shadeSolids(
  solids: HallSolids,
  hall: { widthM: number; depthM: number },
  rays: number,
  onShaded: () => void,
): () => void {
  const shaded = [solids.painted, solids.frame]
  const worker = new Worker(new URL('./occlusion.worker.ts', import.meta.url), { type: 'module' })
  const task: OcclusionTask = {
    occluders: [
      ...shaded.map((geometry) => ({
        positions: arrayOf(geometry, 'position'),
        indices: indicesOf(geometry),
      })),
      floorOccluder(hall.widthM / 2, hall.depthM / 2),
    ],
    surfaces: shaded.map((geometry) => ({
      positions: arrayOf(geometry, 'position'),
      normals: arrayOf(geometry, 'normal'),
    })),
    rays,
  }
  worker.onmessage = ({ data }: MessageEvent<Float32Array[]>) => {
    worker.terminate()
    shaded.forEach((geometry, at) => {
      const light = data[at]
      if (light) geometry.setAttribute('color', shadedColours(albedoOf(geometry), light))
    })
    onShaded()
  }
  worker.postMessage(task)
  return () => worker.terminate()
}

function shadedColours(albedo: Float32Array, light: Float32Array): BufferAttribute {
  return new BufferAttribute(
    albedo.map((value, at) => value * (light[Math.floor(at / 3)] ?? 1)),
    3,
  )
}
