import type { FloorPoint, Slot } from '#shared/model/fair.ts'
import { FURNITURE } from './furniture.ts'
import { openSides, type StandPlaceData } from './stand-plan.ts'

/** How near to a wall furniture jumps to it, in metres. */
const WALL_REACH_M = 0.4
const GRID_M = 0.05
const WALL_GAP_M = 0.04

/** Where a piece of furniture comes to rest in a stand, in the stand's own coordinates. */
export type Resting = FloorPoint & { readonly turnDeg: number }

const QUARTER_TURNS = [
  { side: 'back', turnDeg: 0, x: 0, z: -1 },
  { side: 'left', turnDeg: 270, x: -1, z: 0 },
  { side: 'right', turnDeg: 90, x: 1, z: 0 },
  { side: 'front', turnDeg: 180, x: 0, z: 1 },
] as const

/** Turned to the nearest quarter, in 0..270. */
export function snapTurn(turnDeg: number): number {
  return (((Math.round(turnDeg / 90) * 90) % 360) + 360) % 360
}

/**
 * Puts furniture onto a 5 cm grid, keeps it within the stand, and where its edge comes within 40 cm of a wall
 * sets its back against that wall.
 */
export function snapSlot(place: StandPlaceData, slot: Pick<Slot, 'kind' | 'xM' | 'zM' | 'turnDeg'>): Resting {
  const size = FURNITURE[slot.kind]
  const open = openSides(place)
  for (const wall of QUARTER_TURNS) {
    if (open.includes(wall.side)) continue
    const half = wall.x !== 0 ? place.widthM / 2 : place.depthM / 2
    const reach = half - (slot.xM * wall.x + slot.zM * wall.z) - size.depthM / 2
    if (reach > WALL_REACH_M) continue
    const inset = half - size.depthM / 2 - WALL_GAP_M
    const alongLimit = (wall.x !== 0 ? place.depthM : place.widthM) / 2 - size.widthM / 2 - WALL_GAP_M
    const slide = (value: number) => clamp(onGrid(value), Math.max(0, alongLimit))
    return wall.x !== 0
      ? { xM: wall.x * inset, zM: slide(slot.zM), turnDeg: wall.turnDeg }
      : { xM: slide(slot.xM), zM: wall.z * inset, turnDeg: wall.turnDeg }
  }
  const turnDeg = snapTurn(slot.turnDeg)
  const sideways = turnDeg % 180 !== 0
  const halfX = (sideways ? size.depthM : size.widthM) / 2
  const halfZ = (sideways ? size.widthM : size.depthM) / 2
  return {
    xM: clamp(onGrid(slot.xM), Math.max(0, place.widthM / 2 - halfX)),
    zM: clamp(onGrid(slot.zM), Math.max(0, place.depthM / 2 - halfZ)),
    turnDeg,
  }
}

function onGrid(value: number): number {
  return Math.round(value / GRID_M) * GRID_M
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value))
}
