import { randomUUID } from 'node:crypto'
import { access, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from '@playwright/test'
import { Upload } from 'tus-js-client'
import { buildModel, demoFair } from '#assets/demo-fair.ts'
import type { FairDraft } from '#shared/protocol/fair.ts'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { assetRoutes, UPLOAD_PATH } from '#shared/protocol/assets.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { call } from '../support/rest-client.ts'
import { theFair } from './start-fair.ts'

const PASSWORD = 'warp and weft and warp'

/** Signs up by REST; the browser later signs in with the same. */
export const signUp = async (name: string) => {
  const { url } = theFair()
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

export type Person = Awaited<ReturnType<typeof signUp>>

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

const demoProduct = (slug: string) => {
  const product = demoFair().products.find((candidate) => candidate.slug === slug)
  if (!product) throw new Error(`the demo has no ${slug}`)
  return product
}

/** An unpublished draft with the data of one of the demo's products: a denim, unless told otherwise. */
export const createProduct = (exhibitor: Person, companyId: string, name: string, slug = 'denim-rigid') =>
  exhibitor.call(catalogueRoutes.createProduct, {
    params: { companyId },
    body: {
      id: randomUUID(),
      name: { en: name },
      summary: { en: 'Rope-dyed, unwashed.' },
      spec: demoProduct(slug).spec,
    },
  })

/** The same, seen by visitors. */
export const publishProduct = async (...[exhibitor, ...draft]: Parameters<typeof createProduct>) => {
  const { id: productId } = await createProduct(exhibitor, ...draft)
  return exhibitor.call(catalogueRoutes.publishProduct, { params: { productId }, body: { published: true } })
}

const send = (exhibitor: Person, productId: string, fileName: string, bytes: Uint8Array) =>
  new Promise<void>((resolve, reject) =>
    new Upload(Buffer.from(bytes), {
      endpoint: `${theFair().url}${UPLOAD_PATH}`,
      headers: { cookie: exhibitor.cookie },
      metadata: { productId, fileName },
      onSuccess: () => resolve(),
      onError: reject,
    }).start(),
  )

/** Uploads a file as a product's model; resolves with how it ended. */
export const uploadFile = async (
  exhibitor: Person,
  productId: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<'ready' | 'failed'> => {
  await send(exhibitor, productId, fileName, bytes)
  const newest = async () => {
    const { versions } = await exhibitor.call(assetRoutes.listAssets, { params: { productId } })
    return versions[0]?.status.state
  }
  await expect.poll(newest, { timeout: 120_000 }).toMatch(/^(ready|failed)$/)
  return (await newest()) === 'ready' ? 'ready' : 'failed'
}

/** The model of one of the demo's products, uploaded and processed. */
export const uploadDemoModel = async (exhibitor: Person, productId: string, slug: string): Promise<void> => {
  expect(await uploadFile(exhibitor, productId, `${slug}.glb`, await buildModel(slug))).toBe('ready')
}

/** Whoever will run the fair: has claimed the installation and founded nothing yet. */
export const claimInstallation = async (): Promise<Person> => {
  const organiser = await signUp('Elena Organiser')
  await organiser.call(accountRoutes.claimInstallation, { body: { code: theFair().setupCode } })
  return organiser
}

export const nameFair = (organiser: Person, dates: Partial<FairDraft> = {}) =>
  organiser.call(fairRoutes.saveFair, {
    body: {
      name: { en: 'Autumn Cloth Fair', ru: 'Осенняя ярмарка тканей' },
      tagline: { en: 'Cloth from the mills themselves.' },
      opensAt: '2026-11-01T06:00:00.000Z',
      closesAt: '2027-11-01T06:00:00.000Z',
      ...dates,
    },
  })

/** A hall with one aisle and a stand of 18 m² on it, which nobody has yet. */
export const buildHall = async (organiser: Person) => {
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
  return { hall, stand: await buildStand(organiser, hall.id, 'B7', 0) }
}

/** A stand of 6 x 3 m at the hall's aisle, `xM` from its middle. */
export const buildStand = (organiser: Person, hallId: string, number: string, xM: number) =>
  organiser.call(fairRoutes.createStand, {
    params: { hallId },
    body: {
      number,
      place: { xM, zM: -3, widthM: 6, depthM: 3, shape: 'row', areaM2: 18, headingDeg: 0 },
    },
  })

/** Gives the stand to a company, whose goods then hang on its rail. */
export const furnishStand = async (
  { organiser, exhibitor, stand, company }: Pick<SmallFair, 'organiser' | 'exhibitor' | 'stand' | 'company'>,
  products: readonly { id: string }[],
) => {
  const params = { standId: stand.id }
  await organiser.call(fairRoutes.assignStand, { params, body: { companyId: company.id } })
  const rail = { id: 'rail', kind: 'headerRail', xM: 0, zM: -0.9, turnDeg: 0 } as const
  await exhibitor.call(fairRoutes.saveLayout, {
    params,
    body: { baseVersion: 0, layout: { slots: [{ ...rail, productIds: products.map(({ id }) => id) }] } },
  })
}

/** A fair with one hall and one stand, and a company to have it. */
export const foundFair = async () => {
  const organiser = await claimInstallation()
  await nameFair(organiser)
  const exhibitor = await signUp('Nargiza Exhibitor')
  return {
    organiser,
    exhibitor,
    ...(await buildHall(organiser)),
    company: await foundCompany(exhibitor, 'Chust Twills'),
  }
}

export type SmallFair = Awaited<ReturnType<typeof foundFair>>

/** Some of the demo's goods, published and with their models, on the fair's stand; in the order of their slugs. */
export const showGoods = async (fair: SmallFair, slugs: readonly string[]) => {
  const products: Awaited<ReturnType<typeof publishProduct>>[] = []
  for (const slug of slugs) {
    const product = await publishProduct(fair.exhibitor, fair.company.id, demoProduct(slug).name.en, slug)
    await uploadDemoModel(fair.exhibitor, product.id, slug)
    products.push(product)
  }
  await furnishStand(fair, products)
  return products
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
