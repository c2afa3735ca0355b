import type { ActionOf } from '#shared/protocol/define.ts'
import type { searchRoutes } from '#shared/protocol/search.ts'
import { anyone, type Rule } from '../platform/policy.ts'

export const searchPolicy: Record<ActionOf<typeof searchRoutes>, Rule> = {
  'search:read': anyone,
}
