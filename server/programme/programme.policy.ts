import type { ActionOf } from '#shared/protocol/define.ts'
import type { programmeRoutes } from '#shared/protocol/programme.ts'
import { anyone, companyStaff, organisers, type Rule } from '../platform/policy.ts'

export const programmePolicy: Record<ActionOf<typeof programmeRoutes>, Rule> = {
  'programme:read': anyone,
  'programme:add': organisers,
  'programme:addAtStand': companyStaff,
  'programme:edit': companyStaff,
}
