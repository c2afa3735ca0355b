import { closePipeline, runPipeline, workOnAssets } from './assets/index.ts'
import { workOnDemo } from './demo/index.ts'
import { workOnInvitations } from './invitations/index.ts'
import { createParts } from './parts.ts'
import type { Config } from './platform/config.ts'
import { workOnRecordings } from './sessions/index.ts'
import { workOnEnquiryMail } from './trade/index.ts'

/**
 * Runs the worker role: takes asset jobs one at a time, makes the models of a demo fair beside them, sends letters
 * about enquiries and sessions, and makes recordings seekable.
 */
export const runWorker = async (config: Config, databaseUrl: string) => {
  const parts = await createParts(config, databaseUrl, 'worker')
  await workOnAssets(parts, runPipeline)
  await workOnEnquiryMail(parts)
  const invitations = await workOnInvitations(parts)
  await workOnRecordings(parts)
  const demo = await workOnDemo(parts)
  return {
    async close() {
      invitations.close()
      await parts.close()
      await closePipeline()
      await demo.close()
    },
  }
}
