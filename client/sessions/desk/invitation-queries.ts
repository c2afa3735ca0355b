import { queryOptions } from '@tanstack/react-query'
import { invitationRoutes } from '#shared/protocol/invitations.ts'
import { call } from '../../net/api.ts'

/** Who is invited to a session. */
export const invitationsQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['invitations', sessionId],
    queryFn: ({ signal }) => call(invitationRoutes.listInvitations, { params: { sessionId } }, signal),
  })
