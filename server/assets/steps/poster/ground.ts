import type { Camera } from '../raster/camera.ts'
import type { RenderScene } from '../raster/scene.ts'
import type { Shadows } from '../raster/shadow-maps.ts'
import type { DomeLight } from '../raster/studio.ts'

const GRID = 320
/** How far the ground's shadow reaches around the model, as a share of its size. */
const REACH = 0.75

/** Light on the ground, 1 where nothing stands before it; sampled on a grid and smoothed. */
export type Ground = { light: (x: number, z: number) => number; y: number }

const blurRows = (source: Float32Array, radius: number): Float32Array => {
  const blurred = new Float32Array(source.length)
  for (let y = 0; y < GRID; y++) {
    for (let x = 0; x < GRID; x++) {
      let sum = 0
      for (let d = -radius; d <= radius; d++) {
        sum += source[y * GRID + Math.min(GRID - 1, Math.max(0, x + d))] ?? 0
      }
      blurred[x * GRID + y] = sum / (radius * 2 + 1)
    }
  }
  return blurred
}

/** Blurs along rows and transposes, twice: once for each axis. */
const blur = (grid: Float32Array, radius: number): Float32Array => blurRows(blurRows(grid, radius), radius)

export const lightGround = (scene: RenderScene, lights: readonly DomeLight[], shadows: Shadows): Ground => {
  const { min, max } = scene.box
  const size = Math.max(max[0] - min[0], max[1] - min[1], max[2] - min[2])
  const [cx, cz] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
  const half = Math.max(max[0] - min[0], max[2] - min[2]) / 2 + size * REACH
  const raw = new Float32Array(GRID * GRID)
  const shares = Float64Array.from(lights, ({ direction, radiance }) => direction[1] * radiance)
  const y = min[1] - shadows.lift * 0.5
  for (let j = 0; j < GRID; j++) {
    for (let i = 0; i < GRID; i++) {
      const x = cx + ((i + 0.5) / GRID - 0.5) * 2 * half
      const z = cz + ((j + 0.5) / GRID - 0.5) * 2 * half
      let light = 0
      for (let l = 0; l < shares.length; l++) light += (shares[l] ?? 0) * shadows.visible(l, x, y, z)
      raw[j * GRID + i] = light
    }
  }
  const soft = blur(blur(raw, 3), 2)
  return {
    y: min[1],
    light: (x, z) => {
      const u = ((x - cx) / (2 * half) + 0.5) * GRID - 0.5
      const v = ((z - cz) / (2 * half) + 0.5) * GRID - 0.5
      if (u < 0 || v < 0 || u >= GRID - 1 || v >= GRID - 1) return 1
      const [i, j] = [Math.floor(u), Math.floor(v)]
      const [s, t] = [u - i, v - j]
      const at = j * GRID + i
      const top = (soft[at] ?? 1) * (1 - s) + (soft[at + 1] ?? 1) * s
      const bottom = (soft[at + GRID] ?? 1) * (1 - s) + (soft[at + GRID + 1] ?? 1) * s
      // Fades out towards the edge of the grid, where the far lights' shadows are cut off.
      const edge = Math.min(u, v, GRID - 1 - u, GRID - 1 - v) / (GRID * 0.25)
      return 1 + Math.min(1, edge) * (top * (1 - t) + bottom * t - 1)
    },
  }
}

/** The white studio behind the model: a floor with the model's shadow that runs into a wall without a line. */
export const studioBackground = (camera: Camera, ground: Ground, width: number, height: number) => {
  const { eye, right, up, forward, focal } = camera
  return (px: number, py: number, out: Float32Array): void => {
    const x = (px + 0.5 - width / 2) / (focal * height)
    const y = (height / 2 + camera.shiftY * height - py - 0.5) / (focal * height)
    const dx = forward[0] + right[0] * x + up[0] * y
    const dy = forward[1] + right[1] * x + up[1] * y
    const dz = forward[2] + right[2] * x + up[2] * y
    const fall = (py + 0.5) / height
    const white = 0.93 - 0.05 * fall * fall
    let light = 1
    if (dy < -1e-4) {
      const distance = (ground.y - eye[1]) / dy
      light = ground.light(eye[0] + dx * distance, eye[2] + dz * distance)
    }
    const shade = white * (0.16 + 0.84 * light)
    out[0] = shade
    out[1] = shade * 0.994
    out[2] = shade * 0.982
  }
}
