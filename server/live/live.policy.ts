import type { ActionOf } from '#shared/protocol/define.ts'
import type { liveRoutes } from '#shared/protocol/live.ts'
import { companyStaff, visitors, type Rule } from '../platform/policy.ts'

export const livePolicy: Record<ActionOf<typeof liveRoutes>, Rule> = {
  'live:read': visitors,
  'live:join': visitors,
  'live:moderate': companyStaff,
}
