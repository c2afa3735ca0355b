import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { buildHall } from '../../support/people.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

describe('the page of a hall', () => {
  let app: TestApp
  let hallId: string
  beforeAll(async () => {
    app = await startTestApp()
    hallId = (await buildHall(app)).hallId
  })
  afterAll(() => app.stop())

  const linkOf = async (slug: string) => (await fetch(`${app.url}/halls/${slug}`)).headers.get('link')

  it('names the data that it begins with, and each of them is there', async () => {
    const { halls } = await app.call('')(fairRoutes.getFair, {})
    const slug = halls.find(({ id }) => id === hallId)?.slug ?? ''
    const addresses = [...((await linkOf(slug)) ?? '').matchAll(/<([^>]+)>; rel=preload; as=fetch/g)]
    expect(addresses).toHaveLength(3)
    for (const [, address] of addresses) expect((await fetch(`${app.url}${address}`)).status).toBe(200)
  })

  it('names nothing for a hall that is not there', async () => {
    expect(await linkOf('no-such-hall')).toBeNull()
  })
})
