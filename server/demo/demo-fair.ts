import { randomBytes, randomUUID } from 'node:crypto'
import type { DemoFair, DemoPerson } from '#assets/fair/demo-fair.types.ts'
import { accountsRepository } from '../accounts/index.ts'
import { catalogueRepository } from '../catalogue/index.ts'
import { fairRepository } from '../fair/index.ts'
import type { Parts } from '../parts.ts'
import { DEMO_QUEUE } from './demo-queue.ts'

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

/** Stores companies, goods, halls and stands in one transaction, and a job for each model. */
const store = async (
  { database, queue }: Parts,
  demo: DemoFair,
  people: { person: DemoPerson; userId: string }[],
) => {
  const companyIds = new Map(demo.companies.map(({ slug }) => [slug, randomUUID()]))
  const productIds = new Map(demo.products.map(({ slug }) => [slug, randomUUID()]))
  const idOf = (ids: Map<string, string>, slug: string) => {
    const id = ids.get(slug)
    if (!id) throw new Error(`the demo fair names ${slug}, which isn't there`)
    return id
  }

  await database.db.transaction(async (transaction) => {
    const accounts = accountsRepository(transaction)
    const catalogue = catalogueRepository(transaction)
    const fair = fairRepository(transaction)
    for (const { slug, name, country, city, address, website, languages, founded, story } of demo.companies) {
      const id = idOf(companyIds, slug)
      const staff = people.filter(({ person }) => person.companySlug === slug)
      await accounts.insertCompany({ id, slug, name })
      for (const { person, userId } of staff)
        await accounts.addMember(id, userId, person.role === 'owner' ? 'owner' : 'member')
      await catalogue.saveProfile({
        companyId: id,
        country,
        city,
        address,
        website,
        languages,
        founded,
        story,
      })
    }
    for (const { slug, companySlug, name, summary, spec } of demo.products) {
      const id = idOf(productIds, slug)
      await catalogue.insertProduct({
        id,
        companyId: idOf(companyIds, companySlug),
        slug,
        name,
        summary,
        spec,
      })
      await catalogue.setPublished(id, true)
      await queue.add(transaction, DEMO_QUEUE, { productId: id, slug })
    }
    const fairId = randomUUID()
    await fair.insertFair({
      id: fairId,
      slug: demo.fair.slug,
      name: demo.fair.name,
      tagline: demo.fair.tagline,
      opensAt: new Date(demo.fair.opensAt),
      closesAt: new Date(demo.fair.closesAt),
    })
    const hallId = randomUUID()
    await fair.insertHall(fairId, { id: hallId, ...demo.hall })
    for (const { companySlug, slots, ...stand } of demo.stands) {
      const id = randomUUID()
      await fair.insertStand({ id, hallId, companyId: idOf(companyIds, companySlug), ...stand })
      const layout = {
        slots: slots.map(({ productSlugs, ...slot }) => ({
          ...slot,
          productIds: productSlugs.map((product) => idOf(productIds, product)),
        })),
      }
      await fair.saveLayout(id, 0, layout, null)
    }
  })
}

export interface SignIn {
  role: DemoPerson['role']
  email: string
  password: string
}

/**
 * Makes the demo fair on an installation that has no fair yet; models follow as jobs of the worker.
 * Returns the sign-ins, whose passwords are known only now, or undefined where there is a fair already.
 */
export const makeDemoFair = async (parts: Parts, demo: DemoFair): Promise<SignIn[] | undefined> => {
  if (await fairRepository(parts.database.db).findFair()) return undefined
  const people = []
  for (const person of demo.people) people.push(await createPerson(parts, person))
  await store(parts, demo, people)
  return people.map(({ person, password }) => ({ role: person.role, email: person.email, password }))
}
