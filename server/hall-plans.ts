import { AppError } from './platform/errors.ts'
import type { FairService } from './fair/index.ts'
import type { HallPlan } from './showroom/index.ts'

// Beyond this another instance of the hall opens; the presence bench holds it on one process.
const HALL_CAPACITY = 1000

/** What presence needs to know of the halls, remembered until a stand changes. */
export const createHallPlans = (fair: FairService) => {
  const known = new Map<string, Promise<HallPlan>>()

  const read = async (hallId: string): Promise<HallPlan> => {
    const [hall, stands] = await Promise.all([fair.findHall(hallId), fair.standPlans(hallId)])
    if (!hall) throw new AppError('not_found')
    return {
      hallId,
      widthM: hall.widthM,
      depthM: hall.depthM,
      entrance: hall.entrance,
      capacity: HALL_CAPACITY,
      stands,
    }
  }

  return {
    hall(hallId: string): Promise<HallPlan> {
      const plan = known.get(hallId) ?? read(hallId)
      known.set(hallId, plan)
      plan.catch(() => known.delete(hallId))
      return plan
    },
    isInvited: fair.isInvited,
    forget: (hallId: string) => void known.delete(hallId),
    forgetAll: () => known.clear(),
  }
}
