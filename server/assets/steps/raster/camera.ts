import type { Box } from '../solid.ts'

export type Vec3 = readonly [number, number, number]

/** A perspective camera; `focal` is in heights of the picture. */
export type Camera = { eye: Vec3; right: Vec3; up: Vec3; forward: Vec3; focal: number; shiftY: number }

const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

export const normalise = (v: Vec3): Vec3 => {
  const length = Math.hypot(v[0], v[1], v[2]) || 1
  return [v[0] / length, v[1] / length, v[2] / length]
}

/** The points that a camera must show: all of a model's, or the corners of a box. */
export type Framed = { box: Box; points?: Float32Array }

const cornersOf = ({ min, max }: Box): Float32Array =>
  Float32Array.from(
    [0, 1, 2, 3, 4, 5, 6, 7].flatMap((k) => [
      k & 1 ? max[0] : min[0],
      k & 2 ? max[1] : min[1],
      k & 4 ? max[2] : min[2],
    ]),
  )

export type ViewOptions = {
  /** Turn around the vertical axis from the front (+Z), and height above the horizon, in degrees. */
  azimuth: number
  elevation: number
  /** Vertical field of view in degrees. */
  fieldOfView: number
  /** Width by height. */
  aspect: number
  /** Free share of the picture around the model. */
  margin: number
}

/** A camera that looks from the given side, so near that the model just fits. */
export const frame = ({ box, points = cornersOf(box) }: Framed, options: ViewOptions): Camera => {
  const { azimuth, elevation, fieldOfView, aspect, margin } = options
  const [a, e] = [(azimuth * Math.PI) / 180, (Math.min(elevation, 89.5) * Math.PI) / 180]
  const back: Vec3 = [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)]
  const forward: Vec3 = [-back[0], -back[1], -back[2]]
  const right = normalise(cross(forward, [0, 1, 0]))
  const up = cross(right, forward)
  const centre: Vec3 = [
    (box.min[0] + box.max[0]) / 2,
    (box.min[1] + box.max[1]) / 2,
    (box.min[2] + box.max[2]) / 2,
  ]
  const focal = 0.5 / Math.tan((fieldOfView * Math.PI) / 360)
  const halfHeight = (0.5 * (1 - margin)) / focal
  const halfWidth = halfHeight * aspect
  // Each point c must satisfy |x| <= halfWidth * (distance + z): the largest need decides.
  let distance = 1e-6
  for (let i = 0; i + 2 < points.length; i += 3) {
    const c: Vec3 = [
      (points[i] ?? 0) - centre[0],
      (points[i + 1] ?? 0) - centre[1],
      (points[i + 2] ?? 0) - centre[2],
    ]
    const need = Math.max(Math.abs(dot(c, right)) / halfWidth, Math.abs(dot(c, up)) / halfHeight)
    distance = Math.max(distance, need - dot(c, forward))
  }
  const eye: Vec3 = [
    centre[0] + back[0] * distance,
    centre[1] + back[1] * distance,
    centre[2] + back[2] * distance,
  ]
  return { eye, right, up, forward, focal, shiftY: 0 }
}
