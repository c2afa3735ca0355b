import { createHash, randomUUID } from 'node:crypto'
import { accountsRepository } from '#server/accounts/index.ts'
import { PRINCIPAL_KINDS, type PrincipalKind } from '#shared/model/principal.ts'
import { buildCompany, buildHall, buildStand, guest, signUp } from '../support/people.ts'
import { buildEnquiry } from '../support/enquiries.ts'
import { buildLiveSession } from '../support/sessions.ts'
import { buildProduct } from '../support/products.ts'
import type { TestApp } from '../support/test-app.ts'
import type { Things } from './samples.ts'

export interface Player {
  kind: PrincipalKind
  userId: string
  cookie: string
  companyId?: string
}

/**
 * One person of every kind, and two companies with a stand and a product each. The suspended one and the one whose
 * session ran out belong to the first company: what they were must not help them.
 */
export const castOf = async (app: TestApp) => {
  const accounts = accountsRepository(app.parts.database.db)
  const { hallId } = await buildHall(app)
  const mine = await buildCompany(app, 'Mine')
  const theirs = await buildCompany(app, 'Theirs')
  const roleless = await signUp(app, 'Somebody')
  const { slug } = (await app.parts.catalogue.findCompanies([theirs.companyId]))[0]!

  const thingsOf = async ({ companyId, owner }: typeof mine, buyer: Player): Promise<Things> => {
    const standId = await buildStand(app, hallId, companyId)
    return {
      hallId,
      companyId,
      standId,
      sessionId: await buildLiveSession(app, standId, owner.cookie),
      productId: await buildProduct(app, companyId),
      enquiryId: (await buildEnquiry(app, companyId, buyer.cookie)).id,
      userId: roleless.userId,
      takenSlug: slug,
      setupCode: 'not yet open',
    }
  }

  const player = async (kind: PrincipalKind): Promise<Player> => {
    if (kind === 'guest') {
      const { id, cookie } = await guest(app)
      return { kind, userId: id, cookie }
    }
    const { userId, cookie } = await signUp(app, kind)
    const inCompany = ['exhibitorMember', 'exhibitorAdmin', 'suspended', 'expired'].includes(kind)
    if (inCompany)
      await accounts.addMember(mine.companyId, userId, kind === 'exhibitorMember' ? 'member' : 'admin')
    if (kind === 'suspended') await accounts.setRole(userId, { fairRole: 'participant', suspended: true })
    if (kind === 'expired') await accounts.dropSessions(userId)
    if (kind === 'host' || kind === 'organiser' || kind === 'platformAdmin')
      await accounts.setRole(userId, { fairRole: kind, suspended: false })
    // Who isn't known by a session has no company either.
    return { kind, userId, cookie, ...(inCompany && kind !== 'expired' && { companyId: mine.companyId }) }
  }

  const players: Player[] = []
  for (const kind of PRINCIPAL_KINDS) players.push(await player(kind))
  const buyer = players.find(({ kind }) => kind === 'buyer')!
  return {
    players,
    things: [await thingsOf(mine, buyer), await thingsOf(theirs, buyer)],
    /** A code with which the installation may be claimed once. */
    async openSetup(things: Things) {
      things.setupCode = randomUUID()
      await accounts.storeSetupCode(createHash('sha256').update(things.setupCode).digest('hex'))
    },
    /** Puts back what an allowed claim of the installation changes. */
    async restore({ kind, userId }: Player) {
      if (kind === 'guest' || kind === 'expired' || kind === 'suspended') return
      const fairRole =
        kind === 'host' || kind === 'organiser' || kind === 'platformAdmin' ? kind : 'participant'
      await accounts.setRole(userId, { fairRole, suspended: false })
    },
  }
}

export type Cast = Awaited<ReturnType<typeof castOf>>
