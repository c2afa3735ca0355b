/** A place on a hall's floor and where one looks from it, in metres and degrees. */
export interface FloorPose {
  readonly xM: number
  readonly zM: number
  readonly headingDeg: number
}

const POSE = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/

/** The place that `?at=x,z,heading` names. */
export function readPose(search: URLSearchParams): FloorPose | undefined {
  const pose = POSE.exec(search.get('at') ?? '')
  return pose ? { xM: Number(pose[1]), zM: Number(pose[2]), headingDeg: Number(pose[3]) } : undefined
}

/** The query of a link to a hall that leads to a place. */
export function writePose({ xM, zM, headingDeg }: FloorPose): string {
  return `?at=${xM.toFixed(1)},${zM.toFixed(1)},${Math.round(headingDeg)}`
}
