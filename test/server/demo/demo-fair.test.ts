import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoFair } from '#assets/demo-fair.ts'
import { demoId } from '#server/demo/demo-id.ts'
import { makeDemoFair } from '#server/demo/index.ts'
import { openModelCache } from '#server/demo/model-cache.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

const demo = demoFair()
const bales = demo.products.filter(({ model }) => model.shape === 'bale')

/** A cache that has the model of the cotton bales, and no other. */
const cacheWithBales = async (folder: string) => {
  const cache = await openModelCache(path.join(folder, 'demo-models'))
  const file = path.join(folder, 'web.glb')
  await writeFile(file, 'a bale')
  await cache.keep(cache.keyOf(bales[0]!), {
    original: file,
    report: {
      format: 'glb',
      bytesIn: 6,
      sizeCm: { width: 140, height: 60, depth: 80 },
      triangles: 4000,
      textures: 3,
      gpuMemoryMb: 8,
      notes: [],
    },
    variants: [{ name: 'web', path: file, mediaType: 'model/gltf-binary', bytes: 6, triangles: 4000 }],
  })
}

describe('the demo fair on an installation', () => {
  let app: TestApp
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fairloom-demo-cache-'))
    await cacheWithBales(folder)
    app = await startTestApp({ CACHE_DIR: folder })
  })
  afterAll(async () => {
    await app.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('is made once, with halls, stands, programme and ids that follow from what things are', async () => {
    const made = await makeDemoFair(app.parts, demo)
    expect(made?.signIns.length).toBe(demo.people.length)
    expect(made?.models.ready).toBe(1)
    expect(await makeDemoFair(app.parts, demo)).toBeUndefined()
    const directory = await app.call('')(fairRoutes.getFair, {})
    expect(directory.fair.timeZone).toBe('Asia/Tashkent')
    expect(directory.halls.map(({ areas }) => areas.length)).toEqual([5, 4])
    expect(directory.stands.find(({ number }) => number === 'B05')?.id).toBe(demoId('stand', 'b-05'))
    const { sessions } = await app.call('')(programmeRoutes.listSessions, {})
    expect(sessions).toHaveLength(demo.sessions.length)
    expect(new Set(sessions.map(({ place }) => place.kind))).toEqual(new Set(['stand', 'area']))
  })

  it('shows goods whose model the cache has at once, and all of them with the same files', async () => {
    const urls = new Set<string>()
    for (const { slug } of bales) {
      const params = { productId: demoId('product', slug) }
      const product = await app.call('')(catalogueRoutes.getProduct, { params })
      expect(product.variants, slug).toHaveLength(1)
      urls.add(product.variants[0]!.url)
    }
    expect(urls.size).toBe(1)
  })
})
