import type { ActionOf } from '#shared/protocol/define.ts'
import type { invitationRoutes } from '#shared/protocol/invitations.ts'
import { companyStaff, signedIn, type Rule } from '../platform/policy.ts'

export const invitationsPolicy: Record<ActionOf<typeof invitationRoutes>, Rule> = {
  // Hosts and co-hosts are the session's own, whatever they are at the fair.
  'invitation:manage': { ...companyStaff, buyer: 'own', host: 'own' },
  'invitation:wish': signedIn,
  'invitation:readOwn': signedIn,
}
