import { z } from 'zod'
import { Id, Instant } from './ids.ts'
import { SessionRole } from './live-session.ts'
import { SessionLanguage } from './programme.ts'
import { Locale } from './text.ts'

/** Roles that somebody can be invited to; a host is whoever holds the session. */
export const InvitedRole = SessionRole.exclude(['host'])
export type InvitedRole = z.infer<typeof InvitedRole>

export const Invitee = z.object({
  email: z.email().max(254).toLowerCase(),
  name: z.string().trim().max(120),
})
export type Invitee = z.infer<typeof Invitee>

/** What those are invited to who are invited together. */
export const InvitationDraft = z.object({
  people: z.array(Invitee).min(1).max(200),
  role: InvitedRole,
  /** The language that an interpreter speaks. */
  channel: SessionLanguage.nullable(),
  /** Of the letters. */
  language: Locale,
})
export type InvitationDraft = z.infer<typeof InvitationDraft>

export const SessionInvitation = Invitee.extend({
  id: Id,
  role: InvitedRole,
  channel: SessionLanguage.nullable(),
  /** Whether they asked for it themselves, to be reminded. */
  byThemselves: z.boolean(),
  invitedAt: Instant,
  withdrawnAt: Instant.nullable(),
  remindedAt: Instant.nullable(),
})
export type SessionInvitation = z.infer<typeof SessionInvitation>
