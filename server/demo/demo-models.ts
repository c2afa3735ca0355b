import { availableParallelism } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { DemoFair } from '#assets/demo-fair.ts'
import type { Parts } from '../parts.ts'
import { newRequestId, withRequestId } from '../platform/log.ts'
import { demoId } from './demo-id.ts'
import { DEMO_QUEUE } from './demo-queue.ts'
import { openModelCache, type CachedModel, type ModelCache } from './model-cache.ts'
import { createModelMaker } from './model-maker.ts'
import { planModels } from './model-plan.ts'

const ModelJob = z.object({
  key: z.string(),
  slug: z.string(),
  products: z.array(z.object({ productId: z.uuid(), slug: z.string() })),
})
export type ModelJob = z.infer<typeof ModelJob>
const Job = z.object({ models: z.array(ModelJob) })

/** Models at a time beside a running fair: one is built and encoded while the other's picture is drawn. */
const LANES_BESIDE = Math.min(2, availableParallelism())
/** And where nothing else is to be done: those that wait for the disk or for the builder leave no core idle. */
export const LANES_ALONE = availableParallelism() + 2

/** The cache of finished models that this installation uses. */
export const demoCache = ({ config }: Pick<Parts, 'config'>): Promise<ModelCache> =>
  openModelCache(path.join(config.cacheDir, 'demo-models'))

/** The models of a fair in the order in which they are to be made, and which of them the cache has. */
export const planJobs = async (demo: DemoFair, cache: ModelCache) => {
  const jobs = planModels(demo, cache.keyOf).map(({ key, slug, products }): ModelJob => ({
    key,
    slug,
    products: products.map((product) => ({
      productId: demoId('product', product.slug),
      slug: product.slug,
    })),
  }))
  const cached = await Promise.all(jobs.map(async ({ key }) => (await cache.find(key)) !== undefined))
  return {
    cached: jobs.filter((_, at) => cached[at]),
    missing: jobs.filter((_, at) => !cached[at]),
  }
}

/** Those of a job's products that have no model yet; an exhibitor's own upload is left alone. */
const withoutModel = async ({ assets, catalogue }: Parts, { products }: ModelJob) => {
  const waiting = []
  for (const { productId, slug } of products) {
    const companyId = await catalogue.companyOfProduct(productId)
    if (companyId !== undefined && companyId !== null && (await assets.list(productId)).length === 0)
      waiting.push({ productId, slug, companyId })
  }
  return waiting
}

/** Stores a model once and gives it to every product of the job that has none. */
const giveOut = async (parts: Parts, job: ModelJob, model: CachedModel) => {
  const waiting = await withoutModel(parts, job)
  if (waiting.length === 0) return
  const stored = await parts.assets.store(model.original, model)
  for (const { productId, companyId, slug } of waiting)
    await parts.assets.adopt(
      {
        id: demoId('model', slug),
        productId,
        companyId,
        fileName: `${slug}.glb`,
        uploadedBy: null,
      },
      stored,
    )
}

/** Gives out those models that the cache has. */
export const giveOutCached = async (parts: Parts, cache: ModelCache, jobs: readonly ModelJob[]) => {
  for (const job of jobs) {
    const model = await cache.find(job.key)
    if (model) await giveOut(parts, job, model)
  }
}

/** Works on the models of the demo fair until `close`; `onDone` hears of each job, made or given up. */
export const workOnDemo = async (
  parts: Parts,
  {
    lanes = LANES_BESIDE,
    onDone = () => undefined,
  }: { lanes?: number; onDone?: (models: readonly ModelJob[], failed: boolean) => void } = {},
) => {
  const cache = await demoCache(parts)
  const maker = createModelMaker(lanes)

  const make = async (job: ModelJob, signal: AbortSignal) => {
    const cached = await cache.find(job.key)
    if (cached) return giveOut(parts, job, cached)
    if ((await withoutModel(parts, job)).length === 0) return
    await maker.make(job.slug, signal, async (model) => {
      await cache.keep(job.key, model)
      await giveOut(parts, job, model)
    })
  }

  await parts.queue.work(
    DEMO_QUEUE,
    (data, signal) =>
      withRequestId(newRequestId(), async () => {
        const { models } = Job.parse(data)
        for (const model of models) await make(model, signal)
        onDone(models, false)
      }),
    lanes,
  )
  await parts.queue.workDead(DEMO_QUEUE, (data) => {
    const { models } = Job.parse(data)
    parts.log.error({ slugs: models.map(({ slug }) => slug) }, 'gave a demo model up')
    onDone(models, true)
    return Promise.resolve()
  })
  return { close: maker.close }
}
