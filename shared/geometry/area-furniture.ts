import type { FloorPoint, HallArea } from '#shared/model/fair.ts'
import { turnPoint } from './stand-plan.ts'

/** What stands in a hall's common areas. A row of chairs is one piece: nobody walks through it. */
export type AreaPieceKind =
  | 'backdrop' | 'platform' | 'lectern' | 'chairRow' | 'sofa' | 'armchair' | 'lowTable' | 'plant' | 'clothFrame' | 'plinth' // prettier-ignore

/** A piece of an area's furniture in the hall's metres; its front faces +z before turning. */
export interface AreaPiece {
  readonly kind: AreaPieceKind
  readonly xM: number
  readonly zM: number
  /** Clockwise seen from above. */
  readonly turnDeg: number
  readonly widthM: number
  readonly depthM: number
  readonly heightM: number
}

type OwnPiece = readonly [kind: AreaPieceKind, x: number, z: number, turnDeg: number, size: readonly [number, number, number]] // prettier-ignore

const CHAIR_PITCH_M = 0.6
/** Leaves 0.65 m between rows, so that one gets to one's seat. */
const ROW_PITCH_M = 1.15
const MIDDLE_AISLE_M = 1.6
const PLATFORM_HEIGHT_M = 0.3

const stage = (w: number, d: number): OwnPiece[] => {
  const platformDepth = Math.min(3.2, d * 0.36)
  const back = -d / 2
  const pieces: OwnPiece[] = [
    ['backdrop', 0, back + 0.15, 0, [Math.min(w * 0.86, 9), 0.2, 3.4]],
    ['platform', 0, back + platformDepth / 2, 0, [w * 0.94, platformDepth, PLATFORM_HEIGHT_M]],
    ['lectern', -w * 0.3, back + platformDepth - 0.7, 0, [0.55, 0.45, 1.12 + PLATFORM_HEIGHT_M]],
    ['plant', w * 0.42, back + 0.6, 0, [0.5, 0.5, 1.7 + PLATFORM_HEIGHT_M]],
  ]
  const half = (w - 0.8 - MIDDLE_AISLE_M) / 2
  const seats = Math.floor(half / CHAIR_PITCH_M)
  if (seats < 1) return pieces
  const width = seats * CHAIR_PITCH_M
  for (let z = back + platformDepth + 2; z < d / 2 - 0.6; z += ROW_PITCH_M)
    for (const side of [-1, 1])
      pieces.push(['chairRow', side * (MIDDLE_AISLE_M / 2 + width / 2), z, 180, [width, 0.5, 0.82]])
  return pieces
}

const lounge = (w: number, d: number): OwnPiece[] => {
  const pieces: OwnPiece[] = []
  const groups = Math.max(1, Math.floor(w / 4.2))
  for (let group = 0; group < groups; group++) {
    const x = -w / 2 + (w * (group + 0.5)) / groups
    pieces.push(
      ['sofa', x, -1.25, 0, [1.9, 0.82, 0.74]],
      ['lowTable', x, 0, 0, [1, 0.6, 0.38]],
      ['armchair', x - 0.65, 1.25, 180, [0.78, 0.8, 0.74]],
      ['armchair', x + 0.65, 1.25, 180, [0.78, 0.8, 0.74]],
    )
  }
  for (const side of [-1, 1]) pieces.push(['plant', side * (w / 2 - 0.35), -d / 2 + 0.35, 0, [0.5, 0.5, 1.7]])
  return pieces
}

const forum = (w: number, d: number): OwnPiece[] => {
  const pieces: OwnPiece[] = []
  const frames = Math.max(2, Math.floor((w - 0.6) / 1.7))
  for (let frame = 0; frame < frames; frame++) {
    const x = -w / 2 + (w * (frame + 0.5)) / frames
    // Hung like the pages of a half-open book, so that each is seen from both sides.
    pieces.push(['clothFrame', x, -d / 2 + 0.8, frame % 2 === 0 ? 24 : -24, [1.3, 0.12, 2.6]])
  }
  const plinths = Math.max(1, Math.floor(w / 3))
  for (let plinth = 0; plinth < plinths; plinth++)
    pieces.push(['plinth', -w / 2 + (w * (plinth + 0.5)) / plinths, d * 0.16, 0, [0.7, 0.7, 0.6]])
  return pieces
}

const FURNISH = { stage, lounge, forum }

/** Everything that stands in one area. */
export function areaPieces(area: HallArea): AreaPiece[] {
  return FURNISH[area.kind](area.widthM, area.depthM).map(
    ([kind, x, z, turnDeg, [widthM, depthM, heightM]]) => {
      const point = turnPoint(x, z, area.headingDeg)
      return {
        kind,
        xM: area.xM + point.xM,
        zM: area.zM + point.zM,
        turnDeg: area.headingDeg + turnDeg,
        widthM,
        depthM,
        heightM,
      }
    },
  )
}

/** How far before an area's front one stands to see all of it. */
const STEP_BACK_M = 1

/** Where one who goes to an area arrives: before its front, looking in. */
export function areaArrival(area: HallArea): FloorPoint & { headingDeg: number } {
  const point = turnPoint(0, area.depthM / 2 + STEP_BACK_M, area.headingDeg)
  return { xM: area.xM + point.xM, zM: area.zM + point.zM, headingDeg: area.headingDeg }
}
