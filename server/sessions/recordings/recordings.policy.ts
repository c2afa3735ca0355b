import type { ActionOf } from '#shared/protocol/define.ts'
import type { recordingRoutes } from '#shared/protocol/recordings.ts'
import { anyone, type Rule } from '../../platform/policy.ts'
import { sessionsPolicy } from '../sessions.policy.ts'

/** Who may watch depends on the session as well: whether it is published, and to whom it is open. */
export const recordingsPolicy: Record<ActionOf<typeof recordingRoutes>, Rule> = {
  'recording:watch': anyone,
  // Whoever has the ticket.
  'recording:make': anyone,
  'recording:edit': sessionsPolicy['session:hold'],
}
