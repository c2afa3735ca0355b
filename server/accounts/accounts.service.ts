import { createHash, randomBytes } from 'node:crypto'
import { fromNodeHeaders } from 'better-auth/node'
import type { IncomingHttpHeaders } from 'node:http'
import {
  lanyardOf,
  type Principal,
  type PrincipalKind,
  type VisitorLanyard,
} from '#shared/model/principal.ts'
import type { Me } from '#shared/protocol/accounts.ts'
import type { Database } from '../platform/database/database.ts'
import { tell } from '../platform/database/notices.ts'
import { AppError } from '../platform/errors.ts'
import { accountsRepository, type UserRow } from './accounts.repository.ts'
import type { Auth } from './auth.ts'
import { GUEST_COOKIE, newGuest, openGuest, readCookie, sealGuest, type Guest } from './guest-cookie.ts'

interface Membership {
  companyId: string
  slug: string
  name: string
  role: 'owner' | 'admin' | 'member'
}

interface Account {
  user: UserRow
  memberships: Membership[]
}

const companyRole = (role: string | null): Membership['role'] =>
  role === 'owner' || role === 'admin' ? role : 'member'

/** The strongest thing that an account is. */
const kindOf = ({ user, memberships }: Account): PrincipalKind => {
  if (user.suspended) return 'suspended'
  if (user.fairRole !== 'participant') return user.fairRole
  const [first] = memberships
  if (!first) return 'buyer'
  return first.role === 'member' ? 'exhibitorMember' : 'exhibitorAdmin'
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const createAccountsService = (parts: {
  db: Database
  auth: Auth
  secret: string
  secureCookies: boolean
}) => {
  const { db, auth, secret } = parts
  const accounts = accountsRepository(db)

  const findAccount = async (userId: string): Promise<Account | undefined> => {
    const rows = await accounts.findUser(userId)
    const user = rows[0]?.user
    if (!user) return undefined
    const memberships = rows.flatMap(({ companyId, slug, name, role }) =>
      companyId && slug && name ? [{ companyId, slug, name, role: companyRole(role) }] : [],
    )
    return { user, memberships }
  }

  const principalOfAccount = (account: Account): Principal => {
    const companyId = account.memberships[0]?.companyId
    return {
      kind: kindOf(account),
      id: account.user.id,
      name: account.user.name,
      comesAs: account.user.comesAs,
      ...(companyId && { companyId }),
    }
  }

  const hasSessionCookie = (headers: IncomingHttpHeaders) =>
    /fairloom\.session_token=/.test(headers.cookie ?? '')

  const sessionUserId = async (headers: IncomingHttpHeaders): Promise<string | undefined> => {
    if (!hasSessionCookie(headers)) return undefined
    const found = await auth.api.getSession({ headers: fromNodeHeaders(headers) })
    return found?.user.id
  }

  const guestOf = (headers: IncomingHttpHeaders) => {
    const cookie = readCookie(headers.cookie, GUEST_COOKIE)
    return cookie ? openGuest(cookie, secret) : undefined
  }

  const service = {
    /** Who sent these headers: an account, a guest whom we know, or a new guest. */
    async principalOf(headers: IncomingHttpHeaders): Promise<Principal> {
      const userId = await sessionUserId(headers)
      const account = userId && (await findAccount(userId))
      if (account) return principalOfAccount(account)
      const guest = guestOf(headers) ?? newGuest()
      return { ...guest, kind: hasSessionCookie(headers) ? 'expired' : 'guest' }
    },

    /** Addresses of those who have an account. */
    emailsOf: (personIds: readonly string[]) =>
      accounts.emailsOf(personIds.filter((id) => !id.startsWith('guest:'))),

    /** The address and the name of somebody with an account. */
    async accountOf(personId: string) {
      const account = personId.startsWith('guest:') ? undefined : await findAccount(personId)
      return account?.user
    },

    /** The same person's principal as it is now; undefined where the account is gone. */
    async refresh(userId: string): Promise<Principal | undefined> {
      const account = await findAccount(userId)
      return account && principalOfAccount(account)
    },

    async describe(principal: Principal): Promise<Me> {
      const account = principal.id.startsWith('guest:') ? undefined : await findAccount(principal.id)
      return {
        principal,
        lanyard: lanyardOf(principal),
        ...(account && { email: account.user.email }),
        emailVerified: account?.user.emailVerified ?? false,
        memberships: account?.memberships ?? [],
        setupOpen: !(await accounts.hasOrganiser()),
      }
    },

    /** A Set-Cookie value that makes this browser the given guest for a year. */
    guestCookie(guest: Guest): string {
      const secure = parts.secureCookies ? '; Secure' : ''
      const value = encodeURIComponent(sealGuest(guest, secret))
      return `${GUEST_COOKIE}=${value}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`
    },

    knowsGuest: (headers: IncomingHttpHeaders) => guestOf(headers) !== undefined,

    /** What a buyer with an account comes as; their live sockets follow by the notice. */
    async chooseLanyard(principal: Principal, comesAs: VisitorLanyard): Promise<Principal> {
      await db.transaction(async (transaction) => {
        await accountsRepository(transaction).setComesAs(principal.id, comesAs)
        await tell(transaction, { kind: 'session', userId: principal.id })
      })
      return { ...principal, comesAs }
    },

    /** Makes a fresh one-time code if nobody runs this installation yet; the caller prints it. */
    async openSetup(): Promise<string | undefined> {
      if (await accounts.hasOrganiser()) return undefined
      const code = randomBytes(9).toString('base64url')
      await accounts.storeSetupCode(sha256(code))
      return code
    },

    async claimInstallation(principal: Principal, code: string): Promise<Principal> {
      await db.transaction(async (transaction) => {
        const spent = await accountsRepository(transaction).spendSetupCode(sha256(code), principal.id)
        if (!spent) throw new AppError('not_allowed')
        await accountsRepository(transaction).setRole(principal.id, {
          fairRole: 'platformAdmin',
          suspended: false,
        })
        await tell(transaction, { kind: 'session', userId: principal.id })
      })
      return (await service.refresh(principal.id)) ?? principal
    },

    listPeople: (search: string) => accounts.listUsers(search),

    /** Changes a person's role; their live sockets follow by the notice, and a suspended one's sessions end. */
    async setRole(
      by: Principal,
      userId: string,
      change: { fairRole: UserRow['fairRole']; suspended: boolean },
    ) {
      if (by.id === userId) throw new AppError('not_allowed')
      return db.transaction(async (transaction) => {
        const current = (await accountsRepository(transaction).findUser(userId))[0]?.user
        if (!current) throw new AppError('not_found')
        if (current.fairRole === 'platformAdmin' && by.kind !== 'platformAdmin')
          throw new AppError('not_allowed')
        const row = await accountsRepository(transaction).setRole(userId, change)
        await tell(transaction, { kind: 'session', userId })
        if (!row) throw new AppError('not_found')
        return row
      })
    },
  }
  return service
}

export type AccountsService = ReturnType<typeof createAccountsService>
