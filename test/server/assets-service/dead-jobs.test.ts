import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { workOnAssets } from '#server/assets/index.ts'
import { assetRoutes } from '#shared/protocol/assets.ts'
import { buildCompany } from '../../support/people.ts'
import { buildProduct } from '../../support/products.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

// How a worker that was killed in the last try leaves its job: taken, and silent for long.
const KILLED_IN_ITS_LAST_TRY = `
  update queue.job set state = 'active', retry_count = retry_limit,
    started_on = now() - interval '1 minute', heartbeat_on = now() - interval '1 minute'
  where name = 'asset'`

describe('a job that fails for good without saying why', () => {
  let app: TestApp
  let cookie: string
  let companyId: string
  let productId: string
  let runs = 0
  beforeAll(async () => {
    app = await startTestApp()
    const company = await buildCompany(app)
    companyId = company.companyId
    cookie = company.owner.cookie
    productId = await buildProduct(app, companyId)
  })
  afterAll(() => app.stop())

  const accepted = async () => {
    const id = crypto.randomUUID()
    const file = path.join(app.dataDir, id)
    await writeFile(file, `model ${id}`)
    await app.parts.assets.accept({ id, productId, companyId, fileName: 'cloth.glb', uploadedBy: null }, file)
    return id
  }
  const untilFailed = (id: string) =>
    vi.waitFor(
      async () =>
        expect(await app.parts.assets.status(id)).toMatchObject({
          state: 'failed',
          failure: { code: 'not_finished' },
        }),
      { timeout: 25_000, interval: 50 },
    )

  it('ends its version as failed, and the owner may try again', async () => {
    const id = await accepted()
    await app.parts.database.pool.query(KILLED_IN_ITS_LAST_TRY)
    const boss = new PgBoss({ connectionString: app.databaseUrl, schema: 'queue', supervise: false, max: 2 })
    await boss.start()
    await boss.supervise('asset')
    await boss.stop()
    await workOnAssets(app.parts, () => {
      runs++
      return Promise.reject(new Error('the pipeline is broken'))
    })
    await untilFailed(id)
    expect(runs).toBe(0)

    // Each of the next three tries throws what is no finding about the file.
    await app.call(cookie)(assetRoutes.retryAsset, { params: { productId, assetId: id } })
    await untilFailed(id)
    expect(runs).toBe(3)
  })

  it('changes nothing about a version that is done', async () => {
    const id = await accepted()
    const done = JSON.stringify({ state: 'ready', report: {} })
    await app.parts.database.pool.query('update asset_version set status = $1 where id = $2', [done, id])
    await app.parts.assets.giveUp(id)
    expect((await app.parts.assets.status(id))?.state).toBe('ready')
  })
})
