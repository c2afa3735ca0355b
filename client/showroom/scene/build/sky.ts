import { BufferAttribute, BufferGeometry, Color } from 'three'
import type { Hall } from '#shared/model/fair.ts'
import { noise2 } from '#shared/textile/noise.ts'
import { ROOF_M } from './hall-frame.ts'
import { PALETTE } from './palette.ts'

const RINGS = 22
const SIDES = 48
const SEED = 11

/** Thin high cloud, 0..1: a few octaves of smooth noise, stretched along one direction as wind does. */
function cloudAt(x: number, z: number): number {
  let sum = 0
  let weight = 0.5
  let cells = 6
  for (let octave = 0; octave < 4; octave++) {
    sum += weight * noise2((x * 0.5 + 1) * cells, (z + 1) * cells * 0.55, 64, 64, SEED + octave)
    weight *= 0.5
    cells *= 2.1
  }
  return Math.min(1, Math.max(0, (sum - 0.42) * 2.6))
}

/** Daylight above the glazing: bright overhead, bluer towards the edges, thin cloud drawn across it; unlit. */
export function buildSky(hall: Hall): BufferGeometry {
  const reach = Math.hypot(hall.widthM, hall.depthM) * 0.9 + 20
  const zenith = new Color(PALETTE.skyHigh)
  const rim = new Color(PALETTE.sky)
  const cloud = new Color('#ffffff')
  const mixed = new Color()
  const positions: number[] = []
  const colors: number[] = []
  const indices: number[] = []
  for (let at = 0; at <= RINGS; at++) {
    const ring = at / RINGS
    for (let side = 0; side <= SIDES; side++) {
      const angle = (side / SIDES) * Math.PI * 2
      const x = Math.cos(angle) * ring
      const z = Math.sin(angle) * ring
      positions.push(x * reach, ROOF_M + 6 - ring * ring * 8, z * reach)
      mixed.lerpColors(zenith, rim, Math.sqrt(ring)).lerp(cloud, cloudAt(x, z) * (1 - ring * 0.6))
      colors.push(mixed.r, mixed.g, mixed.b)
      if (at > 0 && side < SIDES) {
        const here = at * (SIDES + 1) + side
        const inner = here - (SIDES + 1)
        // Seen from below.
        indices.push(inner, here, here + 1, inner, here + 1, inner + 1)
      }
    }
  }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3))
  geometry.setIndex(indices)
  return geometry
}
