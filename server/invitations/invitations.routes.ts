import type { invitationRoutes } from '#shared/protocol/invitations.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { InvitationsService } from './invitations.service.ts'

export const invitationHandlers = (
  invitations: InvitationsService,
): RouteHandlers<typeof invitationRoutes> => ({
  listInvitations: (_context, { params }) => invitations.list(params.sessionId),
  invite: ({ principal }, { params, body }) => invitations.invite(params.sessionId, body, principal),
  withdrawInvitation: (_context, { params }) => invitations.withdraw(params.sessionId, params.invitationId),
  wishReminder: ({ principal }, { params, body }) => invitations.wish(params.sessionId, body.on, principal),
  listOwnInvitations: ({ principal }) => invitations.own(principal),
})
