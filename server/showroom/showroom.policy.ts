import type { ActionOf } from '#shared/protocol/define.ts'
import type { showroomCommands } from '#shared/protocol/showroom.ts'
import { runsFair, type Principal } from '#shared/model/principal.ts'
import { AppError } from '../platform/errors.ts'
import { visitors, type Rule } from '../platform/policy.ts'
import type { StandPlan } from './visitor.ts'

/** Everyone in good standing may walk through the halls; what a stand's door says comes on top. */
export const showroomPolicy: Record<ActionOf<typeof showroomCommands>, Rule> = {
  'showroom:enter': visitors,
  'showroom:leave': visitors,
  'showroom:teleport': visitors,
  'stand:step-in': visitors,
  'stand:step-out': visitors,
  'stand:who': visitors,
}

/** Whether an exhibitor or a buyer was let in by the stand's company. */
export type IsInvited = (standId: string, principalId: string) => Promise<boolean>

export const isExhibitor = ({ kind }: Principal): boolean =>
  kind === 'exhibitorMember' || kind === 'exhibitorAdmin'

export const isStaff = (stand: StandPlan, principal: Principal): boolean =>
  isExhibitor(principal) && principal.companyId === stand.companyId

/** Throws `door_closed` unless the stand's door lets this person in. Staff and those who run the fair always may. */
export const checkDoor = async (
  stand: StandPlan,
  principal: Principal,
  isInvited: IsInvited,
): Promise<void> => {
  if (isStaff(stand, principal) || runsFair(principal)) return
  if (stand.door === 'open') return
  if (stand.door === 'registered' && principal.kind !== 'guest') return
  if (stand.door === 'invited' && (await isInvited(stand.standId, principal.id))) return
  throw new AppError('door_closed', { standId: stand.standId })
}
