import { z } from 'zod'
import { Id, Instant } from './ids.ts'
import { localText } from './text.ts'

export const SESSION_KINDS = ['talk', 'presentation', 'tour'] as const
export const SessionKind = z.enum(SESSION_KINDS)
export type SessionKind = z.infer<typeof SessionKind>

/** Languages in which sessions are held: those of the trade's region. */
export const SESSION_LANGUAGES = ['en', 'ru', 'be', 'hy', 'kk', 'ky', 'tg', 'uz', 'tr', 'zh'] as const
export const SessionLanguage = z.enum(SESSION_LANGUAGES)
export type SessionLanguage = z.infer<typeof SessionLanguage>

/** Who holds a session; a company where they speak for one. */
export const SessionHost = z.object({
  name: z.string().trim().min(1).max(120),
  title: localText(160).optional(),
  companyId: Id.optional(),
})
export type SessionHost = z.infer<typeof SessionHost>

/** Where a session takes place, or where a tour begins: at a stand, or in an area of a hall. */
export const SessionPlace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stand'), standId: Id }),
  z.object({ kind: z.literal('area'), hallId: Id, area: z.string().min(1).max(60) }),
])
export type SessionPlace = z.infer<typeof SessionPlace>

/** A draft is seen by those who may hold it, and takes no place yet. */
export const SessionState = z.enum(['draft', 'planned', 'cancelled'])
export type SessionState = z.infer<typeof SessionState>

const fields = z.object({
  kind: SessionKind,
  title: localText(160),
  abstract: localText(2000),
  hosts: z.array(SessionHost).min(1).max(8),
  language: SessionLanguage,
  place: SessionPlace,
  startsAt: Instant,
  endsAt: Instant,
})

/** What an organiser, or the company at whose stand it is, writes. */
export const SessionDraft = fields.refine(
  ({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt),
  {
    path: ['endsAt'],
    message: 'must be after the beginning',
  },
)
export type SessionDraft = z.infer<typeof SessionDraft>

/** One entry of the programme. */
export const Session = fields.extend({
  id: Id,
  state: SessionState,
  /** Grows with each change. */
  revision: z.int().positive(),
})
export type Session = z.infer<typeof Session>
