import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoFair, type DemoProduct } from '#assets/demo-fair.ts'
import { openModelCache, type CachedModel } from '#server/demo/model-cache.ts'
import { planModels } from '#server/demo/model-plan.ts'

const demo = demoFair()

describe('the models of the demo fair', () => {
  let folder: string
  beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), 'fairloom-cache-'))))
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('are planned from the entrance of the first hall on, one for all goods that look the same', async () => {
    const { keyOf } = await openModelCache(folder)
    const plan = planModels(demo, keyOf)
    const onStand = (number: string) =>
      new Set(
        demo.stands
          .filter((stand) => stand.number === number)
          .flatMap(({ slots }) => slots.flatMap(({ productSlugs }) => productSlugs)),
      )
    expect([...onStand('A01'), ...onStand('A02')].includes(plan[0]!.slug)).toBe(true)
    const hallB = plan.findIndex(({ slug }) => onStand('B01').has(slug))
    expect(hallB).toBeGreaterThan(plan.findIndex(({ slug }) => onStand('A12').has(slug)))
    const shared = plan.find(({ products }) => products.some(({ slug }) => slug === 'lint-type-five'))
    expect(shared?.products.length).toBeGreaterThan(4)
    expect(plan.flatMap(({ products }) => products)).toHaveLength(demo.products.length)
    expect(planModels(demoFair('large'), keyOf)).toHaveLength(plan.length)
  })

  it('are kept whole under what they are made from, and found again', async () => {
    const cache = await openModelCache(path.join(folder, 'models'))
    const original = path.join(folder, 'some.glb')
    const poster = path.join(folder, 'poster.webp')
    await writeFile(original, 'model')
    await writeFile(poster, 'picture')
    const report: CachedModel['report'] = {
      format: 'glb',
      bytesIn: 5,
      sizeCm: { width: 30, height: 45, depth: 1 },
      triangles: 4000,
      textures: 3,
      gpuMemoryMb: 8,
      notes: [],
    }
    const [product] = demo.products as [DemoProduct]
    const key = cache.keyOf(product)
    expect(await cache.find(key)).toBeUndefined()
    await cache.keep(key, {
      original,
      report,
      variants: [{ name: 'poster', path: poster, mediaType: 'image/webp', bytes: 7, triangles: 0 }],
    })
    const found = await (await openModelCache(path.join(folder, 'models'))).find(key)
    expect(found?.report).toEqual(report)
    expect(await readFile(found!.original, 'utf8')).toBe('model')
    expect(await readFile(found!.variants[0]!.path, 'utf8')).toBe('picture')
  })

  it('have another key when their form, colour or size changes, and the same when only words do', async () => {
    const { keyOf } = await openModelCache(folder)
    const product = demo.products.find(({ slug }) => slug === 'sateen-cushion')!
    const key = keyOf(product)
    const { model, spec } = product
    expect(keyOf({ ...product, slug: 'other', name: { en: 'Other' } })).toBe(key)
    expect(keyOf({ ...product, model: { ...model, shape: 'folded' } })).not.toBe(key)
    expect(keyOf({ ...product, model: { ...model, colourway: 'SGE' } })).not.toBe(key)
    if (spec.kind !== 'homeTextile') throw new Error('a cushion is a home textile')
    expect(keyOf({ ...product, spec: { ...spec, widthCm: 60 } })).not.toBe(key)
  })
})
