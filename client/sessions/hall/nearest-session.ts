import { distanceToStand } from '#shared/geometry/stand-plan.ts'
import type { Hall } from '#shared/model/fair.ts'
import type { HeldNow } from './use-on-now.ts'

/** A stage is watched from this far. */
const STAGE_REACH_M = 12

/** Where a visitor is in a hall, and at which stand. */
interface Whereabouts {
  xM: number
  zM: number
  standId: string | null
}

type Held = { session: Pick<HeldNow['session'], 'place'> }

/** The session that one is near: the one at the stand that one is at, else the one on the nearest stage of this hall. */
export const nearestSession = <T extends Held>(
  held: readonly T[],
  hall: Pick<Hall, 'id' | 'areas'>,
  { xM, zM, standId }: Whereabouts,
): T | undefined => {
  const atStand = held.find(({ session: { place } }) => place.kind === 'stand' && place.standId === standId)
  if (atStand) return atStand
  const [nearest] = held
    .flatMap((one) => {
      const { place } = one.session
      // Another hall's stage may have the same name.
      if (place.kind !== 'area' || place.hallId !== hall.id) return []
      const area = hall.areas.find(({ name }) => name === place.area)
      return area ? [{ one, distanceM: distanceToStand(area, xM, zM) }] : []
    })
    .filter(({ distanceM }) => distanceM < STAGE_REACH_M)
    .toSorted((a, b) => a.distanceM - b.distanceM)
  return nearest?.one
}
