import type { ActionOf } from '#shared/protocol/define.ts'
import type { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { anyone, companyStaff, signedIn, type Rule } from '../platform/policy.ts'

export const cataloguePolicy = {
  'company:read': anyone,
  'company:create': signedIn,
  'company:edit': { exhibitorAdmin: 'company', organiser: 'fair', platformAdmin: 'other' },
  'product:read': anyone,
  'product:create': companyStaff,
  'product:edit': companyStaff,
} as const satisfies Record<ActionOf<typeof catalogueRoutes>, Rule>
