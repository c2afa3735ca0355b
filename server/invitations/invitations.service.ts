import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import type { InvitationDraft, InvitedRole, SessionInvitation } from '#shared/model/invitation.ts'
import type { Principal } from '#shared/model/principal.ts'
import type { Session, SessionLanguage } from '#shared/model/programme.ts'
import { Locale } from '#shared/model/text.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { AppError } from '../platform/errors.ts'
import type { Queue } from '../platform/queue.ts'
import { invitationsRepository, type InvitationRow } from './invitations.repository.ts'

/** Jobs that write to one person: `{ invitationId, news }`. */
export const INVITATION_MAIL_QUEUE = 'invitation-mail'
export const INVITATION_NEWS = ['invited', 'changed', 'cancelled', 'reminder'] as const
export type InvitationNews = (typeof INVITATION_NEWS)[number]

/** How long before the beginning a reminder is sent. */
const REMINDED_BEFORE_MS = 15 * 60_000
const MOST_INVITATIONS = 2000

/** Who somebody is by their account. */
interface Account {
  email: string
  emailVerified: boolean
  name: string
  locale: string
}

export interface InvitationsParts {
  db: Database
  queue: Pick<Queue, 'add'>
  secret: string
  findSession(sessionId: string): Promise<Session | undefined>
  accountOf(personId: string): Promise<Account | undefined>
  now(): Date
}

const present = (row: InvitationRow): SessionInvitation => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  channel: row.channel,
  byThemselves: row.invitedBy === null,
  invitedAt: row.invitedAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  remindedAt: row.remindedAt?.toISOString() ?? null,
})

/** What a calendar shows of a session is another thing now. */
const looksOther = (before: Session, after: Session): boolean => {
  const shown = ({ title, abstract, place, startsAt, endsAt, hosts }: Session) =>
    JSON.stringify([title, abstract, place, startsAt, endsAt, hosts])
  return shown(before) !== shown(after)
}

/** Who is invited to sessions, and the letters that follow from it. */
export const createInvitationsService = (parts: InvitationsParts) => {
  const { db, queue, secret, findSession, accountOf, now } = parts
  const invitations = invitationsRepository(db)

  const requireSession = async (sessionId: string): Promise<Session> => {
    const session = await findSession(sessionId)
    if (!session) throw new AppError('not_found')
    return session
  }

  const write = (transaction: Transaction, invitationId: string, news: InvitationNews) =>
    queue.add(transaction, INVITATION_MAIL_QUEUE, { invitationId, news })

  const macOf = (invitationId: string): string =>
    createHmac('sha256', secret).update(`invitation ${invitationId}`).digest('base64url').slice(0, 22)

  /** The invitation that a link names, if it was made here. */
  const findByToken = async (sessionId: string, token: string): Promise<InvitationRow | undefined> => {
    const [id = '', mac = ''] = token.split('.')
    const right = macOf(id)
    if (mac.length !== right.length || !timingSafeEqual(Buffer.from(mac), Buffer.from(right)))
      return undefined
    const row = await invitations.find(id)
    return row?.sessionId === sessionId ? row : undefined
  }

  const findByAccount = async (sessionId: string, personId: string): Promise<InvitationRow | undefined> => {
    const account = await accountOf(personId)
    // An address that nobody confirmed may be somebody else's.
    return account?.emailVerified ? invitations.findByEmail(sessionId, account.email) : undefined
  }

  /** Who has less than the usual time before the beginning is not written to twice. */
  const remindedFor = ({ startsAt }: Session, at: Date): Date | null =>
    Date.parse(startsAt) - at.getTime() <= REMINDED_BEFORE_MS ? new Date(startsAt) : null

  const list = async (sessionId: string) => ({
    invitations: (await invitations.list(sessionId)).map(present),
  })

  const put = async (
    session: Session,
    rows: readonly Omit<
      Parameters<typeof invitations.put>[0],
      'id' | 'sessionId' | 'invitedAt' | 'remindedFor'
    >[],
  ) => {
    const at = now()
    await db.transaction(async (transaction) => {
      const stored = invitationsRepository(transaction)
      const standing = new Set((await stored.standing(session.id)).map(({ email }) => email))
      for (const row of rows) {
        const { id } = await stored.put({
          ...row,
          id: randomUUID(),
          sessionId: session.id,
          invitedAt: at,
          remindedFor: remindedFor(session, at),
        })
        // Nobody hears of a draft; its letters go out when it is announced.
        if (session.state === 'planned' && !standing.has(row.email)) await write(transaction, id, 'invited')
      }
    })
  }

  return {
    tokenOf: (invitationId: string): string => `${invitationId}.${macOf(invitationId)}`,

    list,

    async invite(sessionId: string, draft: InvitationDraft, principal: Principal) {
      const session = await requireSession(sessionId)
      if (session.state === 'cancelled') throw new AppError('conflict')
      const { role, channel, language } = draft
      const before = await invitations.list(sessionId)
      if (before.length + draft.people.length > MOST_INVITATIONS) throw new AppError('conflict')
      // The same address twice is one person, by the name that came last.
      const people = [...new Map(draft.people.map((one) => [one.email, one])).values()]
      await put(
        session,
        people.map(({ email, name }) => ({
          email,
          name,
          role,
          channel: role === 'interpreter' ? channel : null,
          language,
          invitedBy: principal.id,
        })),
      )
      return list(sessionId)
    },

    async withdraw(sessionId: string, invitationId: string) {
      const session = await requireSession(sessionId)
      const row = await invitations.find(invitationId)
      if (row?.sessionId !== sessionId) throw new AppError('not_found')
      await db.transaction(async (transaction) => {
        const withdrawn = await invitationsRepository(transaction).withdraw(invitationId, now())
        if (withdrawn && session.state === 'planned') await write(transaction, invitationId, 'cancelled')
      })
      return list(sessionId)
    },

    /** Reminds somebody with an account of a session, or no longer; an invitation by others stays. */
    async wish(sessionId: string, on: boolean, principal: Principal): Promise<{ on: boolean }> {
      const session = await requireSession(sessionId)
      const account = await accountOf(principal.id)
      if (!account || session.state !== 'planned') throw new AppError('conflict')
      const known = await invitations.findByEmail(sessionId, account.email)
      const stands = known !== undefined && known.withdrawnAt === null
      if (on && !stands)
        await put(session, [
          {
            email: account.email,
            name: account.name,
            role: 'attendee',
            channel: null,
            language: Locale.safeParse(account.locale).data ?? 'en',
            invitedBy: null,
          },
        ])
      if (!on && stands && known.invitedBy === null) await invitations.withdraw(known.id, now())
      return { on: on || (stands && known.invitedBy !== null) }
    },

    async own(principal: Principal): Promise<{ sessionIds: string[] }> {
      const account = await accountOf(principal.id)
      return {
        sessionIds: account ? await invitations.sessionsOf(account.email, !account.emailVerified) : [],
      }
    },

    /**
     * As what somebody is invited who comes with this link or by their own account; undefined where they are not. A
     * link gives its role to the first who comes by it, and to others entrance only.
     */
    async find(
      sessionId: string,
      principal: Principal,
      token: string | undefined,
    ): Promise<{ role: InvitedRole; channel: SessionLanguage | null } | undefined> {
      const own = await findByAccount(sessionId, principal.id)
      const row = own ?? (token === undefined ? undefined : await findByToken(sessionId, token))
      // Who only wants to be reminded was not invited by anybody.
      if (!row || row.withdrawnAt !== null || row.invitedBy === null) return undefined
      const { role, channel } = row
      const isTheirs = row === own || (await invitations.use(row.id, principal.id)) === principal.id
      return isTheirs ? { role, channel } : { role: 'attendee', channel: null }
    },

    /** Writes to those who are invited where what they know of a session is no longer so. */
    async noteChange(transaction: Transaction, before: Session, after: Session): Promise<void> {
      const wasTold = before.state === 'planned'
      const isTold = after.state === 'planned'
      const news: InvitationNews | undefined =
        wasTold && !isTold
          ? 'cancelled'
          : isTold && !wasTold
            ? before.state === 'draft'
              ? 'invited'
              : 'changed'
            : isTold && looksOther(before, after)
              ? 'changed'
              : undefined
      if (!news) return
      for (const { id } of await invitationsRepository(transaction).standing(after.id))
        await write(transaction, id, news)
    },

    /** Makes the letters for those whose session begins soon; each gets one, whoever calls this and how often. */
    remindDue: (): Promise<void> =>
      db.transaction(async (transaction) => {
        const at = now()
        const due = await invitationsRepository(transaction).takeDue(
          at,
          new Date(at.getTime() + REMINDED_BEFORE_MS),
        )
        for (const id of due) await write(transaction, id, 'reminder')
      }),
  }
}

export type InvitationsService = ReturnType<typeof createInvitationsService>
