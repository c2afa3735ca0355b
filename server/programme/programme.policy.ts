import type { ActionOf } from '#shared/protocol/define.ts'
import type { programmeRoutes } from '#shared/protocol/programme.ts'
import { anyone, organisers, type Rule } from '../platform/policy.ts'

export const programmePolicy: Record<ActionOf<typeof programmeRoutes>, Rule> = {
  'programme:read': anyone,
  'programme:edit': organisers,
}
