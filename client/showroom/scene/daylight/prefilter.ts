import type { Radiance, Vec3 } from './bright-hall.ts'

/** Texels a side of the sharpest level. The hall is calm: nothing in it is finer than a degree or two. */
export const SHARPEST = 64
/** Levels that materials read, from mirror to matt: the last has 8 texels a side, as the renderer expects. */
export const LEVELS = 4
/** A mirror is slightly soft, in radians: edges of the roof's panes would flicker. */
const SOFTNESS = 0.03
const SAMPLES = [16, 128, 192, 512] as const

/** Directions around +z, with their weights: they share light among a texel's neighbourhood. */
type Lobe = readonly { readonly x: number; readonly y: number; readonly z: number; readonly weight: number }[]

const GOLDEN = Math.PI * (3 - Math.sqrt(5))

/** The roughness that a level stands for: what the renderer's shaders take it for. */
export const roughnessOf = (level: number): number => 1 - Math.sqrt(1 - level / (LEVELS - 1))

const around = (cosine: number, index: number, weight: number) => {
  const sine = Math.sqrt(Math.max(0, 1 - cosine * cosine))
  return { x: sine * Math.cos(GOLDEN * index), y: sine * Math.sin(GOLDEN * index), z: cosine, weight }
}

const normalised = (lobe: Lobe): Lobe => {
  const sum = lobe.reduce((total, { weight }) => total + weight, 0)
  return lobe.map((one) => ({ ...one, weight: one.weight / sum }))
}

/** A soft spot, for the mirror level. */
const softSpot = (samples: number): Lobe =>
  normalised(
    Array.from({ length: samples }, (_, index) => {
      const angle = SOFTNESS * Math.sqrt(-2 * Math.log(1 - (index + 0.5) / samples))
      return around(Math.cos(angle), index, 1)
    }),
  )

/**
 * Reflections of a rough surface that is seen from straight above, spread as its facets are (GGX: Walter and others
 * 2007) and weighted by the cosine (split sum: Karis 2013).
 */
const ggxLobe = (roughness: number, samples: number): Lobe => {
  const alpha2 = roughness ** 4
  return normalised(
    Array.from({ length: samples }, (_, index) => {
      const u = (index + 0.5) / samples
      const half = Math.sqrt((1 - u) / (1 + (alpha2 - 1) * u))
      const cosine = 2 * half * half - 1
      return around(cosine, index, Math.max(0, cosine))
    }).filter(({ weight }) => weight > 0),
  )
}

/** The direction of a cube's texel, as WebGL numbers faces: +x, -x, +y, -y, +z, -z. Not normalised. */
const texelDirection = (face: number, u: number, v: number): Vec3 => {
  switch (face) {
    case 0:
      return { x: 1, y: -v, z: -u }
    case 1:
      return { x: -1, y: -v, z: u }
    case 2:
      return { x: u, y: 1, z: v }
    case 3:
      return { x: u, y: -1, z: -v }
    case 4:
      return { x: u, y: -v, z: 1 }
    default:
      return { x: -u, y: -v, z: -1 }
  }
}

const filterTexel = (radiance: Radiance, normal: Vec3, lobe: Lobe, sum: Float64Array): void => {
  const length = Math.hypot(normal.x, normal.y, normal.z)
  const [nx, ny, nz] = [normal.x / length, normal.y / length, normal.z / length]
  // Any two axes across the normal will do: lobes are round.
  const sideways = Math.abs(ny) < 0.9 ? Math.hypot(nx, nz) : Math.hypot(ny, nz)
  const [tx, ty, tz] =
    Math.abs(ny) < 0.9 ? [nz / sideways, 0, -nx / sideways] : [0, -nz / sideways, ny / sideways]
  const [bx, by, bz] = [ny * tz - nz * ty, nz * tx - nx * tz, nx * ty - ny * tx]
  const direction = { x: 0, y: 0, z: 0 }
  for (const { x, y, z, weight } of lobe) {
    direction.x = tx * x + bx * y + nx * z
    direction.y = ty * x + by * y + ny * z
    direction.z = tz * x + bz * y + nz * z
    radiance(direction, weight, sum)
  }
}

/** One face of one level: RGBA, linear, alpha 1. */
const filterFace = (radiance: Radiance, face: number, size: number, lobe: Lobe): Float32Array => {
  const texels = new Float32Array(size * size * 4)
  const sum = new Float64Array(3)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const direction = texelDirection(face, (2 * column + 1) / size - 1, (2 * row + 1) / size - 1)
      // Cubes that are not rendered are looked up with x turned round.
      direction.x = -direction.x
      sum.fill(0)
      filterTexel(radiance, direction, lobe, sum)
      const at = (row * size + column) * 4
      texels.set(sum, at)
      texels[at + 3] = 1
    }
  }
  return texels
}

/**
 * Light from all around as materials of different roughness reflect it: for each level, from mirror to matt, the six
 * faces of a cube (`SHARPEST` texels a side, halved from level to level), RGBA and linear.
 */
export const prefilter = (radiance: Radiance): Float32Array[][] =>
  Array.from({ length: LEVELS }, (_, level) => {
    const samples = SAMPLES[level] ?? 512
    const lobe = level === 0 ? softSpot(samples) : ggxLobe(roughnessOf(level), samples)
    return Array.from({ length: 6 }, (__, face) => filterFace(radiance, face, SHARPEST >> level, lobe))
  })
