import {
  BufferAttribute,
  BufferGeometry,
  CapsuleGeometry,
  CircleGeometry,
  RingGeometry,
  SphereGeometry,
} from 'three'
import { createSolidBuilder } from './solid-builder.ts'

/** Height of a figure in metres, shoulders and hips as shares of its parts' places. */
export const FIGURE = {
  headM: 1.56,
  headRadiusM: 0.125,
  shoulderM: 1.34,
  shoulderOutM: 0.2,
  hipM: 0.82,
  hipOutM: 0.085,
  armM: 0.58,
  legM: 0.8,
  labelM: 1.9,
} as const

/** A soft coat from hem to collar: white, coloured by its instance, darker towards the hem. */
export function buildTorso(): BufferGeometry {
  const builder = createSolidBuilder()
  const rings: [number, number][] = [
    [0.02, 0.7], [0.17, 0.7], [0.165, 0.86], [0.15, 1.02], [0.175, 1.2], [0.19, 1.32], [0.15, 1.4], [0.06, 1.44], [0.045, 1.5],
  ] // prettier-ignore
  builder.lathe({ xM: 0, yM: 0, zM: 0, turnDeg: 0 }, rings, '#ffffff', {
    sides: 10,
    flatten: 0.62,
    shade: (_x, y) => 0.8 + 0.2 * Math.min(1, (y - 0.7) / 0.5),
  })
  return builder.build()
}

export function buildHead(): BufferGeometry {
  const head = new SphereGeometry(FIGURE.headRadiusM, 12, 9)
  head.scale(0.92, 1.08, 0.98)
  return head
}

/** A limb that hangs from its origin, a metre long: scaled to arms and legs. */
export function buildLimb(): BufferGeometry {
  const limb = new CapsuleGeometry(0.5, 1, 1, 6)
  limb.translate(0, -0.5, 0)
  return limb
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
