import { Color } from 'three'

export interface Vec3 {
  x: number
  y: number
  z: number
}

/** A box that is seen from the origin, with the light that its surface sends; the first is the room around it. */
interface LitBox {
  readonly at: readonly [number, number, number]
  readonly size: readonly [number, number, number]
  readonly color: string
  readonly light: number
}

// A white hall under a glass roof: bright above, white walls, grey carpet that throws little back.
const ROOM: LitBox = { color: '#e9e8e4', light: 0.86, at: [0, 0, 0], size: [15, 9, 15] }
const THINGS: readonly LitBox[] = [
  { color: '#b7b3ab', light: 0.62, at: [0, -4.2, 0], size: [14.9, 0.1, 14.9] },
  { color: '#f4f7fb', light: 5.2, at: [0, 4.4, -3], size: [14, 0.1, 2.2] },
  { color: '#f4f7fb', light: 5.2, at: [0, 4.4, 3], size: [14, 0.1, 2.2] },
  { color: '#fff4e2', light: 3.2, at: [6.9, 1.6, 0], size: [0.1, 1.6, 8] },
  { color: '#eaf1fb', light: 1.8, at: [-6.9, 1.6, 0], size: [0.1, 1.6, 8] },
]

/** Adds `weight` times the light of a direction to `sum`, in linear RGB. */
export type Radiance = (direction: Vec3, weight: number, sum: Float64Array) => void

const lightOf = ({ color, light }: LitBox) => new Color(color).multiplyScalar(light)

const boundsOf = ({ at, size }: LitBox) => ({
  min: at.map((middle, axis) => middle - (size[axis] ?? 0) / 2),
  max: at.map((middle, axis) => middle + (size[axis] ?? 0) / 2),
})

/** Light of the hall as seen from its middle. */
export const brightHall = (): Radiance => {
  const room = lightOf(ROOM)
  const things = THINGS.map((thing) => {
    const { min, max } = boundsOf(thing)
    const [x0 = 0, y0 = 0, z0 = 0] = min
    const [x1 = 0, y1 = 0, z1 = 0] = max
    return { x0, y0, z0, x1, y1, z1, light: lightOf(thing) }
  })
  return ({ x, y, z }, weight, sum) => {
    const [ix, iy, iz] = [1 / x, 1 / y, 1 / z]
    let nearest = Infinity
    let { r, g, b } = room
    for (const { x0, y0, z0, x1, y1, z1, light } of things) {
      // Where the ray is between each pair of planes; all of them hold from `enters` to `leaves`.
      const [ax, bx, ay, by, az, bz] = [x0 * ix, x1 * ix, y0 * iy, y1 * iy, z0 * iz, z1 * iz]
      const enters = Math.max(Math.min(ax, bx), Math.min(ay, by), Math.min(az, bz))
      const leaves = Math.min(Math.max(ax, bx), Math.max(ay, by), Math.max(az, bz))
      if (enters <= 0 || enters > leaves || enters >= nearest) continue
      nearest = enters
      ;({ r, g, b } = light)
    }
    sum[0] = (sum[0] ?? 0) + r * weight
    sum[1] = (sum[1] ?? 0) + g * weight
    sum[2] = (sum[2] ?? 0) + b * weight
  }
}
