import type { ActionOf } from '#shared/protocol/define.ts'
import type { assetRoutes } from '#shared/protocol/assets.ts'
import { companyStaff, type Rule } from '../platform/policy.ts'

export const assetsPolicy = {
  'asset:read': companyStaff,
  'asset:edit': companyStaff,
} as const satisfies Record<ActionOf<typeof assetRoutes>, Rule>
