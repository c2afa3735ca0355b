import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { favouriteRoutes } from '#shared/protocol/favourites.ts'
import { buildCompany, guest, PASSWORD, signUp } from '../../support/people.ts'
import { buildProduct } from '../../support/products.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

describe('favourites', () => {
  let app: TestApp
  let owner: Awaited<ReturnType<typeof buildCompany>>['owner']
  let productIds: string[]
  beforeAll(async () => {
    app = await startTestApp()
    const company = await buildCompany(app)
    owner = company.owner
    productIds = [await buildProduct(app, company.companyId), await buildProduct(app, company.companyId)]
  })
  afterAll(() => app.stop())

  const set = (cookie: string, productId: string, kept: boolean) =>
    app.call(cookie)(favouriteRoutes.setFavourite, { params: { productId }, body: { kept } })
  const list = async (cookie: string) =>
    (await app.call(cookie)(favouriteRoutes.listFavourites, {})).favourites

  it('[FV1] keeps a product once, however often and at once it is asked', async () => {
    const { cookie } = await guest(app)
    await Promise.all(Array.from({ length: 12 }, () => set(cookie, productIds[0]!, true)))
    expect(await list(cookie)).toMatchObject([{ id: productIds[0], articleNumber: 'NT-310' }])
    await Promise.all(Array.from({ length: 12 }, () => set(cookie, productIds[0]!, false)))
    expect(await list(cookie)).toEqual([])
  })

  it('[FV1] shows to each their own, newest first', async () => {
    const [one, other] = [await guest(app), await signUp(app)]
    await set(one.cookie, productIds[0]!, true)
    await set(one.cookie, productIds[1]!, true)
    await set(other.cookie, productIds[0]!, true)
    expect((await list(one.cookie)).map(({ id }) => id)).toEqual([productIds[1], productIds[0]])
    expect((await list(other.cookie)).map(({ id }) => id)).toEqual([productIds[0]])
  })

  it('[FV2] refuses what visitors don’t see, and hides what was taken back until it is shown again', async () => {
    const { cookie } = await guest(app)
    await expect(set(cookie, randomUUID(), true)).rejects.toThrow('not_found')
    const productId = productIds[0]!
    await set(cookie, productId, true)
    const publish = (published: boolean) =>
      app.call(owner.cookie)(catalogueRoutes.publishProduct, { params: { productId }, body: { published } })
    await publish(false)
    expect(await list(cookie)).toEqual([])
    await expect(set(owner.cookie, productId, true)).rejects.toThrow('not_found')
    await expect(set(cookie, randomUUID(), false)).resolves.toEqual({ kept: false })
    await publish(true)
    expect(await list(cookie)).toHaveLength(1)
  })

  it('[FV3] go with a guest who signs in, without doubling what the account keeps already', async () => {
    const person = await signUp(app)
    await set(person.cookie, productIds[0]!, true)
    const visitor = await guest(app)
    await set(visitor.cookie, productIds[0]!, true)
    await set(visitor.cookie, productIds[1]!, true)
    const response = await fetch(`${app.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', origin: 'http://fair.test', cookie: visitor.cookie },
      body: JSON.stringify({ email: person.email, password: PASSWORD }),
    })
    expect(response.ok).toBe(true)
    expect((await list(person.cookie)).map(({ id }) => id).toSorted()).toEqual(productIds.toSorted())
    expect(await list(visitor.cookie)).toEqual([])
  })
})
