import { PALETTE } from './palette.ts'
import { within } from './placement.ts'
import type { SolidBuilder, SolidPlacement } from './solid-builder.ts'

const SEAT_M = 0.45

/** A chair of bent plywood on a steel frame, facing +z. */
export function addChair(at: SolidPlacement, painted: SolidBuilder, metal: SolidBuilder): void {
  painted.box(within(at, 0, SEAT_M - 0.03, 0.01), [0.44, 0.03, 0.42], PALETTE.oak, { withBottom: true })
  painted.box(within(at, 0, SEAT_M + 0.16, -0.2), [0.42, 0.22, 0.02], PALETTE.oak, { withBottom: true })
  for (const x of [-0.19, 0.19]) {
    metal.bar(at, [x, 0, 0.19], [x, SEAT_M - 0.03, 0.17], 0.011, PALETTE.graphite)
    metal.bar(at, [x, 0, -0.22], [x, SEAT_M + 0.3, -0.2], 0.011, PALETTE.graphite)
  }
}

/** A round table for talks, with four chairs around it. */
export function addMeetingTable(at: SolidPlacement, painted: SolidBuilder, metal: SolidBuilder): void {
  const top: [number, number][] = [[0.001, 0.715], [0.385, 0.715], [0.4, 0.722], [0.4, 0.738], [0.393, 0.742], [0.001, 0.742]] // prettier-ignore
  painted.lathe(at, top, PALETTE.oak, { sides: 24 })
  metal.bar(at, [0, 0.02, 0], [0, 0.715, 0], 0.032, PALETTE.graphite)
  metal.lathe(at, [[0.26, 0], [0.25, 0.016], [0.03, 0.024]], PALETTE.graphite, { sides: 18 }) // prettier-ignore
  for (const turn of [35, 125, 215, 305]) {
    const angle = (turn * Math.PI) / 180
    // Each looks at the table's middle: chairs face +z.
    addChair(within(at, Math.sin(angle) * 0.62, 0, -Math.cos(angle) * 0.62, turn), painted, metal)
  }
}

/** Chairs side by side, as many as fit the width. */
export function addChairRow(
  at: SolidPlacement,
  widthM: number,
  painted: SolidBuilder,
  metal: SolidBuilder,
): void {
  const seats = Math.max(1, Math.round(widthM / 0.6))
  for (let seat = 0; seat < seats; seat++)
    addChair(within(at, -widthM / 2 + (widthM * (seat + 0.5)) / seats, 0, 0), painted, metal)
}

/** A sofa or an armchair: a base, cushions, arms and a back, in bouclé. */
export function addSofa(
  at: SolidPlacement,
  widthM: number,
  depthM: number,
  color: string,
  painted: SolidBuilder,
): void {
  const arm = 0.14
  const seatHeight = 0.42
  painted.box(within(at, 0, 0.1, 0), [widthM, 0.16, depthM], color, { withBottom: true })
  for (const x of [-widthM / 2 + 0.08, widthM / 2 - 0.08])
    for (const z of [-depthM / 2 + 0.08, depthM / 2 - 0.08])
      painted.box(within(at, x, 0, z), [0.05, 0.1, 0.05], PALETTE.oakDark, { withTop: false })
  const seats = Math.max(1, Math.round((widthM - 2 * arm) / 0.8))
  const seat = (widthM - 2 * arm) / seats
  for (let cushion = 0; cushion < seats; cushion++) {
    const x = -widthM / 2 + arm + seat * (cushion + 0.5)
    painted.pillow(within(at, x, 0.26, 0.05), [seat - 0.012, seatHeight - 0.26, depthM - 0.16], color)
    painted.pillow(within(at, x, seatHeight - 0.01, -depthM / 2 + 0.25), [seat - 0.03, 0.34, 0.17], color)
  }
  for (const side of [-1, 1])
    painted.pillow(within(at, side * (widthM / 2 - arm / 2), 0.26, 0), [arm, 0.32, depthM], color)
  painted.pillow(within(at, 0, 0.26, -depthM / 2 + 0.08), [widthM - 2 * arm, 0.48, 0.16], color)
}
