/** Something that cloth lies on, in metres. */
export type Collider =
  | { kind: 'floor'; yM: number }
  | {
      kind: 'capsule'
      a: readonly [number, number, number]
      b: readonly [number, number, number]
      radiusM: number
    }
  | {
      kind: 'box'
      centre: readonly [number, number, number]
      half: readonly [number, number, number]
      roundM: number
    }
  /** Any body by its signed distance: negative inside. It need not be exact, only smooth and zero on the surface. */
  | { kind: 'body'; distanceM: (x: number, y: number, z: number) => number }

/** Step for the slope of a signed distance: below it the direction drowns in rounding. */
const SLOPE_M = 1e-4

const leaveBody = (
  p: Float32Array,
  i: number,
  distanceM: (x: number, y: number, z: number) => number,
): boolean => {
  const [x, y, z] = [p[i] ?? 0, p[i + 1] ?? 0, p[i + 2] ?? 0]
  const d = distanceM(x, y, z)
  if (d >= 0) return false
  const nx = distanceM(x + SLOPE_M, y, z) - d
  const ny = distanceM(x, y + SLOPE_M, z) - d
  const nz = distanceM(x, y, z + SLOPE_M) - d
  const slope2 = nx * nx + ny * ny + nz * nz
  if (slope2 === 0) return false
  // Newton's step to the surface; an inexact distance is made good by the next substeps.
  const push = (-d * SLOPE_M) / slope2
  p[i] = x + nx * push
  p[i + 1] = y + ny * push
  p[i + 2] = z + nz * push
  return true
}

const leaveBox = (
  p: Float32Array,
  i: number,
  { centre, half, roundM }: Extract<Collider, { kind: 'box' }>,
): boolean => {
  const [x, y, z] = [p[i] ?? 0, p[i + 1] ?? 0, p[i + 2] ?? 0]
  const nearX = nearestInside(x, centre[0], half[0] - roundM)
  const nearY = nearestInside(y, centre[1], half[1] - roundM)
  const nearZ = nearestInside(z, centre[2], half[2] - roundM)
  if (nearX !== x || nearY !== y || nearZ !== z) return leaveBall(p, i, nearX, nearY, nearZ, roundM)
  // Deep inside: leave by the nearest face.
  const room = [0, 1, 2].map((axis) => (half[axis] ?? 0) - Math.abs((p[i + axis] ?? 0) - (centre[axis] ?? 0)))
  const axis = room.indexOf(Math.min(...room))
  const middle = centre[axis] ?? 0
  p[i + axis] = middle + Math.sign((p[i + axis] ?? 0) - middle || 1) * (half[axis] ?? 0)
  return true
}

/** The nearest to `at` that is at most `reach` from the middle. */
const nearestInside = (at: number, middle: number, reach: number): number =>
  middle + Math.min(reach, Math.max(-reach, at - middle))

const leaveBall = (
  p: Float32Array,
  i: number,
  cx: number,
  cy: number,
  cz: number,
  radius: number,
): boolean => {
  const [x, y, z] = [p[i] ?? 0, p[i + 1] ?? 0, p[i + 2] ?? 0]
  const d = Math.sqrt((x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2)
  if (d >= radius || d === 0) return false
  const scale = radius / d
  p[i] = cx + (x - cx) * scale
  p[i + 1] = cy + (y - cy) * scale
  p[i + 2] = cz + (z - cz) * scale
  return true
}

/** Pushes the particle at `p[i]`, `p[i + 1]`, `p[i + 2]` out of a collider; true where it touched. */
export const pushOut = (p: Float32Array, i: number, collider: Collider): boolean => {
  const [x, y, z] = [p[i] ?? 0, p[i + 1] ?? 0, p[i + 2] ?? 0]
  switch (collider.kind) {
    case 'floor':
      if (y >= collider.yM) return false
      p[i + 1] = collider.yM
      return true
    case 'body':
      return leaveBody(p, i, collider.distanceM)
    case 'capsule': {
      const { a, b, radiusM } = collider
      const ab = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const
      const length2 = ab[0] * ab[0] + ab[1] * ab[1] + ab[2] * ab[2]
      const along =
        length2 === 0 ? 0 : ((x - a[0]) * ab[0] + (y - a[1]) * ab[1] + (z - a[2]) * ab[2]) / length2
      const t = Math.min(1, Math.max(0, along))
      return leaveBall(p, i, a[0] + ab[0] * t, a[1] + ab[1] * t, a[2] + ab[2] * t, radiusM)
    }
    case 'box':
      return leaveBox(p, i, collider)
  }
}
