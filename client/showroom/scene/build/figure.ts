import type { BufferGeometry } from 'three'
import { BufferAttribute, CircleGeometry, RingGeometry } from 'three'
import { createSolidBuilder } from './solid-builder.ts'

/** Height of a figure in metres, shoulders and hips as shares of its parts' places. */
export const FIGURE = {
  shoulderM: 1.4,
  shoulderOutM: 0.178,
  armM: 0.62,
  armWidthM: 0.1,
  hipM: 0.84,
  hipOutM: 0.08,
  legM: 0.83,
  legWidthM: 0.15,
  labelM: 1.96,
} as const

const ORIGIN = { xM: 0, yM: 0, zM: 0, turnDeg: 0 }

/** A soft coat from hem to collar: white, coloured by its instance, darker towards the hem. */
export function buildTorso(): BufferGeometry {
  const builder = createSolidBuilder()
  const rings: [number, number][] = [
    [0.05, 0.6], [0.205, 0.61], [0.195, 0.8], [0.16, 1.0], [0.172, 1.16], [0.19, 1.29], [0.185, 1.37], [0.14, 1.42], [0.06, 1.455],
  ] // prettier-ignore
  builder.lathe(ORIGIN, rings, '#ffffff', {
    sides: 12,
    flatten: 0.72,
    shade: (_x, y) => 0.78 + 0.22 * Math.min(1, (y - 0.6) / 0.5),
  })
  return builder.build()
}

/** Neck and head in one, its chin a little narrower than its crown. */
export function buildHead(): BufferGeometry {
  const builder = createSolidBuilder()
  const rings: [number, number][] = [
    [0.05, 1.42], [0.048, 1.5], [0.075, 1.525], [0.102, 1.58], [0.112, 1.645], [0.105, 1.71], [0.075, 1.76], [0.035, 1.78], [0.001, 1.785],
  ] // prettier-ignore
  builder.lathe(ORIGIN, rings, '#ffffff', {
    sides: 12,
    flatten: 1.06,
    shade: (_x, y) => (y < 1.52 ? 0.82 : 1),
  })
  return builder.build()
}

/** A limb that hangs from its origin, a metre long and wide, with round ends: scaled to arms and legs. */
export function buildLimb(): BufferGeometry {
  const builder = createSolidBuilder()
  const rings: [number, number][] = [[0.001, -1], [0.36, -0.985], [0.42, -0.93], [0.44, -0.5], [0.5, -0.06], [0.36, -0.012], [0.001, 0]] // prettier-ignore
  builder.lathe(ORIGIN, rings, '#ffffff', { sides: 7, shade: (_x, y) => 0.86 - 0.14 * y - 0.28 * y * y })
  return builder.build()
}

/** A soft shadow under the feet: dark in the middle, gone at the rim. */
export function buildFootShadow(): BufferGeometry {
  const disc = new CircleGeometry(0.36, 14)
  disc.rotateX(-Math.PI / 2)
  const count = disc.getAttribute('position').count
  const colors = new Float32Array(count * 4)
  for (let at = 0; at < count; at++) colors[at * 4 + 3] = at === 0 ? 0.42 : 0
  disc.setAttribute('color', new BufferAttribute(colors, 4))
  return disc
}

/** Lies around the feet of whoever speaks. */
export function buildSpeakingRing(): BufferGeometry {
  const ring = new RingGeometry(0.34, 0.4, 28)
  ring.rotateX(-Math.PI / 2)
  return ring
}
