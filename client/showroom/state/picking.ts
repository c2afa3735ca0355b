import type { FloorPoint } from '#shared/model/fair.ts'
import { PARTITION_HEIGHT_M, type WallSegment } from '#shared/geometry/stand-plan.ts'

/** An upright box in the hall, in metres. */
export interface UprightBox {
  xM: number
  /** Of its middle. */
  yM: number
  zM: number
  halfWidthM: number
  halfHeightM: number
  halfDepthM: number
  /** Clockwise seen from above. */
  turnRad: number
}

/** The box around one good. Mutable: it grows true once the model is there. */
export interface GoodsBox extends UprightBox {
  readonly productId: string
  readonly standId: string
  /** Something is drawn there. */
  isShown: boolean
}

/** A screen that can be pressed. */
export interface ScreenBox extends UprightBox {
  press(): void
}

/** A line of sight: from the eye along a direction of length 1. */
export interface Sight {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly dx: number
  readonly dy: number
  readonly dz: number
}

export type Picked =
  | { readonly at: 'goods'; readonly box: GoodsBox; readonly distanceM: number }
  | { readonly at: 'screen'; readonly screen: ScreenBox; readonly distanceM: number }
  | { readonly at: 'floor'; readonly point: FloorPoint }

/** A click at the wall means the floor before it. */
const BEFORE_WALL_M = 0.5
/** Clicks at the horizon don't send anybody across the hall. */
const FURTHEST_M = 60

/** What a click at the end of a line of sight means: a good, a screen, a place on the floor, or nothing. */
export function pick(
  sight: Sight,
  goods: readonly GoodsBox[],
  walls: readonly WallSegment[],
  screens: readonly ScreenBox[] = [],
): Picked | null {
  const wallM = distanceToWall(sight, walls)
  let nearest: Picked | null = null
  let nearestM = wallM
  for (const box of goods) {
    if (!box.isShown) continue
    const distance = distanceToBox(sight, box)
    if (distance < nearestM) {
      nearest = { at: 'goods', box, distanceM: distance }
      nearestM = distance
    }
  }
  for (const screen of screens) {
    const distance = distanceToBox(sight, screen)
    if (distance < nearestM) {
      nearest = { at: 'screen', screen, distanceM: distance }
      nearestM = distance
    }
  }
  if (nearest) return nearest
  const floorM = sight.dy < -1e-4 ? -sight.y / sight.dy : Infinity
  const reach = Math.min(floorM, wallM - BEFORE_WALL_M)
  const level = Math.hypot(sight.dx, sight.dz) * reach
  if (!Number.isFinite(reach) || reach <= 0 || level > FURTHEST_M) return null
  return { at: 'floor', point: { xM: sight.x + sight.dx * reach, zM: sight.z + sight.dz * reach } }
}

/** How far a line of sight goes until it meets a partition; Infinity where it meets none. */
export function distanceToWall(sight: Sight, walls: readonly WallSegment[]): number {
  let nearest = Infinity
  for (const wall of walls) {
    const t = crossing(sight.x, sight.z, sight.dx, sight.dz, wall)
    if (t > 0 && t < nearest && sight.y + sight.dy * t < PARTITION_HEIGHT_M) nearest = t
  }
  return nearest
}

/** Whether two points of the floor see each other at eye level. Allocates nothing. */
export function seeEachOther(
  ax: number,
  az: number,
  bx: number,
  bz: number,
  walls: readonly WallSegment[],
): boolean {
  for (const wall of walls) {
    const t = crossing(ax, az, bx - ax, bz - az, wall)
    if (t > 0 && t < 1) return false
  }
  return true
}

function crossing(x: number, z: number, dx: number, dz: number, wall: WallSegment): number {
  const ex = wall.bx - wall.ax
  const ez = wall.bz - wall.az
  const determinant = dx * ez - dz * ex
  if (Math.abs(determinant) < 1e-9) return -1
  const s = ((wall.ax - x) * dz - (wall.az - z) * dx) / determinant
  if (s < 0 || s > 1) return -1
  return ((wall.ax - x) * ez - (wall.az - z) * ex) / determinant
}

function distanceToBox(sight: Sight, box: UprightBox): number {
  const cos = Math.cos(box.turnRad)
  const sin = Math.sin(box.turnRad)
  const ox = sight.x - box.xM
  const oz = sight.z - box.zM
  let near = -Infinity
  let far = Infinity
  const cut = (origin: number, direction: number, half: number) => {
    if (Math.abs(direction) < 1e-9) {
      if (Math.abs(origin) > half) far = -Infinity
      return
    }
    const a = (-half - origin) / direction
    const b = (half - origin) / direction
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  cut(ox * cos + oz * sin, sight.dx * cos + sight.dz * sin, box.halfWidthM)
  cut(sight.y - box.yM, sight.dy, box.halfHeightM)
  cut(-ox * sin + oz * cos, -sight.dx * sin + sight.dz * cos, box.halfDepthM)
  return far >= near && far > 0 ? Math.max(0, near) : Infinity
}
