import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { createParts } from './parts.ts'
import { ASSET_QUEUE, closePipeline, runPipeline } from './assets/index.ts'
import { DEMO_QUEUE, makeDemoModel } from './demo/index.ts'
import type { Config } from './platform/config.ts'
import { newRequestId, withRequestId } from './platform/log.ts'

const AssetJob = z.object({ assetId: z.string() })

/** Runs the worker role: takes asset jobs one at a time. */
export const runWorker = async (config: Config, databaseUrl: string) => {
  const parts = await createParts(config, databaseUrl, 'worker')
  const { assets, queue, log } = parts
  await queue.work(ASSET_QUEUE, (data, signal) =>
    withRequestId(newRequestId(), async () => {
      const { assetId } = AssetJob.parse(data)
      const outDir = await mkdtemp(path.join(tmpdir(), 'fairloom-asset-'))
      try {
        await assets.process(
          assetId,
          (inputPath, fileName, onProgress, runSignal) =>
            runPipeline({ inputPath, fileName, outDir, onProgress, signal: runSignal }),
          signal,
        )
      } catch (error) {
        log.error({ err: error, assetId }, 'processing an upload failed')
        throw error
      } finally {
        await rm(outDir, { recursive: true, force: true })
      }
    }),
  )
  await queue.work(DEMO_QUEUE, (data) => withRequestId(newRequestId(), () => makeDemoModel(parts, data)))
  return {
    async close() {
      await parts.close()
      await closePipeline()
    },
  }
}
