import type { ActionOf } from '#shared/protocol/define.ts'
import type { fairRoutes } from '#shared/protocol/fair.ts'
import { anyone, companyStaff, organisers, type Rule } from '../platform/policy.ts'

export const fairPolicy: Record<ActionOf<typeof fairRoutes>, Rule> = {
  'fair:read': anyone,
  'fair:edit': organisers,
  'hall:read': anyone,
  'stand:read': anyone,
  'stand:edit': companyStaff,
}
