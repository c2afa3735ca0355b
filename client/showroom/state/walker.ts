import type { FloorPoint, Hall } from '#shared/model/fair.ts'
import { isFree, slideMove, type Obstacles } from '#shared/geometry/collision.ts'
import { findWay, nearestFreePoint, type WalkGrid } from '#shared/geometry/walk-path.ts'

/** A purposeful fair-goer's pace; held shift hurries. The server refuses more than 8 m/s. */
const WALK_M_PER_S = 2.2
const HURRY_M_PER_S = 4.2
const TURN_RAD_PER_S = 1.7
const LONGEST_FRAME_S = 0.1
const PITCH_LIMIT_RAD = 1.2

/** Our own place in the hall, and what keys, stick and clicks ask of it. Mutable: read and written every frame. */
export interface Walker {
  xM: number
  zM: number
  /** Clockwise seen from above; 0 looks towards -z. */
  headingRad: number
  /** Up is positive. */
  pitchRad: number
  /** -1..1 from keys or the thumb stick. */
  forward: number
  sideways: number
  turning: number
  hurry: boolean
  /** Corners still to walk to; the last one is the goal. */
  way: FloorPoint[]
  /** Look this way when the goal is reached. */
  arrivalHeadingRad: number | null
  /** Counts jumps, so that presence can tell a teleport from a step. */
  jumps: number
  speedMPerS: number
  /** On foot since the visit began; jumps don't count. */
  walkedM: number
}

export function createWalker(hall: Hall): Walker {
  return {
    xM: hall.entrance.xM,
    zM: hall.entrance.zM,
    headingRad: (hall.entrance.headingDeg * Math.PI) / 180,
    pitchRad: 0,
    forward: 0,
    sideways: 0,
    turning: 0,
    hurry: false,
    way: [],
    arrivalHeadingRad: null,
    jumps: 0,
    speedMPerS: 0,
    walkedM: 0,
  }
}

/** Turns the head by a drag, within what a neck does. */
export function look(walker: Walker, headingRad: number, pitchRad: number): void {
  walker.headingRad = wrapAngle(walker.headingRad + headingRad)
  walker.pitchRad = Math.max(-PITCH_LIMIT_RAD, Math.min(PITCH_LIMIT_RAD, walker.pitchRad + pitchRad))
}

/** Sets out for a point; false where there is no way. */
export function walkTo(walker: Walker, grid: WalkGrid, to: FloorPoint, headingDeg?: number): boolean {
  const way = findWay(grid, walker, to)
  if (!way) return false
  walker.way = way
  walker.arrivalHeadingRad = headingDeg === undefined ? null : (headingDeg * Math.PI) / 180
  return true
}

/** Stands at once at the free place nearest to a point; false where there is none. */
export function teleport(walker: Walker, grid: WalkGrid, to: FloorPoint, headingDeg?: number): boolean {
  const free = nearestFreePoint(grid, to)
  if (!free) return false
  walker.xM = free.xM
  walker.zM = free.zM
  walker.way = []
  walker.arrivalHeadingRad = null
  walker.jumps += 1
  walker.pitchRad = 0
  if (headingDeg !== undefined) walker.headingRad = wrapAngle((headingDeg * Math.PI) / 180)
  return true
}

/**
 * One frame of walking: keys and stick first, else the way to where was clicked. Allocates nothing.
 * @param dtS seconds since the last frame; longer frames are cut to 0.1 s
 */
export function stepWalker(walker: Walker, obstacles: Obstacles, dtS: number): void {
  const dt = Math.min(LONGEST_FRAME_S, dtS)
  if (walker.turning !== 0)
    walker.headingRad = wrapAngle(walker.headingRad + walker.turning * TURN_RAD_PER_S * dt)
  const push = Math.min(1, Math.hypot(walker.forward, walker.sideways))
  if (push > 0.05) {
    walker.way.length = 0
    walker.arrivalHeadingRad = null
    const pace = (walker.hurry ? HURRY_M_PER_S : WALK_M_PER_S) * dt
    const scale = pace / Math.max(1, Math.hypot(walker.forward, walker.sideways))
    const sin = Math.sin(walker.headingRad)
    const cos = Math.cos(walker.headingRad)
    const gone = slideMove(
      obstacles,
      walker,
      (sin * walker.forward + cos * walker.sideways) * scale,
      (-cos * walker.forward + sin * walker.sideways) * scale,
    )
    tread(walker, gone, dt)
    return
  }
  walker.speedMPerS = 0
  if (walker.way.length > 0) followWay(walker, obstacles, dt)
  else if (walker.arrivalHeadingRad !== null) settle(walker, dt)
}

function followWay(walker: Walker, obstacles: Obstacles, dt: number): void {
  const corner = walker.way[0]
  if (!corner) return
  const dx = corner.xM - walker.xM
  const dz = corner.zM - walker.zM
  const distance = Math.hypot(dx, dz)
  const last = walker.way.length === 1
  // Long ways go faster; the last metre slows down.
  const pace = Math.min(HURRY_M_PER_S, Math.max(1, last ? distance * 2.2 : HURRY_M_PER_S)) * dt
  if (distance < 0.06 || (!last && distance < 0.35)) {
    walker.way.shift()
    return
  }
  turnTowards(walker, Math.atan2(dx, -dz), dt, 4)
  const step = Math.min(pace, distance)
  const gone = slideMove(obstacles, walker, (dx / distance) * step, (dz / distance) * step)
  tread(walker, gone, dt)
  // Somebody's furniture moved into the way: stop rather than push for ever.
  if (gone < step * 0.05) walker.way.length = 0
}

function tread(walker: Walker, goneM: number, dt: number): void {
  walker.speedMPerS = dt > 0 ? goneM / dt : 0
  walker.walkedM += goneM
}

function settle(walker: Walker, dt: number): void {
  const goal = walker.arrivalHeadingRad
  if (goal === null) return
  turnTowards(walker, goal, dt, 5)
  walker.pitchRad *= Math.exp(-4 * dt)
  if (Math.abs(wrapAngle(goal - walker.headingRad)) < 0.01) walker.arrivalHeadingRad = null
}

function turnTowards(walker: Walker, headingRad: number, dt: number, rate: number): void {
  const gap = wrapAngle(headingRad - walker.headingRad)
  walker.headingRad = wrapAngle(walker.headingRad + gap * (1 - Math.exp(-rate * dt)))
}

/** An angle brought into -π..π. */
export function wrapAngle(angle: number): number {
  let wrapped = angle % (2 * Math.PI)
  if (wrapped > Math.PI) wrapped -= 2 * Math.PI
  if (wrapped < -Math.PI) wrapped += 2 * Math.PI
  return wrapped
}

/** Puts a walker whose place a new plan has built over onto free floor. */
export function keepOnFreeFloor(walker: Walker, grid: WalkGrid): void {
  if (!isFree(grid.obstacles, walker.xM, walker.zM, 0.1)) teleport(walker, grid, walker)
}
