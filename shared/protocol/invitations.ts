import { z } from 'zod'
import { Id } from '../model/ids.ts'
import { InvitationDraft, SessionInvitation } from '../model/invitation.ts'
import { defineRoute } from './define.ts'

const sessionParams = z.object({ sessionId: Id })
const Invitations = z.object({ invitations: z.array(SessionInvitation) })

export const invitationRoutes = {
  listInvitations: defineRoute({
    method: 'GET',
    path: '/api/sessions/:sessionId/invitations',
    summary: 'Who is invited to a session, the latest first',
    params: sessionParams,
    reply: Invitations,
    errors: ['not_found'],
    action: 'invitation:manage',
    target: 'session',
  }),
  invite: defineRoute({
    method: 'POST',
    path: '/api/sessions/:sessionId/invitations',
    summary:
      'Invite people by mail, with a calendar entry; who is invited already gets the new role and no new letter',
    params: sessionParams,
    body: InvitationDraft,
    reply: Invitations,
    errors: ['not_found', 'conflict'],
    action: 'invitation:manage',
    target: 'session',
    perMinute: 10,
  }),
  withdrawInvitation: defineRoute({
    method: 'DELETE',
    path: '/api/sessions/:sessionId/invitations/:invitationId',
    summary: 'Take an invitation back; its calendar entry is cancelled by mail',
    params: sessionParams.extend({ invitationId: Id }),
    reply: Invitations,
    errors: ['not_found'],
    action: 'invitation:manage',
    target: 'session',
  }),
  wishReminder: defineRoute({
    method: 'PUT',
    path: '/api/sessions/:sessionId/reminder',
    summary: 'Be reminded of a session by mail, with a calendar entry, or no longer',
    params: sessionParams,
    body: z.object({ on: z.boolean() }),
    reply: z.object({ on: z.boolean() }),
    errors: ['not_found', 'conflict'],
    action: 'invitation:wish',
    target: 'session',
    perMinute: 20,
  }),
  listOwnInvitations: defineRoute({
    method: 'GET',
    path: '/api/me/invitations',
    summary: 'The sessions that the caller is invited to, or wants to be reminded of',
    reply: z.object({ sessionIds: z.array(Id) }),
    errors: [],
    action: 'invitation:readOwn',
    target: 'self',
  }),
}
