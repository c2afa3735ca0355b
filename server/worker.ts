import { closePipeline, runPipeline, workOnAssets } from './assets/index.ts'
import { DEMO_QUEUE, makeDemoModel } from './demo/index.ts'
import { createParts } from './parts.ts'
import type { Config } from './platform/config.ts'
import { newRequestId, withRequestId } from './platform/log.ts'
import { workOnEnquiryMail } from './trade/index.ts'

/** Runs the worker role: takes asset jobs one at a time, and sends letters about enquiries. */
export const runWorker = async (config: Config, databaseUrl: string) => {
  const parts = await createParts(config, databaseUrl, 'worker')
  await workOnAssets(parts, runPipeline)
  await workOnEnquiryMail(parts)
  await parts.queue.work(DEMO_QUEUE, (data) =>
    withRequestId(newRequestId(), () => makeDemoModel(parts, data)),
  )
  return {
    async close() {
      await parts.close()
      await closePipeline()
    },
  }
}
