import type { ActionOf } from '#shared/protocol/define.ts'
import type { favouriteRoutes } from '#shared/protocol/favourites.ts'
import { anyone, visitors, type Rule } from '../platform/policy.ts'

export const favouritesPolicy: Record<ActionOf<typeof favouriteRoutes>, Rule> = {
  'favourite:read': anyone,
  'favourite:edit': visitors,
}
