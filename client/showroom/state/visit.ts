import { createStore, type StoreApi } from 'zustand/vanilla'
import { collectObstacles, type Obstacles } from '#shared/geometry/collision.ts'
import {
  distanceToStand,
  nearestAislePoint,
  STAND_REACH_M,
  standWalls,
  type WallSegment,
} from '#shared/geometry/stand-plan.ts'
import { standView } from '#shared/geometry/stand-view.ts'
import { createWalkGrid, type WalkGrid } from '#shared/geometry/walk-path.ts'
import { createOrbit, type Orbit } from './orbit.ts'
import type { QualityChoice, QualityTier } from './quality.ts'
import type { GoodsBox, ScreenBox } from './picking.ts'
import { createPicture, type Picture, type PictureCover, standFrame } from './picture.ts'
import { createScreenLabels, type ScreenLabels } from './screen-labels.ts'
import type { HallView, ProductView, StandView } from './showroom-types.ts'
import { createWalker, keepOnFreeFloor, teleport, walkTo, type Walker } from './walker.ts'

/** Under which light a product is inspected; `evaluation` has no tone mapping. */
export type InspectionLight = 'hall' | 'raking' | 'evaluation'

export type VisitMode =
  | { readonly state: 'walking' }
  | { readonly state: 'inspecting'; readonly productId: string; readonly standId: string }

/** What the HUD shows; changes a few times a minute, never every frame. */
export interface VisitState {
  readonly mode: VisitMode
  readonly light: InspectionLight
  readonly showsDimensions: boolean
  /** W x H x D of the inspected product in metres, once its model is there. */
  readonly inspectedSizeM: { readonly width: number; readonly height: number; readonly depth: number } | null
  /** The finest variant of the inspected product is drawn. */
  readonly inspectedInDetail: boolean
  /** The stand that one is in or looks at from nearby. */
  readonly standId: string | null
  /** The common area that one is in, by its name: lounge, stage or forum. */
  readonly areaName: string | null
  readonly choice: QualityChoice
  readonly tier: QualityTier
  readonly isUseful: boolean
  readonly isComplete: boolean
  /** The graphics context was lost and is being brought back. */
  readonly isRecovering: boolean
  /** Models that could not be loaded, by product. */
  readonly failedProducts: ReadonlySet<string>
}

/** The floor as walking needs it; replaced whole when the plan changes. */
export interface HallFloor {
  readonly obstacles: Obstacles
  readonly grid: WalkGrid
  readonly walls: readonly WallSegment[]
}

/** One visit to a hall: what scene and HUD share. */
export interface Visit {
  readonly store: StoreApi<VisitState>
  readonly walker: Walker
  readonly orbit: Orbit
  /** Names of the nearest visitors. */
  readonly names: ScreenLabels
  /** Width, height and depth of the inspected product. */
  readonly dimensions: ScreenLabels
  readonly picture: Picture
  view: HallView
  floor: HallFloor
  /** Where goods are, for clicks; kept by the scene. */
  goods: readonly GoodsBox[]
  /** Screens that can be pressed; kept by the scene. */
  screens: readonly ScreenBox[]
}

/** A stand straight behind counts as this much farther away than one straight ahead. */
const BEHIND_M = 10

function floorOf(view: HallView): HallFloor {
  const obstacles = collectObstacles(view.hall, view.stands)
  const walls = view.stands.flatMap((stand) => standWalls(stand.place))
  return { obstacles, grid: createWalkGrid(obstacles), walls }
}

export function createVisit(view: HallView, choice: QualityChoice = 'auto'): Visit {
  return {
    store: createStore<VisitState>(() => ({
      mode: { state: 'walking' },
      light: 'hall',
      showsDimensions: false,
      inspectedSizeM: null,
      inspectedInDetail: false,
      standId: null,
      areaName: null,
      choice,
      tier: choice === 'auto' ? 'high' : choice,
      isUseful: false,
      isComplete: false,
      isRecovering: false,
      failedProducts: new Set(),
    })),
    walker: createWalker(view.hall),
    orbit: createOrbit(),
    names: createScreenLabels(16),
    dimensions: createScreenLabels(3),
    picture: createPicture(),
    view,
    floor: floorOf(view),
    goods: [],
    screens: [],
  }
}

/** Takes in new data of the same hall; one's own place is kept unless something was built on it. */
export function updateView(visit: Visit, view: HallView): void {
  if (visit.view === view) return
  const moved = !hasSamePlan(visit.view, view)
  visit.view = view
  if (moved) {
    visit.floor = floorOf(view)
    keepOnFreeFloor(visit.walker, visit.floor.grid)
  }
}

/** Whether walls and furniture of two views are the same, whatever their products. */
export function hasSamePlan(a: HallView, b: HallView): boolean {
  return planKey(a) === planKey(b)
}

function planKey(view: HallView): string {
  return JSON.stringify([
    view.hall,
    view.stands.map((s) => [
      s.id,
      s.number,
      s.companyName,
      s.place,
      // A mannequin that wears something is another piece than a bare one.
      s.layout.slots.map((o) => [o.kind, o.xM, o.zM, o.turnDeg, o.productIds.length > 0]),
    ]),
  ])
}

export function findStand(view: HallView, standId: string): StandView | undefined {
  return view.stands.find((stand) => stand.id === standId)
}

export function findProduct(
  view: HallView,
  productId: string,
): { stand: StandView; product: ProductView } | undefined {
  for (const stand of view.stands) {
    const product = stand.products.find((candidate) => candidate.id === productId)
    if (product) return { stand, product }
  }
  return undefined
}

/** How far a place seems, given how far it is: what one looks at seems nearer. */
const feltDistance = (
  place: { xM: number; zM: number },
  distanceM: number,
  { xM, zM, headingRad }: Pick<Walker, 'xM' | 'zM' | 'headingRad'>,
): number => {
  const turn = Math.atan2(place.xM - xM, zM - place.zM) - headingRad
  return distanceM + (BEHIND_M * (1 - Math.cos(turn))) / 2
}

/** The stand that a visitor is at: the one they are in, else the nearest one, of which what they look at is nearer. */
export function standAt(
  view: HallView,
  { xM, zM, headingRad }: Pick<Walker, 'xM' | 'zM' | 'headingRad'>,
): StandView | null {
  let best: StandView | null = null
  let bestDistance = STAND_REACH_M
  for (const stand of view.stands) {
    const distance = distanceToStand(stand.place, xM, zM)
    if (distance === 0) return stand
    const felt = feltDistance(stand.place, distance, { xM, zM, headingRad })
    if (felt < bestDistance) {
      bestDistance = felt
      best = stand
    }
  }
  return best
}

/** One who goes to an area arrives a metre before it. */
const AREA_REACH_M = 1.2

/**
 * Where a visitor is: at a stand, in a common area of the hall, or between them. Never at two of them: who is in neither,
 * and near both, is where they look.
 */
export function placeAt(view: HallView, walker: Walker): Pick<VisitState, 'standId' | 'areaName'> {
  const { xM, zM } = walker
  const stand = standAt(view, walker)
  const area = view.hall.areas.find((one) => distanceToStand(one, xM, zM) < AREA_REACH_M)
  const toStand = stand ? distanceToStand(stand.place, xM, zM) : Infinity
  const toArea = area ? distanceToStand(area, xM, zM) : Infinity
  const looksAtStand =
    toArea > 0 &&
    area !== undefined &&
    stand !== null &&
    feltDistance(stand.place, toStand, walker) < feltDistance(area, toArea, walker)
  return area && toStand > 0 && !looksAtStand
    ? { standId: null, areaName: area.name }
    : { standId: stand?.id ?? null, areaName: null }
}

/** Walks to where a stand is seen best, or stands there at once. False where there is no way or no such stand. */
export function goToStand(visit: Visit, standId: string, how: 'walk' | 'teleport' = 'walk'): boolean {
  const { view, floor, picture, walker } = visit
  const stand = findStand(view, standId)
  if (!stand) return false
  const arrival = standView(stand, view.stands, floor.obstacles, standFrame(picture))
  const go = how === 'walk' ? walkTo : teleport
  return go(walker, floor.grid, arrival, arrival.headingDeg)
}

/** Tells what panels cover of the picture: the hall is seen in the middle of the rest. */
export function coverPicture(visit: Visit, cover: PictureCover): void {
  visit.picture.cover = cover
}

/** Walks back to the nearest aisle. */
export function goToAisle(visit: Visit): boolean {
  const { walker, floor, view } = visit
  return walkTo(walker, floor.grid, nearestAislePoint(view.hall, walker.xM, walker.zM))
}

/** Stands at once at a point of the plan. */
export function jumpTo(visit: Visit, xM: number, zM: number): boolean {
  return teleport(visit.walker, visit.floor.grid, { xM, zM })
}

/** Walks up to somebody and stops at talking distance, looking at them. */
export function goToPoint(visit: Visit, xM: number, zM: number): boolean {
  const { walker, floor } = visit
  const distance = Math.hypot(xM - walker.xM, zM - walker.zM)
  if (distance < 1.3) return true
  const share = 1 - 1.3 / distance
  const headingDeg = (Math.atan2(xM - walker.xM, -(zM - walker.zM)) * 180) / Math.PI
  const to = { xM: walker.xM + (xM - walker.xM) * share, zM: walker.zM + (zM - walker.zM) * share }
  return walkTo(walker, floor.grid, to, headingDeg)
}

/** Steps up to a product. False where the hall has no such product. */
export function inspect(visit: Visit, productId: string): boolean {
  const found = findProduct(visit.view, productId)
  if (!found) return false
  visit.walker.way = []
  visit.store.setState({
    mode: { state: 'inspecting', productId, standId: found.stand.id },
    inspectedSizeM: null,
    inspectedInDetail: false,
    light: 'hall',
  })
  return true
}

export function leaveInspection(visit: Visit): void {
  visit.store.setState({ mode: { state: 'walking' }, inspectedSizeM: null, inspectedInDetail: false })
}

/** Chooses a tier by hand, or gives the choice back to measurement. */
export function chooseQuality(visit: Visit, choice: QualityChoice): void {
  visit.store.setState(choice === 'auto' ? { choice } : { choice, tier: choice })
}
