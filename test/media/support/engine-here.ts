import { planMediaProcess } from '#server/live/media/media-process.ts'
import { createEngine } from '#server/live/sfu/engine.ts'

export const KEYS = { key: 'test', secret: 'a secret that only this test and its engine know' }

/** The embedded engine in the test's own process, for tests that don't kill it. What it tells is posted nowhere. */
export const startEngineHere = async () => {
  const { udpPort } = await planMediaProcess(0)
  const engine = await createEngine({
    keys: KEYS,
    webhookUrl: 'http://127.0.0.1:9/',
    address: { port: udpPort, bindAddress: undefined, announced: [] },
    port: 0,
    admits: 'all',
    warn: () => undefined,
  })
  return { engine, udpPort }
}
