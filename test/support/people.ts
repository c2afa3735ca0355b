import { randomUUID } from 'node:crypto'
import type { Door, StandLayout } from '#shared/model/fair.ts'
import type { VisitorLanyard } from '#shared/model/principal.ts'
import { accountsRepository } from '#server/accounts/index.ts'
import { fairRepository } from '#server/fair/index.ts'
import { catalogueRepository } from '#server/catalogue/index.ts'
import { sealGuest } from '#server/accounts/guest-cookie.ts'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { TestApp } from './test-app.ts'

export const PASSWORD = 'correct horse battery'

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Signs up a person, from the browser of the guest whose cookie is given; `cookie` is their session. */
export const signUp = async ({ url }: TestApp, name = 'Aigul Serikova', guestCookie = '') => {
  const email = `${randomUUID()}@example.test`
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', origin: 'http://fair.test', cookie: guestCookie },
    body: JSON.stringify({ email, name, password: PASSWORD }),
  })
  if (!response.ok) throw new Error(`sign-up answered ${response.status}: ${await response.text()}`)
  const { user } = (await response.json()) as { user: { id: string } }
  return { userId: user.id, name, email, cookie: cookiesOf(response) }
}

/** A guest of this name. */
export const guest = async (app: TestApp, name = 'Guest', comesAs: VisitorLanyard = 'visitor') => {
  const secret = (await readFile(path.join(app.dataDir, 'app.secret'), 'utf8')).trim()
  const id = `guest:${randomUUID()}`
  return {
    id,
    name,
    cookie: `fairloom.guest=${encodeURIComponent(sealGuest({ id, name, comesAs }, secret))}`,
  }
}

export const buildHall = async (app: TestApp) => {
  const fair = fairRepository(app.parts.database.db)
  const fairId = randomUUID()
  const hallId = randomUUID()
  const text = { en: 'Test fair' }
  await fair.insertFair({
    id: fairId,
    slug: `fair-${fairId.slice(0, 8)}`,
    name: text,
    tagline: text,
    opensAt: new Date('2026-11-01T06:00:00Z'),
    closesAt: new Date('2026-11-30T16:00:00Z'),
  })
  await fair.insertHall(fairId, {
    id: hallId,
    slug: 'hall-1',
    name: 'Hall 1',
    widthM: 40,
    depthM: 26,
    entrance: { xM: 0, zM: 12, headingDeg: 0 },
    aisles: [],
    areas: [],
  })
  return { fairId, hallId }
}

/** A company with its owner. */
export const buildCompany = async (app: TestApp, name = 'Namangan Twill') => {
  const owner = await signUp(app, `Owner of ${name}`)
  const companyId = randomUUID()
  const accounts = accountsRepository(app.parts.database.db)
  await accounts.insertCompany({ id: companyId, slug: `company-${companyId.slice(0, 8)}`, name })
  await accounts.addMember(companyId, owner.userId, 'owner')
  await catalogueRepository(app.parts.database.db).saveProfile({
    companyId,
    country: 'UZ',
    city: 'Namangan',
    address: '',
    website: '',
    languages: ['uz', 'ru'],
    founded: 1974,
    story: { en: 'A mill.' },
  })
  return { companyId, owner }
}

let standCount = 0

export const buildStand = async (
  app: TestApp,
  hallId: string,
  companyId: string,
  overrides: { door?: Door; layout?: StandLayout } = {},
) => {
  const standId = randomUUID()
  standCount += 1
  const fair = fairRepository(app.parts.database.db)
  await fair.insertStand({
    id: standId,
    hallId,
    slug: `s${standCount}-${standId.slice(0, 8)}`,
    number: `S${standCount}`,
    place: { xM: 0, zM: 0, widthM: 6, depthM: 3, shape: 'row', areaM2: 18, headingDeg: 0 },
    companyId,
    door: overrides.door ?? 'open',
  })
  if (overrides.layout) await fair.saveLayout(standId, 0, overrides.layout, null)
  return standId
}
