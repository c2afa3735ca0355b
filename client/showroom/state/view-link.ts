import { type FloorPose, readPose, writePose } from './pose-query.ts'
import type { Visit } from './visit.ts'
import { jumpTo } from './visit.ts'

/** Where a visit begins: before a stand, with a product in hand, or at a place of the floor, looking some way. */
export interface StartAt {
  readonly standId?: string
  readonly productId?: string
  readonly pose?: FloorPose
}

/** What a link to a hall asks for: `?stand=…`, `?product=…`, `?at=x,z,heading` in metres and degrees. */
export function readViewLink(search: URLSearchParams): StartAt {
  const standId = search.get('stand')
  const productId = search.get('product')
  const pose = readPose(search)
  return {
    ...(standId && { standId }),
    ...(productId && { productId }),
    ...(pose && { pose }),
  }
}

/** The query of a link that leads others to what one sees now: the product in hand, or one's place and gaze. */
export function writeViewLink(visit: Visit): string {
  const { mode } = visit.store.getState()
  if (mode.state === 'inspecting') return `?product=${mode.productId}`
  const { xM, zM, headingRad } = visit.walker
  return writePose({ xM, zM, headingDeg: (headingRad * 180) / Math.PI })
}

/** Stands where a link says, or as near to it as there is free floor. */
export function standAtPose(visit: Visit, { xM, zM, headingDeg }: FloorPose): void {
  if (jumpTo(visit, xM, zM)) visit.walker.headingRad = (headingDeg * Math.PI) / 180
}
