import type { FloorPoint, StandLayout } from '#shared/model/fair.ts'
import { isFree, type Obstacle, type Obstacles } from './collision.ts'
import { anchorInHall, slotAnchors, type SlotAnchor } from './furniture.ts'
import {
  distanceToStand,
  hallToStand,
  openSides,
  PARTITION_HEIGHT_M,
  standArrival,
  standSide,
  type StandPlaceData,
} from './stand-plan.ts'

/** Eye height in metres. */
export const EYE_HEIGHT_M = 1.65
/** How far off a stand one looks at it from, in metres. */
const VIEW_FROM_M = 2.5
const VIEW_TO_M = 4.5

/** The part of the picture that nothing covers, as tangents of the angles from its middle to its edges. */
export interface ViewFrame {
  readonly halfWidth: number
  readonly halfHeight: number
}

interface StandPlan {
  readonly place: StandPlaceData
  readonly layout: StandLayout
}

interface Target {
  readonly xM: number
  readonly yM: number
  readonly zM: number
  /** Where it faces, as a unit vector. */
  readonly faceX: number
  readonly faceZ: number
}

/** Candidates lie this far apart. */
const STEP_M = 0.4
/** Gazes to either side of the stand's middle that are tried. */
const GAZES_DEG = [-20, -13, -6, 0, 6, 13, 20] as const
/** Goods this near to the picture's edge are half cut off. */
const WITHIN = 0.92
/** Half of the longest lettering on a fascia, and the height of its middle. */
const HALF_NAME_M = 1.5
const NAME_HEIGHT_M = PARTITION_HEIGHT_M - 0.17
/** What the name is worth against all of the goods, what each metre costs, and what a picture that leans costs. */
const NAME_WORTH = 0.4
const METRE_COST = 0.05
const LEANING_COST = 0.25
/** Goods from behind still show that they are there. */
const FROM_BEHIND = 0.25

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** The part of a good that catches the eye: the upper third of what hangs, the middle of what stands. */
function targetOf(anchor: SlotAnchor): Target {
  const rise = anchor.fit === 'stand' ? 0.15 : -0.3
  const turn = radians(anchor.turnDeg)
  return {
    xM: anchor.xM,
    yM: anchor.yM + rise,
    zM: anchor.zM,
    faceX: -Math.sin(turn),
    faceZ: Math.cos(turn),
  }
}

/** The share of the way from `a` to `b` (0..1) at which it enters a rectangle of floor, or Infinity. */
function entersAt(o: Obstacle, ax: number, az: number, bx: number, bz: number): number {
  const startU = (ax - o.xM) * o.cos + (az - o.zM) * o.sin
  const startV = -(ax - o.xM) * o.sin + (az - o.zM) * o.cos
  // Never quite along a side, so that the divisions below are safe.
  const wayU = (bx - ax) * o.cos + (bz - az) * o.sin || 1e-9
  const wayV = -(bx - ax) * o.sin + (bz - az) * o.cos || 1e-9
  const halfU = Math.abs(o.halfWidthM / wayU)
  const halfV = Math.abs(o.halfDepthM / wayV)
  const from = Math.max(0, -startU / wayU - halfU, -startV / wayV - halfV)
  const to = Math.min(1, -startU / wayU + halfU, -startV / wayV + halfV)
  return from <= to ? from : Infinity
}

const contains = (o: Obstacle, xM: number, zM: number): boolean =>
  Math.abs((xM - o.xM) * o.cos + (zM - o.zM) * o.sin) <= o.halfWidthM &&
  Math.abs(-(xM - o.xM) * o.sin + (zM - o.zM) * o.cos) <= o.halfDepthM

/** Whether an eye at a point sees a target over everything that is not its own furniture. */
function sees(eye: FloorPoint, target: Target, screens: readonly Obstacle[]): boolean {
  return screens.every((screen) => {
    const share = entersAt(screen, eye.xM, eye.zM, target.xM, target.zM)
    if (share === Infinity || contains(screen, target.xM, target.zM)) return true
    return EYE_HEIGHT_M + (target.yM - EYE_HEIGHT_M) * share > screen.heightM
  })
}

/** Where a point lies in the picture: tangents to the right and up, and its distance ahead in metres. */
function project(eye: FloorPoint, headingRad: number, xM: number, yM: number, zM: number) {
  const [dx, dz] = [xM - eye.xM, zM - eye.zM]
  const ahead = dx * Math.sin(headingRad) - dz * Math.cos(headingRad)
  const right = dx * Math.cos(headingRad) + dz * Math.sin(headingRad)
  return { right: right / ahead, up: (yM - EYE_HEIGHT_M) / ahead, ahead }
}

const isWithin = (frame: ViewFrame, { right, up, ahead }: ReturnType<typeof project>): boolean =>
  ahead > 0.5 && Math.abs(right) < frame.halfWidth * WITHIN && Math.abs(up) < frame.halfHeight * WITHIN

/** How well the name over some open side can be read: 1 from straight before it, 0 where its ends are cut off. */
function readability(place: StandPlaceData, eye: FloorPoint, headingRad: number, frame: ViewFrame): number {
  return Math.max(
    ...openSides(place).map((side) => {
      const { ax, az, bx, bz } = standSide(place, side)
      const length = Math.hypot(bx - ax, bz - az)
      const [alongX, alongZ] = [(bx - ax) / length, (bz - az) / length]
      const [x, z] = [(ax + bx) / 2, (az + bz) / 2]
      const half = Math.min(HALF_NAME_M, length / 2)
      const ends = [-half, half].map((at) =>
        project(eye, headingRad, x + alongX * at, NAME_HEIGHT_M, z + alongZ * at),
      )
      if (!ends.every((end) => isWithin(frame, end))) return 0
      // Outwards is to the right of the way along the side.
      const [dx, dz] = [eye.xM - x, eye.zM - z]
      return Math.max(0, (-dx * alongZ + dz * alongX) / Math.hypot(dx, dz))
    }),
  )
}

/** Points before an open side of a stand, on floor that is free and no other stand's. */
function viewpoints(
  { place }: StandPlan,
  stands: readonly { readonly place: StandPlaceData }[],
  obstacles: Obstacles,
): FloorPoint[] {
  const points: FloorPoint[] = []
  const reach = Math.hypot(place.widthM, place.depthM) / 2 + VIEW_TO_M
  const sides = openSides(place)
  for (let xM = place.xM - reach; xM <= place.xM + reach; xM += STEP_M)
    for (let zM = place.zM - reach; zM <= place.zM + reach; zM += STEP_M) {
      const distance = distanceToStand(place, xM, zM)
      if (distance < VIEW_FROM_M || distance > VIEW_TO_M) continue
      const own = hallToStand(place, xM, zM)
      const isBefore =
        (sides.includes('front') && own.zM > place.depthM / 2) ||
        (sides.includes('right') && own.xM > place.widthM / 2) ||
        (sides.includes('back') && own.zM < -place.depthM / 2) ||
        (sides.includes('left') && own.xM < -place.widthM / 2)
      const isAisle = stands.every((other) => distanceToStand(other.place, xM, zM) > 0.05)
      if (isBefore && isAisle && isFree(obstacles, xM, zM)) points.push({ xM, zM })
    }
  return points
}

/**
 * Where one sees a stand as a photographer would: from the floor before an open side, 2.5 to 4.5 m off, as many goods
 * and the name on its fascia within the free part of the picture, nothing tall between, and no farther away than that
 * takes. The simple arrival before its front where the plan leaves no such place.
 */
export function standView(
  stand: StandPlan,
  stands: readonly { readonly place: StandPlaceData }[],
  obstacles: Obstacles,
  frame: ViewFrame,
): FloorPoint & { headingDeg: number } {
  const { place } = stand
  const targets = stand.layout.slots
    .flatMap(slotAnchors)
    .map((anchor) => targetOf(anchorInHall(place, anchor)))
  const reach = Math.hypot(place.widthM, place.depthM) + VIEW_TO_M
  const screens = obstacles.all.filter(
    ({ xM, zM, halfWidthM }) => Math.hypot(xM - place.xM, zM - place.zM) - halfWidthM < reach,
  )
  let best = standArrival(place, VIEW_FROM_M)
  let bestScore = -Infinity
  for (const eye of viewpoints(stand, stands, obstacles)) {
    const seen = targets.filter((target) => sees(eye, target, screens))
    const middle = Math.atan2(place.xM - eye.xM, eye.zM - place.zM)
    for (const gaze of GAZES_DEG) {
      const headingRad = middle + radians(gaze)
      let goods = 0
      let leaning = 0
      for (const target of seen) {
        const at = project(eye, headingRad, target.xM, target.yM, target.zM)
        if (!isWithin(frame, at)) continue
        const [dx, dz] = [eye.xM - target.xM, eye.zM - target.zM]
        const facing = (dx * target.faceX + dz * target.faceZ) / Math.hypot(dx, dz)
        const worth = facing > 0 ? FROM_BEHIND + (1 - FROM_BEHIND) * facing : FROM_BEHIND
        goods += worth
        leaning += worth * (at.right / frame.halfWidth)
      }
      const score =
        goods / Math.max(1, targets.length) +
        NAME_WORTH * readability(place, eye, headingRad, frame) -
        METRE_COST * distanceToStand(place, eye.xM, eye.zM) -
        LEANING_COST * Math.abs(goods > 0 ? leaning / goods : gaze / 90)
      if (score <= bestScore) continue
      bestScore = score
      best = { ...eye, headingDeg: (headingRad * 180) / Math.PI }
    }
  }
  return best
}
