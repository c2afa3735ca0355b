import { normalise, type Vec3 } from './camera.ts'

/** One direction of the dome that lights the model: where it comes from, and its share of light. */
export type DomeLight = { direction: Vec3; radiance: number }

const KEY = normalise([-0.55, 0.75, 0.6])
const RIM = normalise([0.7, 0.45, -0.6])

/** Light of the studio from a direction: white dome, a large soft key on the left, a weak rim, a bright floor. */
export const studioRadiance = (x: number, y: number, z: number, blur: number): number => {
  const key = x * KEY[0] + y * KEY[1] + z * KEY[2]
  const rim = x * RIM[0] + y * RIM[1] + z * RIM[2]
  // Blurring widens the lobes and keeps their energy (von Mises-Fisher: concentration falls as variance rises).
  const keySharpness = 1 / (0.16 + blur * 0.5)
  const rimSharpness = 1 / (0.12 + blur * 0.5)
  const dome = 0.5 + 0.28 * y
  return (
    dome +
    2.6 * 0.16 * keySharpness * Math.exp(keySharpness * (key - 1)) +
    0.9 * 0.12 * rimSharpness * Math.exp(rimSharpness * (rim - 1))
  )
}

/** Directions spread evenly over the upper half of the sphere (Fibonacci lattice). */
export const domeLights = (count: number): DomeLight[] => {
  const golden = Math.PI * (3 - Math.sqrt(5))
  const lights = Array.from({ length: count }, (_, i): DomeLight => {
    const y = 0.03 + (0.97 * (i + 0.5)) / count
    const r = Math.sqrt(1 - y * y)
    const direction: Vec3 = [Math.cos(golden * i) * r, y, Math.sin(golden * i) * r]
    return { direction, radiance: studioRadiance(...direction, 0) }
  })
  // Irradiance of an upright white surface becomes 1.
  const sum = lights.reduce((total, { direction, radiance }) => total + direction[1] * radiance, 0)
  return lights.map((light) => ({ ...light, radiance: light.radiance / sum }))
}
