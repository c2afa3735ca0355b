import type { SolidPlacement } from './solid-builder.ts'

/** A place within a piece of furniture, given in the furniture's own coordinates. */
export function within(at: SolidPlacement, x: number, y: number, z: number, turnDeg = 0): SolidPlacement {
  const angle = (at.turnDeg * Math.PI) / 180
  return {
    xM: at.xM + x * Math.cos(angle) - z * Math.sin(angle),
    yM: at.yM + y,
    zM: at.zM + x * Math.sin(angle) + z * Math.cos(angle),
    turnDeg: at.turnDeg + turnDeg,
  }
}
