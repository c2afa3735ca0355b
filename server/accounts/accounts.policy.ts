import type { ActionOf } from '#shared/protocol/define.ts'
import type { accountRoutes } from '#shared/protocol/accounts.ts'
import { anyone, organisers, signedIn, type Rule } from '../platform/policy.ts'

export const accountsPolicy: Record<ActionOf<typeof accountRoutes>, Rule> = {
  'me:read': anyone,
  'guest:name': { guest: 'other', expired: 'other' },
  // Whoever has a part in the fair wears its colour.
  'lanyard:choose': { buyer: 'other' },
  'installation:claim': signedIn,
  'people:read': organisers,
  'people:edit': organisers,
}
