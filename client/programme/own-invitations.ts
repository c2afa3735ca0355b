import { queryOptions } from '@tanstack/react-query'
import { invitationRoutes } from '#shared/protocol/invitations.ts'
import { call } from '../net/api.ts'

/** The sessions that somebody with an account is invited to, or wants to be reminded of. */
export const ownInvitationsQuery = queryOptions({
  queryKey: ['own-invitations'],
  queryFn: ({ signal }) => call(invitationRoutes.listOwnInvitations, {}, signal),
})
