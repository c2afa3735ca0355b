import type { Hall, StandLayout } from '#shared/model/fair.ts'
import { areaPieces } from './area-furniture.ts'
import { FURNITURE, type FurnitureSize } from './furniture.ts'
import {
  hallWalls,
  PARTITION_HEIGHT_M,
  PARTITION_THICKNESS_M,
  standToHall,
  standWalls,
  type StandPlaceData,
  type WallSegment,
} from './stand-plan.ts'

/** A rectangle of floor that stops visitors, and up to its height the eye: its centre, half sizes and direction. */
export interface Obstacle {
  readonly xM: number
  readonly zM: number
  readonly halfWidthM: number
  readonly halfDepthM: number
  readonly heightM: number
  readonly cos: number
  readonly sin: number
}

/** What a visitor can't walk through, in a grid of cells so that a step only looks at what is near. */
export interface Obstacles {
  readonly all: readonly Obstacle[]
  readonly cells: ReadonlyMap<number, readonly Obstacle[]>
  readonly halfWidthM: number
  readonly halfDepthM: number
}

/** Shoulder room of a visitor. */
export const VISITOR_RADIUS_M = 0.28

const CELL_M = 4
const CELL_ROW = 4096

function cellKey(xM: number, zM: number): number {
  return (Math.floor(xM / CELL_M) + CELL_ROW / 2) * CELL_ROW + Math.floor(zM / CELL_M) + CELL_ROW / 2
}

function rectangle(xM: number, zM: number, size: FurnitureSize, turnDeg: number): Obstacle {
  const angle = (turnDeg * Math.PI) / 180
  return {
    xM,
    zM,
    halfWidthM: size.widthM / 2,
    halfDepthM: size.depthM / 2,
    heightM: size.heightM,
    cos: Math.cos(angle),
    sin: Math.sin(angle),
  }
}

function wallObstacle(wall: WallSegment, heightM: number): Obstacle {
  const length = Math.hypot(wall.bx - wall.ax, wall.bz - wall.az)
  return {
    xM: (wall.ax + wall.bx) / 2,
    zM: (wall.az + wall.bz) / 2,
    halfWidthM: length / 2,
    halfDepthM: PARTITION_THICKNESS_M / 2,
    heightM,
    cos: (wall.bx - wall.ax) / length,
    sin: (wall.bz - wall.az) / length,
  }
}

/** Walls and furniture of one stand, in the hall's coordinates. */
export function standObstacles(place: StandPlaceData, layout: StandLayout): Obstacle[] {
  const furniture = layout.slots.map((slot) => {
    const point = standToHall(place, slot.xM, slot.zM)
    return rectangle(point.xM, point.zM, FURNITURE[slot.kind], slot.turnDeg + place.headingDeg)
  })
  return [...standWalls(place).map((wall) => wallObstacle(wall, PARTITION_HEIGHT_M)), ...furniture]
}

/** Everything in a hall that stops a visitor. */
export function collectObstacles(
  hall: Hall,
  stands: readonly { place: StandPlaceData; layout: StandLayout }[],
): Obstacles {
  const all = [
    ...hallWalls(hall).map((wall) => wallObstacle(wall, Infinity)),
    ...stands.flatMap((stand) => standObstacles(stand.place, stand.layout)),
    ...hall.areas.flatMap(areaPieces).map((piece) => rectangle(piece.xM, piece.zM, piece, piece.turnDeg)),
  ]
  const cells = new Map<number, Obstacle[]>()
  for (const obstacle of all) {
    const reachX =
      Math.abs(obstacle.cos) * obstacle.halfWidthM + Math.abs(obstacle.sin) * obstacle.halfDepthM + 1
    const reachZ =
      Math.abs(obstacle.sin) * obstacle.halfWidthM + Math.abs(obstacle.cos) * obstacle.halfDepthM + 1
    const fromX = Math.floor((obstacle.xM - reachX) / CELL_M)
    const toX = Math.floor((obstacle.xM + reachX) / CELL_M)
    const fromZ = Math.floor((obstacle.zM - reachZ) / CELL_M)
    const toZ = Math.floor((obstacle.zM + reachZ) / CELL_M)
    for (let x = fromX; x <= toX; x++) {
      for (let z = fromZ; z <= toZ; z++) {
        const key = cellKey(x * CELL_M, z * CELL_M)
        const cell = cells.get(key)
        if (cell) cell.push(obstacle)
        else cells.set(key, [obstacle])
      }
    }
  }
  return { all, cells, halfWidthM: hall.widthM / 2, halfDepthM: hall.depthM / 2 }
}

const NOTHING: readonly Obstacle[] = []

/** Obstacles within about a metre of a point. */
export function obstaclesNear(obstacles: Obstacles, xM: number, zM: number): readonly Obstacle[] {
  return obstacles.cells.get(cellKey(xM, zM)) ?? NOTHING
}

/** Whether a visitor can stand at a point. `radiusM` up to 1. */
export function isFree(obstacles: Obstacles, xM: number, zM: number, radiusM = VISITOR_RADIUS_M): boolean {
  if (Math.abs(xM) > obstacles.halfWidthM - radiusM || Math.abs(zM) > obstacles.halfDepthM - radiusM)
    return false
  for (const o of obstaclesNear(obstacles, xM, zM)) {
    const dx = xM - o.xM
    const dz = zM - o.zM
    const u = Math.abs(dx * o.cos + dz * o.sin) - o.halfWidthM
    const v = Math.abs(-dx * o.sin + dz * o.cos) - o.halfDepthM
    const outU = Math.max(0, u)
    const outV = Math.max(0, v)
    if (outU * outU + outV * outV < radiusM * radiusM) return false
  }
  return true
}

/** A point that `slideMove` reads and writes. */
export interface MovingPoint {
  xM: number
  zM: number
}

// A step is cut so that nobody passes through a wall however slow the frames are.
const LONGEST_STEP_M = 0.1

/**
 * Moves a point by (dxM, dzM), sliding along what is in the way, and writes the result into it. Allocates nothing.
 * @returns the way really gone, in metres
 */
export function slideMove(
  obstacles: Obstacles,
  point: MovingPoint,
  dxM: number,
  dzM: number,
  radiusM = VISITOR_RADIUS_M,
): number {
  const startX = point.xM
  const startZ = point.zM
  const steps = Math.max(1, Math.ceil(Math.hypot(dxM, dzM) / LONGEST_STEP_M))
  for (let step = 0; step < steps; step++) {
    point.xM += dxM / steps
    point.zM += dzM / steps
    // Two rounds settle inner corners.
    if (pushOut(obstacles, point, radiusM)) pushOut(obstacles, point, radiusM)
  }
  return Math.hypot(point.xM - startX, point.zM - startZ)
}

function pushOut(obstacles: Obstacles, point: MovingPoint, radiusM: number): boolean {
  let pushed = false
  for (const o of obstaclesNear(obstacles, point.xM, point.zM)) {
    const dx = point.xM - o.xM
    const dz = point.zM - o.zM
    const u = dx * o.cos + dz * o.sin
    const v = -dx * o.sin + dz * o.cos
    const nearU = Math.max(-o.halfWidthM, Math.min(o.halfWidthM, u))
    const nearV = Math.max(-o.halfDepthM, Math.min(o.halfDepthM, v))
    let outU = u - nearU
    let outV = v - nearV
    const distance = Math.hypot(outU, outV)
    if (distance >= radiusM) continue
    let depth = radiusM - distance
    if (distance > 1e-6) {
      outU /= distance
      outV /= distance
    } else {
      // The centre is inside: leave by the nearest side.
      const gapU = o.halfWidthM - Math.abs(u)
      const gapV = o.halfDepthM - Math.abs(v)
      outU = gapU < gapV ? Math.sign(u) || 1 : 0
      outV = gapU < gapV ? 0 : Math.sign(v) || 1
      depth = radiusM + Math.min(gapU, gapV)
    }
    point.xM += (outU * o.cos - outV * o.sin) * depth
    point.zM += (outU * o.sin + outV * o.cos) * depth
    pushed = true
  }
  const limitX = obstacles.halfWidthM - radiusM
  const limitZ = obstacles.halfDepthM - radiusM
  point.xM = Math.max(-limitX, Math.min(limitX, point.xM))
  point.zM = Math.max(-limitZ, Math.min(limitZ, point.zM))
  return pushed
}
