import { randomBytes } from 'node:crypto'
import type { DemoFair, DemoPerson } from '#assets/demo-fair.ts'
import { accountsRepository } from '../accounts/index.ts'
import { catalogueRepository } from '../catalogue/index.ts'
import { favouritesRepository } from '../favourites/index.ts'
import { fairRepository } from '../fair/index.ts'
import { programmeRepository } from '../programme/index.ts'
import type { Parts } from '../parts.ts'
import { systemClock } from '../platform/clock.ts'
import type { Transaction } from '../platform/database/database.ts'
import { demoId } from './demo-id.ts'
import { demoCache, giveOutCached, planJobs } from './demo-models.ts'
import { DEMO_QUEUE } from './demo-queue.ts'

const DAY_MS = 86_400_000
/** Favourites are picked among so many of the first products. */
const FAVOURITES_AMONG = 120

/** Makes an account whose address counts as confirmed: nobody reads the demo's mail. */
const createPerson = async ({ auth, database }: Parts, person: DemoPerson) => {
  const password = randomBytes(9).toString('base64url')
  const { email, name, locale } = person
  const { internalAdapter, password: hasher } = await auth.$context
  const user = await internalAdapter.createUser(
    { email, name, locale, emailVerified: true },
    { method: 'email-password' },
  )
  const hash = await hasher.hash(password)
  await internalAdapter.linkAccount({
    userId: user.id,
    accountId: user.id,
    providerId: 'credential',
    password: hash,
  })
  if (person.role === 'organiser' || person.role === 'host')
    await accountsRepository(database.db).setRole(user.id, { fairRole: person.role, suspended: false })
  return { person, userId: user.id, password }
}

type Staff = { person: DemoPerson; userId: string }

const storeCompanies = async (transaction: Transaction, demo: DemoFair, people: readonly Staff[]) => {
  const accounts = accountsRepository(transaction)
  const catalogue = catalogueRepository(transaction)
  for (const { slug, name, trade: _, certificates: __, ...profile } of demo.companies) {
    const companyId = demoId('company', slug)
    await accounts.insertCompany({ id: companyId, slug, name })
    for (const { person, userId } of people)
      if (person.companySlug === slug)
        await accounts.addMember(companyId, userId, person.role === 'owner' ? 'owner' : 'member')
    await catalogue.saveProfile({ companyId, ...profile })
  }
  for (const { slug, companySlug, name, summary, spec } of demo.products) {
    const id = demoId('product', slug)
    await catalogue.insertProduct({
      id,
      companyId: demoId('company', companySlug),
      slug,
      name,
      summary,
      spec,
    })
    await catalogue.setPublished(id, true)
  }
}

const storeHalls = async (transaction: Transaction, demo: DemoFair) => {
  const fair = fairRepository(transaction)
  const fairId = demoId('fair', demo.fair.slug)
  const { opensAt, closesAt, utcOffset: _, ...head } = demo.fair
  await fair.insertFair({ id: fairId, ...head, opensAt: new Date(opensAt), closesAt: new Date(closesAt) })
  for (const hall of demo.halls) await fair.insertHall(fairId, { id: demoId('hall', hall.slug), ...hall })
  for (const { companySlug, hallSlug, slots, ...stand } of demo.stands) {
    const id = demoId('stand', stand.slug)
    const ids = { id, hallId: demoId('hall', hallSlug), companyId: demoId('company', companySlug) }
    await fair.insertStand({ ...ids, ...stand })
    const layout = {
      slots: slots.map(({ productSlugs, ...slot }) => ({
        ...slot,
        productIds: productSlugs.map((product) => demoId('product', product)),
      })),
    }
    await fair.saveLayout(id, 0, layout, null)
  }
}

/** What the demo's visitors keep: every seventh product or so, each their own. */
const storeFavourites = async (transaction: Transaction, demo: DemoFair, people: readonly Staff[]) => {
  const favourites = favouritesRepository(transaction)
  const visitors = people.filter(({ person }) => person.role === 'buyer')
  for (const [at, { userId }] of visitors.entries())
    for (const [index, { slug }] of demo.products.slice(0, FAVOURITES_AMONG).entries())
      if ((index + at * 3) % 7 === 0) await favourites.keep(userId, demoId('product', slug))
}

/** Stores the programme, its days counted from `today`. */
const storeSessions = async (transaction: Transaction, demo: DemoFair, today: Date) => {
  const programme = programmeRepository(transaction)
  const { timeZone, utcOffset, slug: fairSlug } = demo.fair
  // The Swedish way of writing a date is ISO 8601.
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(today)
  for (const { slug, day, from, minutes, place, hosts, ...session } of demo.sessions) {
    const begin = Date.parse(`${date}T${from}:00${utcOffset}`) + day * DAY_MS
    const stand = place.kind === 'stand' ? demo.stands.find((one) => one.slug === place.standSlug) : undefined
    const hallSlug = place.kind === 'area' ? place.hallSlug : stand?.hallSlug
    if (hallSlug === undefined) throw new Error(`the session ${slug} has no place`)
    const people = hosts.map((mailbox) => {
      const person = demo.people.find(({ email }) => email.startsWith(`${mailbox}@`))
      if (!person) throw new Error(`the session ${slug} names ${mailbox}, who isn't there`)
      const { name, title, companySlug } = person
      return { name, title, ...(companySlug !== undefined && { companyId: demoId('company', companySlug) }) }
    })
    await programme.insert({
      ...session,
      id: demoId('session', slug),
      fairId: demoId('fair', fairSlug),
      hosts: people,
      hallId: demoId('hall', hallSlug),
      standId: stand ? demoId('stand', stand.slug) : null,
      area: place.kind === 'area' ? place.area : null,
      startsAt: new Date(begin),
      endsAt: new Date(begin + minutes * 60_000),
      state: 'planned',
    })
  }
}

export interface SignIn {
  role: DemoPerson['role']
  email: string
  password: string
}

/** The sign-ins for people to read, a line each. */
export const signInTable = (signIns: SignIn[]) =>
  [
    '\n  Sign-ins of the demo fair; the passwords are shown only this once:',
    ...signIns.map(({ role, email, password }) => `    ${role.padEnd(10)} ${email.padEnd(36)} ${password}`),
  ].join('\n')

export interface DemoMade {
  /** The passwords are known only now. */
  signIns: SignIn[]
  /** Models that the cache had, and those that follow as jobs. */
  models: { ready: number; waiting: number }
}

/**
 * Makes the demo fair on an installation that has no fair yet, in one transaction together with a job for each model
 * that the cache does not have. Ids follow from what things are; only passwords differ from time to time. Undefined
 * where there is a fair already.
 */
export const makeDemoFair = async (parts: Parts, demo: DemoFair): Promise<DemoMade | undefined> => {
  const { database, queue } = parts
  if (await fairRepository(database.db).findFair()) return undefined
  const cache = await demoCache(parts)
  const { cached, missing } = await planJobs(demo, cache)
  const people: (Staff & { password: string })[] = []
  for (const person of demo.people) people.push(await createPerson(parts, person))
  await database.db.transaction(async (transaction) => {
    await storeCompanies(transaction, demo, people)
    await storeHalls(transaction, demo)
    await storeFavourites(transaction, demo, people)
    await storeSessions(transaction, demo, new Date(systemClock.now()))
    // Given out below at once; the job is there for the case that this process ends before.
    if (cached.length > 0) await queue.add(transaction, DEMO_QUEUE, { models: cached }, missing.length + 1)
    for (const [at, model] of missing.entries())
      await queue.add(transaction, DEMO_QUEUE, { models: [model] }, missing.length - at)
  })
  await giveOutCached(parts, cache, cached)
  return {
    signIns: people.map(({ person, password }) => ({ role: person.role, email: person.email, password })),
    models: { ready: cached.length, waiting: missing.length },
  }
}
