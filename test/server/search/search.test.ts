import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'drizzle-orm'
import { completeSearchIndex } from '#server/search/index.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { searchRoutes } from '#shared/protocol/search.ts'
import { buildCompany, buildHall, buildStand } from '../../support/people.ts'
import { buildProduct, twillDraft } from '../../support/products.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { addCompany, addFabric, certificate } from './searched-fair.ts'

describe('search', () => {
  let app: TestApp
  let hallId: string
  let namangan: string

  beforeAll(async () => {
    app = await startTestApp()
    hallId = (await buildHall(app)).hallId
    namangan = await addCompany(app, { name: 'Namangan Twill', city: 'Namangan', country: 'UZ' })
    const ivanovo = await addCompany(app, {
      name: 'Ивановский ситец',
      city: 'Иваново',
      country: 'RU',
      story: { en: 'Prints since 1901.', ru: 'Набивные ткани с 1901 года.' },
    })
    await addCompany(app, { name: 'Fargʻona Ipak', city: 'Fargʻona', country: 'UZ' })
    await buildStand(app, hallId, namangan)
    await addFabric(
      app,
      namangan,
      { en: 'Herringbone tweed', ru: 'Твид «ёлочка»' },
      {
        articleNumber: 'NT-522',
        structure: 'herringbone',
        composition: [{ fibre: 'wool', percent: 100 }],
        weightGsm: 380,
        certificates: [certificate('rws')],
      },
    )
    await addFabric(
      app,
      namangan,
      { en: 'Workwear twill', ru: 'Саржа для спецодежды' },
      { articleNumber: 'NT-310', certificates: [certificate('gots')] },
    )
    await addFabric(
      app,
      ivanovo,
      { en: 'Shirting poplin', ru: 'Сорочечный поплин' },
      {
        articleNumber: 'IV-7',
        structure: 'poplin',
        composition: [
          { fibre: 'cotton', percent: 60 },
          { fibre: 'polyester', percent: 40 },
        ],
        weightGsm: 115,
      },
      { en: 'For shirts that need no iron.', ru: 'Для рубашек, которые не нужно гладить.' },
    )
    await addFabric(
      app,
      ivanovo,
      { en: 'Linen plain weave', ru: 'Льняное полотно' },
      { structure: 'plain', composition: [{ fibre: 'flax', percent: 100 }], weightGsm: 185 },
    )
  })
  afterAll(() => app.stop())

  const products = (query: Record<string, string | number> = {}) =>
    app.call('')(searchRoutes.searchProducts, { query })
  const namesFor = async (text: string) => (await products({ text })).products.map(({ name }) => name.en)
  const exhibitors = (query: Record<string, string> = {}) =>
    app.call('')(searchRoutes.searchExhibitors, { query })

  it.each([
    'herringbone', 'heringbone', 'Herringbon', 'ёлочка', 'елочка', 'твид ёлочка', 'ТВИД', 'tvid', 'tweed', 'твит',
    'yolochka', 'NT-522', 'шерсть', 'sherst', 'шерстяной твид',
  ])('[SE3] finds the herringbone tweed by “%s”', async (text) => {
    expect((await namesFor(text))[0]).toBe('Herringbone tweed')
  }) // prettier-ignore

  it('[SE3] finds Russian words in other cases, and drops those that mean nothing', async () => {
    expect(await namesFor('сорочечного поплина')).toEqual(['Shirting poplin'])
    expect(await namesFor('for shirts')).toEqual(['Shirting poplin'])
    expect(await namesFor('для рубашки')).toEqual(['Shirting poplin'])
  })

  it('[SE2] finds a town in either script', async () => {
    for (const text of ['Namangan', 'Наманган', 'naman'])
      expect((await namesFor(text)).toSorted()).toEqual(['Herringbone tweed', 'Workwear twill'])
    expect((await exhibitors({ text: 'ivanovo' })).exhibitors.map(({ name }) => name)).toEqual([
      'Ивановский ситец',
    ])
    for (const text of ['Фаргона', "Farg'ona", 'fargona'])
      expect((await exhibitors({ text })).exhibitors.map(({ name }) => name)).toEqual(['Fargʻona Ipak'])
  })

  it('puts a match in the name before one elsewhere', async () => {
    const found = await namesFor('twill')
    expect(found[0]).toBe('Workwear twill')
    expect(found).toContain('Herringbone tweed')
  })

  it('finds nothing for what nobody shows, and takes signs for what they are', async () => {
    expect(await products({ text: 'qqqqzzzz' })).toMatchObject({ products: [], counted: { total: 0 } })
    expect((await products({ text: "'; -- & | ! :* \\ «»" })).counted?.total).toBe(4)
    await expect(products({ text: "o'zbek & :* ! <->" })).resolves.toBeDefined()
  })

  it('[SE4] counts each facet by the choices in the others, not by its own', async () => {
    const { counted, products: found } = await products({ fibre: 'wool', country: 'UZ' })
    expect(found.map(({ name }) => name.en)).toEqual(['Herringbone tweed'])
    expect(counted?.total).toBe(1)
    expect(counted?.facets.fibre).toEqual([
      { value: 'cotton', count: 1 },
      { value: 'wool', count: 1 },
    ])
    expect(counted?.facets.country).toEqual([{ value: 'UZ', count: 1 }])
    expect(counted?.facets.structure).toEqual([{ value: 'herringbone', count: 1 }])
    expect(counted?.facets.hall).toEqual([{ value: hallId, count: 1 }])
    expect(counted?.facets.certificate).toEqual([{ value: 'rws', count: 1 }])
  })

  it('[SE4] takes several values of one facet as any of them, and facets together', async () => {
    const names = async (query: Record<string, string | number>) =>
      (await products({ ...query, sort: 'name' })).products.map(({ name }) => name.en)
    expect(await names({ fibre: 'wool,flax' })).toEqual(['Herringbone tweed', 'Linen plain weave'])
    expect(await names({ fibre: 'cotton', structure: 'poplin' })).toEqual(['Shirting poplin'])
    expect(await names({ weightFrom: 115, weightTo: 185 })).toEqual(['Linen plain weave', 'Shirting poplin'])
    expect(await names({ hall: hallId })).toEqual(['Herringbone tweed', 'Workwear twill'])
    await expect(products({ fibre: 'wol' })).rejects.toThrow('bad_request')
  })

  it('names bands of weight by where they begin', async () => {
    expect((await products()).counted?.facets.weight).toEqual([
      { value: '300', count: 2 },
      { value: '100', count: 1 },
      { value: '150', count: 1 },
    ])
  })

  it('sorts by weight and by the name in the reader’s language', async () => {
    const weights = async (sort: string) =>
      (await products({ sort })).products.map(({ weightGsm }) => weightGsm)
    expect(await weights('lightest')).toEqual([115, 185, 340, 380])
    expect(await weights('heaviest')).toEqual([380, 340, 185, 115])
    const inRussian = (await products({ sort: 'name', locale: 'ru' })).products.map(({ name }) => name.ru)
    expect(inRussian).toEqual(inRussian.toSorted((a, b) => a!.localeCompare(b!, 'ru')))
  })

  it('finds exhibitors by what they show, with counts', async () => {
    const { exhibitors: found, counted } = await exhibitors({ text: 'поплин' })
    expect(found.map(({ name }) => name)).toEqual(['Ивановский ситец'])
    expect(found[0]).toMatchObject({ kinds: ['fabric'], products: 2, stands: [] })
    expect(counted?.facets.country).toEqual([{ value: 'RU', count: 1 }])
    const certified = await exhibitors({ certificate: 'gots', hall: hallId })
    expect(certified.exhibitors).toMatchObject([
      { name: 'Namangan Twill', stands: [{ hallId }], certificates: ['gots', 'rws'] },
    ])
  })

  it('[SE5] shows published goods only, from the moment they are published until they are taken back', async () => {
    const { companyId, owner } = await buildCompany(app, 'Osh Selvedge')
    const productId = await buildProduct(app, companyId, { published: false })
    const params = { productId }
    const count = async () => (await products({ text: 'selvedge' })).products.length
    expect(await count()).toBe(0)
    const publish = (published: boolean) =>
      app.call(owner.cookie)(catalogueRoutes.publishProduct, { params, body: { published } })
    await publish(true)
    expect(await count()).toBe(1)
    await app.call(owner.cookie)(catalogueRoutes.saveProduct, {
      params,
      body: { ...twillDraft('Moleskin'), baseRevision: 1 },
    })
    expect(await namesFor('moleskin')).toEqual(['Moleskin'])
    const {
      id: _,
      slug: __,
      ...profile
    } = (await app.call('')(catalogueRoutes.getCompany, { params: { companyId } })).company
    await app.call(owner.cookie)(catalogueRoutes.saveCompany, {
      params: { companyId },
      body: { ...profile, name: 'Kyrgyz Corduroy' },
    })
    expect(await count()).toBe(0)
    expect(await namesFor('corduroy')).toEqual(['Moleskin'])
    expect((await exhibitors({ text: 'Кыргыз' })).exhibitors).toMatchObject([{ products: 1 }])
    await publish(false)
    expect(await namesFor('corduroy')).toEqual([])
    expect((await exhibitors({ text: 'corduroy' })).exhibitors).toMatchObject([{ products: 0, kinds: [] }])
  })

  it('follows a stand that is given to another company at once', async () => {
    const standId = await buildStand(app, hallId, namangan)
    const other = await addCompany(app, { name: 'Gyumri Knit', city: 'Gyumri', country: 'AM' })
    const inHall = async () => (await exhibitors({ hall: hallId })).exhibitors.map(({ name }) => name)
    expect(await inHall()).toEqual(['Namangan Twill'])
    await app.parts.fair.assignStand(standId, other)
    expect(await inHall()).toEqual(['Gyumri Knit', 'Namangan Twill'])
    expect((await app.call('')(fairRoutes.getStand, { params: { standId } })).company?.id).toBe(other)
  })

  it('[SE6] is made anew where rows are missing or of an older edition', async () => {
    const { db } = app.parts.database
    const before = (await products()).products
    await db.execute(sql`delete from product_search where structure = 'poplin'`)
    await db.execute(sql`update company_search set edition = 0`)
    expect((await products()).products).not.toEqual(before)
    expect(await completeSearchIndex(db)).toBeGreaterThan(0)
    expect((await products()).products).toEqual(before)
    expect(await completeSearchIndex(db)).toBe(0)
  })
})

describe('pages of a search', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp()
    const companyId = await addCompany(app, { name: 'A mill', city: 'Osh', country: 'KG' })
    // Many sort alike, so that pages must part rows by more than what they are sorted by.
    for (let at = 0; at < 60; at++)
      await addFabric(app, companyId, { en: `Twill ${at % 3}` }, { weightGsm: 200 + (at % 2) })
  })
  afterAll(() => app.stop())

  it.each([
    { sort: 'relevance' },
    { sort: 'relevance', text: 'twill' },
    { sort: 'name' },
    { sort: 'lightest' },
    { sort: 'heaviest' },
  ] as const)('[SE7] shows each product once, whatever the order: %o', async (query) => {
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await app.call('')(searchRoutes.searchProducts, {
        query: { ...query, ...(after && { after }) },
      })
      if (after) expect(page.counted).toBeNull()
      else expect(page.counted?.total).toBe(60)
      seen.push(...page.products.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(60)
    expect(new Set(seen).size).toBe(60)
  })

  it('[SE7] goes on from where it was although goods were added before', async () => {
    const search = (after?: string) =>
      app.call('')(searchRoutes.searchProducts, { query: { sort: 'name', ...(after && { after }) } })
    const first = await search()
    const [company] = await app.parts.catalogue.listCompanies()
    await addFabric(app, company!.id, { en: 'A twill before all others' })
    const second = await search(first.next!)
    const ids = new Set(first.products.map(({ id }) => id))
    expect(second.products.some(({ id }) => ids.has(id))).toBe(false)
  })

  it('[SE7] refuses a page of another order, and what no page named', async () => {
    const { next } = await app.call('')(searchRoutes.searchProducts, { query: { sort: 'name' } })
    for (const query of [
      { sort: 'lightest', after: next! } as const,
      { sort: 'name', after: 'xyz' } as const,
    ])
      await expect(app.call('')(searchRoutes.searchProducts, { query })).rejects.toThrow('bad_request')
  })
})
