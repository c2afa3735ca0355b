import { randomUUID } from 'node:crypto'
import { access, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildModel, demoFair } from '#assets/demo-fair.ts'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { call } from '../support/rest-client.ts'

export const fairUrl = (): string => process.env['FAIR_URL'] ?? ''

const PASSWORD = 'warp and weft and warp'

/** Signs up by REST; the browser later signs in with the same. */
export const signUp = async (name: string) => {
  const url = fairUrl()
  const email = `${randomUUID()}@example.test`
  const response = await fetch(`${url}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', origin: url },
    body: JSON.stringify({ email, name, password: PASSWORD }),
  })
  if (!response.ok) throw new Error(`sign-up: ${response.status} ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return { name, email, password: PASSWORD, cookie, call: call(url, cookie) }
}

type Person = Awaited<ReturnType<typeof signUp>>

/** A company of this name, whose owner is `exhibitor`. */
export const foundCompany = (exhibitor: Person, name: string) =>
  exhibitor.call(catalogueRoutes.createCompany, {
    body: {
      slug: name.toLowerCase().replaceAll(' ', '-'),
      name,
      country: 'UZ',
      city: 'Chust',
      address: '',
      website: '',
      languages: ['uz', 'ru', 'en'],
      founded: 1968,
      story: { en: 'A mill that weaves twills.' },
    },
  })

/** A denim as an unpublished draft. */
const createProduct = (exhibitor: Person, companyId: string, name: string) => {
  const spec = demoFair().products.find(({ slug }) => slug === 'denim-rigid')?.spec
  if (!spec) throw new Error('the demo has no denim')
  return exhibitor.call(catalogueRoutes.createProduct, {
    params: { companyId },
    body: { id: randomUUID(), name: { en: name }, summary: { en: 'Rope-dyed, unwashed.' }, spec },
  })
}

/** A denim that visitors see. */
export const publishProduct = async (exhibitor: Person, companyId: string, name: string) => {
  const { id: productId } = await createProduct(exhibitor, companyId, name)
  return exhibitor.call(catalogueRoutes.publishProduct, { params: { productId }, body: { published: true } })
}

/** A fair with one hall and one stand of a company whose owner is `exhibitor`, with one product on it. */
export const foundFair = async () => {
  const organiser = await signUp('Elena Organiser')
  await organiser.call(accountRoutes.claimInstallation, {
    body: { code: process.env['FAIR_SETUP_CODE'] ?? '' },
  })
  await organiser.call(fairRoutes.saveFair, {
    body: {
      name: { en: 'Autumn Cloth Fair', ru: 'Осенняя ярмарка тканей' },
      tagline: { en: 'Cloth from the mills themselves.' },
      opensAt: '2026-11-01T06:00:00.000Z',
      closesAt: '2027-11-01T06:00:00.000Z',
    },
  })
  const hall = await organiser.call(fairRoutes.createHall, {
    body: {
      slug: 'hall-1',
      name: 'Hall 1',
      widthM: 24,
      depthM: 18,
      entrance: { xM: 0, zM: 7, headingDeg: 0 },
      aisles: [{ name: 'Main aisle', xM: 0, zM: 3, widthM: 24, depthM: 4 }],
    },
  })
  const stand = await organiser.call(fairRoutes.createStand, {
    params: { hallId: hall.id },
    body: {
      number: 'B7',
      place: { xM: 0, zM: -3, widthM: 6, depthM: 3, shape: 'row', areaM2: 18, headingDeg: 0 },
    },
  })
  const exhibitor = await signUp('Nargiza Exhibitor')
  const company = await foundCompany(exhibitor, 'Chust Twills')
  await organiser.call(fairRoutes.assignStand, {
    params: { standId: stand.id },
    body: { companyId: company.id },
  })
  const product = await createProduct(exhibitor, company.id, 'Raw denim 14 oz')
  await exhibitor.call(fairRoutes.saveLayout, {
    params: { standId: stand.id },
    body: {
      baseVersion: 0,
      layout: {
        slots: [{ id: 'rail', kind: 'headerRail', xM: 0, zM: -0.9, turnDeg: 0, productIds: [product.id] }],
      },
    },
  })
  return { organiser, exhibitor, company, hall, stand, product }
}

/** A real model to upload: the corpus' folded cloth where it is there, one of our own otherwise. */
export const modelFile = async (): Promise<string> => {
  const corpus = process.env['FAIRLOOM_CORPUS'] ?? path.resolve('../shared/corpus')
  const cloth = path.join(corpus, 'models', 'cloth-folds.glb')
  const there = await access(cloth).then(
    () => true,
    () => false,
  )
  if (there) return cloth
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'fairloom-model-')), 'denim.glb')
  await writeFile(file, await buildModel('denim-rigid'))
  return file
}
