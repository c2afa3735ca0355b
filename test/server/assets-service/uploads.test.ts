import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AssetFailure } from '#server/assets/steps/asset-failure.ts'
import type { Process } from '#server/assets/index.ts'
import { assetRoutes, UPLOAD_PATH } from '#shared/protocol/assets.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { buildCompany, guest } from '../../support/people.ts'
import { buildProduct } from '../../support/products.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

const TUS = { 'Tus-Resumable': '1.0.0' }
const PIECE = { ...TUS, 'Content-Type': 'application/offset+octet-stream' }
const encoded = (text: string) => Buffer.from(text).toString('base64')
const never = new AbortController().signal

describe('uploads', () => {
  let app: TestApp
  let cookie: string
  let companyId: string
  let productId: string
  let folder: string
  beforeAll(async () => {
    app = await startTestApp({ UPLOAD_MAX_MB: '1' })
    const company = await buildCompany(app)
    companyId = company.companyId
    cookie = company.owner.cookie
    folder = await mkdtemp(path.join(tmpdir(), 'fairloom-variants-'))
  })
  beforeEach(async () => {
    productId = await buildProduct(app, companyId)
  })
  afterAll(async () => {
    await app.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const create = (size: number, metadata: Record<string, string>, as = cookie) =>
    fetch(`${app.url}${UPLOAD_PATH}`, {
      method: 'POST',
      headers: {
        ...TUS,
        cookie: as,
        'Upload-Length': String(size),
        'Upload-Metadata': Object.entries(metadata)
          .map(([name, value]) => `${name} ${encoded(value)}`)
          .join(','),
      },
    })
  const codeOf = async (response: Response) => JSON.parse(await response.text()).error?.code
  const addressOf = (response: Response) => new URL(response.headers.get('location') ?? '', app.url)
  const patch = (url: URL, offset: number, body: string) =>
    fetch(url, { method: 'PATCH', headers: { ...PIECE, cookie, 'Upload-Offset': String(offset) }, body })
  const head = (url: URL, as = cookie) => fetch(url, { method: 'HEAD', headers: { ...TUS, cookie: as } })
  const versions = async () =>
    (await app.call(cookie)(assetRoutes.listAssets, { params: { productId } })).versions

  const uploaded = async (text = `model ${crypto.randomUUID()}`) => {
    const url = addressOf(await create(text.length, { productId, fileName: 'cloth.glb' }))
    expect((await patch(url, 0, text)).status).toBe(204)
    return url.pathname.split('/').at(-1) ?? ''
  }

  const made =
    (content: string): Process =>
    async () => {
      const file = path.join(folder, crypto.randomUUID())
      await writeFile(file, content)
      return {
        report: {
          format: 'glb',
          bytesIn: 5,
          sizeCm: { width: 50, height: 50, depth: 1 },
          triangles: 2,
          textures: 0,
          gpuMemoryMb: 1,
          notes: [],
        },
        variants: [
          { name: 'web', path: file, mediaType: 'model/gltf-binary', triangles: 2, bytes: content.length },
        ],
        peakMemoryMb: 1,
        refusedConnections: 0,
      }
    }
  const process = (assetId: string, run: Process) => app.parts.assets.process(assetId, run, never)
  const shown = async () =>
    (await app.call('')(catalogueRoutes.getProduct, { params: { productId } })).variants

  it('[UP1] asks for a product and a file name, and for the right to edit that product', async () => {
    expect((await create(5, { productId })).status).toBe(400)
    expect((await create(5, { productId: 'x', fileName: 'a.glb' })).status).toBe(400)
    const foreign = await buildCompany(app, 'Foreign')
    const refused = await create(5, { productId, fileName: 'a.glb' }, foreign.owner.cookie)
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'not_allowed'])
    const visitor = await create(5, { productId, fileName: 'a.glb' }, (await guest(app)).cookie)
    expect([visitor.status, await codeOf(visitor)]).toEqual([401, 'sign_in_needed'])
    const url = addressOf(await create(5, { productId, fileName: 'a.glb' }))
    expect((await head(url, foreign.owner.cookie)).status).toBe(403)
    expect(await versions()).toEqual([])
  })

  it('[UP2] goes on after a cut where it stopped', async () => {
    const url = addressOf(await create(10, { productId, fileName: 'cloth.glb' }))
    await patch(url, 0, 'first')
    expect((await head(url)).headers.get('upload-offset')).toBe('5')
    expect((await patch(url, 3, 'wrong')).status).toBe(409)
    expect((await patch(url, 5, 'other')).status).toBe(204)
    expect(await versions()).toMatchObject([{ version: 1, bytes: 10, fileName: 'cloth.glb' }])
  })

  it('[UP3] [UP4] makes one version of an upload, however often its end is asked for', async () => {
    const id = await uploaded()
    const url = new URL(`${UPLOAD_PATH}/${id}`, app.url)
    for (let times = 0; times < 3; times++) expect((await head(url)).ok).toBe(true)
    expect((await versions()).map((version) => version.id)).toEqual([id])
    // As if the process had died between the last byte and the row.
    await app.parts.database.pool.query('delete from asset_version where id = $1', [id])
    await head(url)
    expect((await versions()).map((version) => version.id)).toEqual([id])
  })

  it('[UP5] refuses what is longer than the limit', async () => {
    expect((await create(1024 * 1024 + 1, { productId, fileName: 'a.glb' })).status).toBe(413)
  })

  it('[UP6] shows a version when it is ready, keeps it when the next fails, and goes back when asked', async () => {
    const first = await uploaded()
    expect(await shown()).toEqual([])
    await process(first, made('first model'))
    expect(await shown()).toMatchObject([{ name: 'web', bytes: 11 }])
    const bad = await uploaded()
    await process(bad, async () => {
      throw new AssetFailure('not_a_model' as never)
    })
    expect((await versions())[0]).toMatchObject({ id: bad, status: { state: 'failed' }, current: false })
    expect(await shown()).toMatchObject([{ bytes: 11 }])
    const params = { productId, assetId: bad }
    await expect(app.call(cookie)(assetRoutes.useAsset, { params })).rejects.toThrow('conflict')
    await app.call(cookie)(assetRoutes.retryAsset, { params })
    await process(bad, made('second'))
    expect(await shown()).toMatchObject([{ bytes: 6 }])
    await app.call(cookie)(assetRoutes.useAsset, { params: { productId, assetId: first } })
    expect(await shown()).toMatchObject([{ bytes: 11 }])
  })

  it('[UP7] serves variants in a sandbox, and no original', async () => {
    const id = await uploaded('an original')
    await process(id, made(`model of ${id}`))
    const [variant] = await shown()
    const media = await fetch(`${app.url}${variant?.url}`)
    expect(await media.text()).toBe(`model of ${id}`)
    expect(media.headers.get('x-content-type-options')).toBe('nosniff')
    expect(media.headers.get('content-security-policy')).toContain('sandbox')
    expect(media.headers.get('content-type')).toBe('model/gltf-binary')
    const { rows } = await app.parts.database.pool.query(
      'select original_sha256 as sha256 from asset_version where id = $1',
      [id],
    )
    expect((await fetch(`${app.url}/media/${rows[0].sha256}.glb`)).status).toBe(404)
    expect((await fetch(`${app.url}/media/..%2Fapp.secret`)).status).toBe(404)
  })
})
