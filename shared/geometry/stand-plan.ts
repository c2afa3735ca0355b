import type { z } from 'zod'
import type { FloorArea, FloorPoint, Hall, StandPlace } from '#shared/model/fair.ts'

export type StandPlaceData = z.infer<typeof StandPlace>

/** Height of partition walls in metres: the shell scheme of the trade. */
export const PARTITION_HEIGHT_M = 2.5
export const PARTITION_THICKNESS_M = 0.05
/** How far from its floor a visitor still counts as being at a stand: one looks at it from up to 4.5 m. */
export const STAND_REACH_M = 5

/** A straight piece of wall on the floor plan, in metres of the hall. */
export interface WallSegment {
  readonly ax: number
  readonly az: number
  readonly bx: number
  readonly bz: number
}

/** A rectangle of floor that is turned as stands are. */
export type TurnedFloor = FloorArea & { headingDeg: number }

/** A side of a stand, named before turning: the front faces +z, the right-hand side +x. */
export type StandSide = 'front' | 'right' | 'back' | 'left'

const SIDES: readonly StandSide[] = ['front', 'right', 'back', 'left']

/** Turns a point clockwise seen from above (x to the right, z towards the entrance). */
export function turnPoint(xM: number, zM: number, turnDeg: number): FloorPoint {
  const angle = (turnDeg * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return { xM: xM * cos - zM * sin, zM: xM * sin + zM * cos }
}

/** From a stand's own coordinates (its centre is 0, 0; its front faces +z) to the hall's. */
export function standToHall(place: StandPlaceData, xM: number, zM: number): FloorPoint {
  const turned = turnPoint(xM, zM, place.headingDeg)
  return { xM: place.xM + turned.xM, zM: place.zM + turned.zM }
}

/** From the hall's coordinates to those of a stand, or of an area of the hall. */
export function hallToStand(place: TurnedFloor, xM: number, zM: number): FloorPoint {
  return turnPoint(xM - place.xM, zM - place.zM, -place.headingDeg)
}

/** The sides without a wall: row 1, corner 2, island 4. */
export function openSides(place: StandPlaceData): readonly StandSide[] {
  if (place.shape === 'island') return SIDES
  return place.shape === 'corner' ? ['front', 'right'] : ['front']
}

/** One side of a stand as a segment in the hall, run so that the stand's inside is on its left hand. */
export function standSide(place: StandPlaceData, side: StandSide): WallSegment {
  const halfW = place.widthM / 2
  const halfD = place.depthM / 2
  const corners = {
    front: [-halfW, halfD, halfW, halfD],
    right: [halfW, halfD, halfW, -halfD],
    back: [halfW, -halfD, -halfW, -halfD],
    left: [-halfW, -halfD, -halfW, halfD],
  } as const
  const [ax, az, bx, bz] = corners[side]
  const a = standToHall(place, ax, az)
  const b = standToHall(place, bx, bz)
  return { ax: a.xM, az: a.zM, bx: b.xM, bz: b.zM }
}

/** The partition walls of a stand in the hall's coordinates. */
export function standWalls(place: StandPlaceData): WallSegment[] {
  const open = openSides(place)
  return SIDES.filter((side) => !open.includes(side)).map((side) => standSide(place, side))
}

/** The four outer walls of a hall. */
export function hallWalls(hall: Hall): WallSegment[] {
  const x = hall.widthM / 2
  const z = hall.depthM / 2
  return [
    { ax: -x, az: z, bx: x, bz: z },
    { ax: x, az: z, bx: x, bz: -z },
    { ax: x, az: -z, bx: -x, bz: -z },
    { ax: -x, az: -z, bx: -x, bz: z },
  ]
}

/** Whether a point of the hall lies within a stand, `marginM` metres around it counting too. */
export function isInStand(place: StandPlaceData, xM: number, zM: number, marginM = 0): boolean {
  const own = hallToStand(place, xM, zM)
  return Math.abs(own.xM) <= place.widthM / 2 + marginM && Math.abs(own.zM) <= place.depthM / 2 + marginM
}

/** Distance in metres from a point to the outline of a stand, or of an area of the hall; 0 inside. */
export function distanceToStand(place: TurnedFloor, xM: number, zM: number): number {
  const own = hallToStand(place, xM, zM)
  const dx = Math.max(0, Math.abs(own.xM) - place.widthM / 2)
  const dz = Math.max(0, Math.abs(own.zM) - place.depthM / 2)
  return Math.hypot(dx, dz)
}

/** A place before a stand's open front, looking in; with a negative step back, inside. */
export function standArrival(place: StandPlaceData, stepBackM: number): FloorPoint & { headingDeg: number } {
  const point = standToHall(place, 0, place.depthM / 2 + stepBackM)
  // Heading 0 looks towards -z, which is into a stand whose front faces +z.
  return { ...point, headingDeg: place.headingDeg }
}

/** The nearest point of any aisle; the entrance where a hall has none. */
export function nearestAislePoint(hall: Hall, xM: number, zM: number): FloorPoint {
  let best: FloorPoint = { xM: hall.entrance.xM, zM: hall.entrance.zM }
  let bestDistance = Infinity
  for (const aisle of hall.aisles) {
    // Keep off the aisle's edge where the aisle is wide enough.
    const halfW = Math.max(0, aisle.widthM / 2 - 0.5)
    const halfD = Math.max(0, aisle.depthM / 2 - 0.5)
    const x = Math.min(aisle.xM + halfW, Math.max(aisle.xM - halfW, xM))
    const z = Math.min(aisle.zM + halfD, Math.max(aisle.zM - halfD, zM))
    const distance = Math.hypot(x - xM, z - zM)
    if (distance < bestDistance) {
      bestDistance = distance
      best = { xM: x, zM: z }
    }
  }
  return best
}
