import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StandLayout } from '#shared/model/fair.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { fairFacts, fairRoutes } from '#shared/protocol/fair.ts'
import { buildCompany, buildHall, buildStand, signUp } from '../../support/people.ts'
import { buildProduct, twillDraft } from '../../support/products.ts'
import { nextFact } from '../../support/socket-client.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

describe('a stand and its goods', () => {
  let app: TestApp
  let cookie: string
  let companyId: string
  let hallId: string
  beforeAll(async () => {
    app = await startTestApp()
    hallId = (await buildHall(app)).hallId
    const company = await buildCompany(app)
    companyId = company.companyId
    cookie = company.owner.cookie
  })
  afterAll(() => app.stop())

  const table = (productIds: string[], xM = 0): StandLayout => ({
    slots: [{ id: 'table-1', kind: 'table', xM, zM: 0, turnDeg: 0, productIds }],
  })
  const save = (standId: string, baseVersion: number, layout: StandLayout) =>
    app.call(cookie)(fairRoutes.saveLayout, { params: { standId }, body: { baseVersion, layout } })

  it('keeps layouts as versions, refuses one made from an older one, and goes back', async () => {
    const standId = await buildStand(app, hallId, companyId)
    const productId = await buildProduct(app, companyId)
    expect(await save(standId, 0, table([productId]))).toEqual({ version: 1 })
    await expect(save(standId, 0, table([]))).rejects.toThrow('version_conflict')
    expect(await save(standId, 1, { slots: [] })).toEqual({ version: 2 })
    await app.call(cookie)(fairRoutes.restoreLayout, { params: { standId, version: 1 } })
    const stand = await app.call('')(fairRoutes.getStand, { params: { standId } })
    expect(stand).toMatchObject({ layoutVersion: 3, layout: table([productId]) })
  })

  it('refuses furniture off the floor and goods of another company', async () => {
    const standId = await buildStand(app, hallId, companyId)
    await expect(save(standId, 0, table([], 3.1))).rejects.toThrow('bad_request')
    const foreign = await buildProduct(app, (await buildCompany(app, 'Foreign')).companyId)
    await expect(save(standId, 0, table([foreign]))).rejects.toThrow('bad_request')
  })

  it('hides a draft from others, and tells everyone when it is published', async () => {
    const standId = await buildStand(app, hallId, companyId)
    const productId = await buildProduct(app, companyId, { published: false })
    await save(standId, 0, table([productId]))
    const params = { productId }
    await expect(app.call('')(catalogueRoutes.getProduct, { params })).rejects.toThrow('not_found')
    expect((await app.call('')(fairRoutes.getStand, { params: { standId } })).products).toEqual([])
    const socket = await app.connect('')
    const told = nextFact(socket, fairFacts.standChanged)
    await app.call(cookie)(catalogueRoutes.publishProduct, { params, body: { published: true } })
    expect(await told).toEqual({ standId, hallId })
    expect((await app.call('')(fairRoutes.getStand, { params: { standId } })).products).toHaveLength(1)
  })

  it('makes one product of the same draft sent twice, and refuses a save from an old revision', async () => {
    const id = crypto.randomUUID()
    const create = () =>
      app.call(cookie)(catalogueRoutes.createProduct, {
        params: { companyId },
        body: { ...twillDraft(), id },
      })
    expect(await create()).toEqual(await create())
    const edit = () =>
      app.call(cookie)(catalogueRoutes.saveProduct, {
        params: { productId: id },
        body: { ...twillDraft('Other'), baseRevision: 1 },
      })
    expect(await edit()).toMatchObject({ revision: 2 })
    await expect(edit()).rejects.toThrow('version_conflict')
  })

  it('refuses a company’s taken address, and a stand upon another', async () => {
    const { slug, ...profile } = (await app.call('')(catalogueRoutes.getCompany, { params: { companyId } }))
      .company
    const { id: _, ...body } = { ...profile, slug }
    const founder = await signUp(app)
    await expect(app.call(founder.cookie)(catalogueRoutes.createCompany, { body })).rejects.toThrow(
      'slug_taken',
    )
    await buildStand(app, hallId, companyId)
    const place = { xM: 1, zM: 1, widthM: 3, depthM: 3, shape: 'row', areaM2: 9, headingDeg: 0 } as const
    await expect(app.parts.fair.createStand(hallId, 'Z1', place)).rejects.toThrow('conflict')
  })
  it('keeps the areas of a hall, inside it, and refuses a stand upon one', async () => {
    const stage = {
      kind: 'stage',
      name: 'Stage',
      xM: 0,
      zM: -8,
      widthM: 8,
      depthM: 4,
      headingDeg: 0,
    } as const
    const hall = {
      slug: 'hall-with-stage',
      name: 'Hall with a stage',
      widthM: 20,
      depthM: 20,
      entrance: { xM: 0, zM: 9, headingDeg: 0 },
      aisles: [],
    }
    const made = await app.parts.fair.createHall({ ...hall, areas: [stage] })
    const { hall: read } = await app.call('')(fairRoutes.getHall, { params: { hallId: made.id } })
    expect(read.areas).toEqual([stage])
    const place = { xM: 4, zM: -7, widthM: 3, depthM: 3, shape: 'row', areaM2: 9, headingDeg: 0 } as const
    await expect(app.parts.fair.createStand(made.id, 'S1', place)).rejects.toThrow('bad_request')
    const outside = { ...hall, slug: 'too-wide', areas: [{ ...stage, xM: 9 }] }
    await expect(app.parts.fair.createHall(outside)).rejects.toThrow('bad_request')
  })
})
