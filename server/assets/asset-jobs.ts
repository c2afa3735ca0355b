import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { newRequestId, withRequestId, type Log } from '../platform/log.ts'
import type { Queue } from '../platform/queue.ts'
import { ASSET_QUEUE, type AssetsService } from './assets.service.ts'
import type { runPipeline } from './pipeline.ts'

const AssetJob = z.object({ assetId: z.string() })

/** Takes asset jobs one at a time, and ends those versions whose jobs failed for good. */
export const workOnAssets = async (
  { assets, queue, log }: { assets: AssetsService; queue: Queue; log: Log },
  pipeline: typeof runPipeline,
) => {
  await queue.work(ASSET_QUEUE, (data, signal) =>
    withRequestId(newRequestId(), async () => {
      const { assetId } = AssetJob.parse(data)
      const outDir = await mkdtemp(path.join(tmpdir(), 'fairloom-asset-'))
      try {
        await assets.process(
          assetId,
          (inputPath, fileName, onProgress, runSignal) =>
            pipeline({ inputPath, fileName, outDir, onProgress, signal: runSignal }),
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
  await queue.workDead(ASSET_QUEUE, (data) =>
    withRequestId(newRequestId(), async () => {
      const { assetId } = AssetJob.parse(data)
      log.error({ assetId }, 'gave an upload up')
      await assets.giveUp(assetId)
    }),
  )
}
