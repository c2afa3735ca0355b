import { normalise, type Vec3 } from './camera.ts'
import type { RenderScene } from './scene.ts'
import type { DomeLight } from './studio.ts'

/** Distances from a far light to the model, on a square grid across the light's direction. */
type ShadowMap = { right: Vec3; up: Vec3; toLight: Vec3; depth: Float32Array }

export type Shadows = {
  /** 1 where the light reaches the point, 0 where the model is before it. */
  visible: (light: number, x: number, y: number, z: number) => number
  /** Distance by which a surface point must be lifted along its normal. */
  lift: number
}

const axesOf = (toLight: Vec3): { right: Vec3; up: Vec3 } => {
  const reference: Vec3 = Math.abs(toLight[1]) > 0.9 ? [1, 0, 0] : [0, 1, 0]
  const right = normalise([
    reference[1] * toLight[2] - reference[2] * toLight[1],
    reference[2] * toLight[0] - reference[0] * toLight[2],
    reference[0] * toLight[1] - reference[1] * toLight[0],
  ])
  const up: Vec3 = [
    toLight[1] * right[2] - toLight[2] * right[1],
    toLight[2] * right[0] - toLight[0] * right[2],
    toLight[0] * right[1] - toLight[1] * right[0],
  ]
  return { right, up }
}

/** Fills one map: the largest coordinate towards the light wins. */
const drawMap = (
  scene: RenderScene,
  casts: Uint8Array,
  size: number,
  toGrid: number,
  centre: Vec3,
  map: ShadowMap,
): void => {
  const { positions, indices } = scene
  const { right, up, toLight, depth } = map
  const half = size / 2
  const count = positions.length / 3
  const xs = new Float32Array(count)
  const ys = new Float32Array(count)
  const zs = new Float32Array(count)
  for (let i = 0; i < count; i++) {
    const x = (positions[i * 3] ?? 0) - centre[0]
    const y = (positions[i * 3 + 1] ?? 0) - centre[1]
    const z = (positions[i * 3 + 2] ?? 0) - centre[2]
    xs[i] = (x * right[0] + y * right[1] + z * right[2]) * toGrid + half
    ys[i] = (x * up[0] + y * up[1] + z * up[2]) * toGrid + half
    zs[i] = x * toLight[0] + y * toLight[1] + z * toLight[2]
  }
  for (let t = 0; t < indices.length; t += 3) {
    if (casts[scene.surfaceOf[t / 3] ?? 0] === 0) continue
    const a = indices[t] ?? 0
    const b = indices[t + 1] ?? 0
    const c = indices[t + 2] ?? 0
    const ax = xs[a] ?? 0
    const ay = ys[a] ?? 0
    const bx = (xs[b] ?? 0) - ax
    const by = (ys[b] ?? 0) - ay
    const cx = (xs[c] ?? 0) - ax
    const cy = (ys[c] ?? 0) - ay
    const area = bx * cy - by * cx
    if (Math.abs(area) < 1e-9) continue
    const x0 = Math.max(0, Math.ceil(ax + Math.min(0, bx, cx) - 0.5))
    const x1 = Math.min(size - 1, Math.floor(ax + Math.max(0, bx, cx) + 0.5))
    const y0 = Math.max(0, Math.ceil(ay + Math.min(0, by, cy) - 0.5))
    const y1 = Math.min(size - 1, Math.floor(ay + Math.max(0, by, cy) + 0.5))
    const az = zs[a] ?? 0
    const bz = (zs[b] ?? 0) - az
    const cz = (zs[c] ?? 0) - az
    for (let y = y0; y <= y1; y++) {
      for (let x = x0; x <= x1; x++) {
        const px = x - ax
        const py = y - ay
        const v = (px * cy - py * cx) / area
        const w = (bx * py - by * px) / area
        if (v < -0.02 || w < -0.02 || v + w > 1.02) continue
        const z = az + v * bz + w * cz
        const at = y * size + x
        if (z > (depth[at] ?? 0)) depth[at] = z
      }
    }
  }
}

/** Draws the model once for each light of the dome; sheer parts cast no shadow. */
export const castShadows = (scene: RenderScene, lights: readonly DomeLight[], size: number): Shadows => {
  const { min, max } = scene.box
  const centre: Vec3 = [(min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2]
  const radius = Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2]) / 2
  const toGrid = (size / 2 - 2) / radius
  const lift = 1.6 / toGrid
  const casts = Uint8Array.from(scene.surfaces, ({ alpha, opacity }) =>
    alpha === 'BLEND' && opacity < 0.6 ? 0 : 1,
  )
  // Per light: the rows that turn a point into grid column, grid row and distance, each with its constant.
  const rows = new Float64Array(lights.length * 12)
  const cells = size * size
  const depths = new Float32Array(lights.length * cells).fill(-Infinity)
  for (const [light, { direction }] of lights.entries()) {
    const { right, up } = axesOf(direction)
    const depth = depths.subarray(light * cells, (light + 1) * cells)
    drawMap(scene, casts, size, toGrid, centre, { right, up, toLight: direction, depth })
    const row = (axis: Vec3, scale: number, constant: number) => {
      const along = axis.map((value) => value * scale)
      const middle = axis[0] * centre[0] + axis[1] * centre[1] + axis[2] * centre[2]
      return [...along, constant - middle * scale]
    }
    const toCell = size / 2 + 0.5
    rows.set(
      [...row(right, toGrid, toCell), ...row(up, toGrid, toCell), ...row(direction, 1, lift)],
      light * 12,
    )
  }
  return {
    lift,
    visible: (light, x, y, z) => {
      const at = light * 12
      const column = Math.floor(
        (rows[at] ?? 0) * x + (rows[at + 1] ?? 0) * y + (rows[at + 2] ?? 0) * z + (rows[at + 3] ?? 0),
      )
      const line = Math.floor(
        (rows[at + 4] ?? 0) * x + (rows[at + 5] ?? 0) * y + (rows[at + 6] ?? 0) * z + (rows[at + 7] ?? 0),
      )
      if (column < 0 || line < 0 || column >= size || line >= size) return 1
      const reach =
        (rows[at + 8] ?? 0) * x + (rows[at + 9] ?? 0) * y + (rows[at + 10] ?? 0) * z + (rows[at + 11] ?? 0)
      return (depths[light * cells + line * size + column] ?? 0) > reach ? 0 : 1
    },
  }
}
