import { BufferAttribute, type BufferGeometry, CircleGeometry, RingGeometry } from 'three'
import { createSolidBuilder } from './solid-builder.ts'

/** Heights and places of a figure's parts, in metres. */
export const FIGURE = {
  shoulderM: 1.385,
  shoulderOutM: 0.172,
  armM: 0.6,
  armWidthM: 0.098,
  hipM: 0.86,
  hipOutM: 0.082,
  legM: 0.85,
  legWidthM: 0.152,
  labelM: 1.96,
} as const

/** What colours a vertex besides its own colour: its figure's coat, skin or hair, or nothing. */
export const FIGURE_PART = { fixed: 0, coat: 1, skin: 2, hair: 3 } as const

const ORIGIN = { xM: 0, yM: 0, zM: 0, turnDeg: 0 }
const SHOE = '#3a3532'
const RIBBON = '#f4f1ea'
const WHITE = '#ffffff'

type Part = keyof typeof FIGURE_PART

/** Builds solids part by part and notes for each vertex which part it belongs to. */
function partBuilder() {
  const builder = createSolidBuilder()
  const parts: { from: number; part: Part }[] = []
  return {
    builder,
    /** What is added from here on belongs to this part. */
    begin(part: Part) {
      parts.push({ from: builder.vertices, part })
    },
    build(): BufferGeometry {
      const geometry = builder.build()
      const count = geometry.getAttribute('position').count
      const numbers = new Float32Array(count)
      for (const { from, part } of parts) numbers.fill(FIGURE_PART[part], from)
      geometry.setAttribute('part', new BufferAttribute(numbers, 1))
      return geometry
    },
  }
}

/** Coat, neck, head and hair in one, with a lanyard and its badge. */
export function buildBody(): BufferGeometry {
  const { builder, begin, build } = partBuilder()
  begin('coat')
  const coat: [number, number][] = [
    [0.06, 0.7], [0.188, 0.705], [0.19, 0.8], [0.165, 0.98], [0.168, 1.1], [0.19, 1.27], [0.196, 1.34], [0.178, 1.4], [0.11, 1.44], [0.06, 1.455],
  ] // prettier-ignore
  builder.lathe(ORIGIN, coat, WHITE, {
    sides: 14,
    flatten: 0.62,
    shade: (_x, y) => 0.76 + 0.24 * Math.min(1, (y - 0.7) / 0.45),
  })
  begin('skin')
  const head: [number, number][] = [
    [0.052, 1.42], [0.05, 1.5], [0.07, 1.52], [0.096, 1.57], [0.108, 1.635], [0.106, 1.69], [0.09, 1.745], [0.055, 1.785], [0.001, 1.8],
  ] // prettier-ignore
  builder.lathe(ORIGIN, head, WHITE, { sides: 14, flatten: 1.08, shade: (_x, y) => (y < 1.51 ? 0.8 : 1) })
  begin('hair')
  // A cap set back from the face: figures look towards -z.
  const hair: [number, number][] = [
    [0.09, 1.585], [0.115, 1.62], [0.12, 1.69], [0.104, 1.755], [0.064, 1.805], [0.001, 1.822],
  ] // prettier-ignore
  builder.lathe({ ...ORIGIN, zM: 0.022 }, hair, WHITE, { sides: 14, flatten: 1.02, shade: (_x, y) => 0.8 + 0.2 * Math.min(1, (y - 1.58) / 0.2) })
  begin('fixed')
  for (const side of [-1, 1])
    builder.sheet(
      ORIGIN,
      [
        [side * 0.068, 1.43, -0.075],
        [side * 0.052, 1.435, -0.075],
        [side * 0.004, 1.13, -0.123],
        [side * 0.02, 1.125, -0.123],
      ],
      RIBBON,
      { shade: () => 1 },
    )
  builder.box({ ...ORIGIN, yM: 1.03, zM: -0.126 }, [0.075, 0.1, 0.008], RIBBON, { shade: () => 1, withBottom: true })
  return build()
} // prettier-ignore

/** An arm that hangs from its origin: a sleeve and a hand. A metre long and wide, scaled by its instance. */
export function buildArm(): BufferGeometry {
  const { builder, begin, build } = partBuilder()
  begin('skin')
  builder.lathe(ORIGIN, [[0.001, -1], [0.3, -0.985], [0.36, -0.93], [0.28, -0.86]], WHITE, { sides: 8 }) // prettier-ignore
  begin('coat')
  const sleeve: [number, number][] = [[0.3, -0.885], [0.42, -0.88], [0.46, -0.5], [0.52, -0.08], [0.4, -0.015], [0.001, 0.015]] // prettier-ignore
  builder.lathe(ORIGIN, sleeve, WHITE, { sides: 8, shade: (_x, y) => 0.95 + 0.16 * y })
  return build()
}

/** A leg that hangs from its origin: trousers and a shoe. A metre long and wide, scaled by its instance. */
export function buildLeg(): BufferGeometry {
  const { builder, begin, build } = partBuilder()
  begin('fixed')
  builder.box({ ...ORIGIN, yM: -1.005, zM: -0.28 }, [0.62, 0.075, 1.5], SHOE, { shade: () => 1 })
  const trousers: [number, number][] = [[0.3, -0.945], [0.4, -0.94], [0.44, -0.5], [0.52, -0.06], [0.4, 0], [0.001, 0]] // prettier-ignore
  builder.lathe(ORIGIN, trousers, '#5a5652', { sides: 8, shade: (_x, y) => 0.95 + 0.2 * y })
  return build()
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
