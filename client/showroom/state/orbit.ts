/** A look around one product: angles in radians, distance in metres. Mutable: read and written every frame. */
export interface Orbit {
  azimuth: number
  /** Above the horizon. */
  elevation: number
  distance: number
  goalAzimuth: number
  goalElevation: number
  goalDistance: number
  /** Height of what is looked at, as share of the product's half height: -1 its foot, 1 its top. */
  lift: number
  goalLift: number
  /** The same along its width. */
  shift: number
  goalShift: number
  minDistance: number
  maxDistance: number
}

/** Nearest look in metres: the weave fills the view. */
const NEAREST_M = 0.06
/** How many times as far away as all of it is seen one may go. */
const MOST_AWAY = 2.2

export function createOrbit(): Orbit {
  return {
    azimuth: 0.5,
    elevation: 0.2,
    distance: 2,
    goalAzimuth: 0.35,
    goalElevation: 0.16,
    goalDistance: 2,
    lift: 0,
    goalLift: 0,
    shift: 0,
    goalShift: 0,
    minDistance: NEAREST_M,
    maxDistance: 6,
  }
}

/** In how much more of a view than a product takes it is seen, so that it can turn and nothing touches the edge. */
const ROOM = 1.35

/** Frames a product of the given size (metres) in a view of the given vertical angle and shape. */
export function frameProduct(
  orbit: Orbit,
  sizeM: { x: number; y: number; z: number },
  fovRad: number,
  aspect: number,
  room = ROOM,
): void {
  const widest = Math.hypot(sizeM.x, sizeM.z)
  const forHeight = sizeM.y / 2 / Math.tan(fovRad / 2)
  const forWidth = widest / 2 / (Math.tan(fovRad / 2) * aspect)
  const fitting = Math.max(forHeight, forWidth) * room + Math.max(sizeM.x, sizeM.z) / 2
  orbit.goalDistance = fitting
  orbit.maxDistance = fitting * MOST_AWAY
  orbit.minDistance = NEAREST_M + Math.min(sizeM.x, sizeM.z) / 2
  orbit.distance = fitting * 1.25
  orbit.goalAzimuth = 0.35
  orbit.goalElevation = 0.16
  orbit.goalLift = 0
  orbit.goalShift = 0
  orbit.lift = 0
  orbit.shift = 0
}

export function turnOrbit(orbit: Orbit, azimuthRad: number, elevationRad: number): void {
  orbit.goalAzimuth += azimuthRad
  orbit.goalElevation = Math.max(-0.6, Math.min(1.45, orbit.goalElevation + elevationRad))
}

/** Moves nearer (factor under 1) or away. */
export function zoomOrbit(orbit: Orbit, factor: number): void {
  const gap = Math.max(0.02, orbit.goalDistance - orbit.minDistance + NEAREST_M)
  orbit.goalDistance = Math.max(
    orbit.minDistance,
    Math.min(orbit.maxDistance, orbit.minDistance - NEAREST_M + gap * factor),
  )
}

/** Looks higher or lower, left or right on the product, as shares of its half size. */
export function panOrbit(orbit: Orbit, shift: number, lift: number): void {
  orbit.goalShift = Math.max(-1, Math.min(1, orbit.goalShift + shift))
  orbit.goalLift = Math.max(-1, Math.min(1, orbit.goalLift + lift))
}

/** Eases towards the goal, by default 9 times a second; at once where motion is to be reduced. */
export function stepOrbit(orbit: Orbit, dtS: number, atOnce: boolean, perSecond = 9): void {
  const share = atOnce ? 1 : 1 - Math.exp(-perSecond * Math.min(0.1, dtS))
  orbit.azimuth += (orbit.goalAzimuth - orbit.azimuth) * share
  orbit.elevation += (orbit.goalElevation - orbit.elevation) * share
  orbit.distance += (orbit.goalDistance - orbit.distance) * share
  orbit.lift += (orbit.goalLift - orbit.lift) * share
  orbit.shift += (orbit.goalShift - orbit.shift) * share
}

/** The distance at which all of a product is seen: what `frameProduct` chose. */
export function fittingDistance(orbit: Orbit): number {
  return orbit.maxDistance / MOST_AWAY
}

const SETTLED = 1e-4

/** Nothing more would change: there is nothing to draw anew. */
export function isSettled(orbit: Orbit): boolean {
  return (
    Math.abs(orbit.goalAzimuth - orbit.azimuth) < SETTLED &&
    Math.abs(orbit.goalElevation - orbit.elevation) < SETTLED &&
    Math.abs(orbit.goalDistance - orbit.distance) < SETTLED &&
    Math.abs(orbit.goalLift - orbit.lift) < SETTLED &&
    Math.abs(orbit.goalShift - orbit.shift) < SETTLED
  )
}
