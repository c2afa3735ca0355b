import type { Visit } from './visit.ts'
import { jumpTo } from './visit.ts'

/** Where a visit begins: before a stand, with a product in hand, or at a place of the floor, looking some way. */
export interface StartAt {
  readonly standId?: string
  readonly productId?: string
  readonly pose?: { readonly xM: number; readonly zM: number; readonly headingDeg: number }
}

const POSE = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/

/** What a link to a hall asks for: `?stand=…`, `?product=…`, `?at=x,z,heading` in metres and degrees. */
export function readViewLink(search: URLSearchParams): StartAt {
  const standId = search.get('stand')
  const productId = search.get('product')
  const pose = POSE.exec(search.get('at') ?? '')
  return {
    ...(standId && { standId }),
    ...(productId && { productId }),
    ...(pose && { pose: { xM: Number(pose[1]), zM: Number(pose[2]), headingDeg: Number(pose[3]) } }),
  }
}

/** The query of a link that leads others to what one sees now: the product in hand, or one's place and gaze. */
export function writeViewLink(visit: Visit): string {
  const { mode } = visit.store.getState()
  if (mode.state === 'inspecting') return `?product=${mode.productId}`
  const { xM, zM, headingRad } = visit.walker
  const headingDeg = Math.round((headingRad * 180) / Math.PI)
  return `?at=${xM.toFixed(1)},${zM.toFixed(1)},${headingDeg}`
}

/** Stands where a link says, or as near to it as there is free floor. */
export function standAtPose(visit: Visit, { xM, zM, headingDeg }: NonNullable<StartAt['pose']>): void {
  if (jumpTo(visit, xM, zM)) visit.walker.headingRad = (headingDeg * Math.PI) / 180
}
