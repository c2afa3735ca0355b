import { MEDIA_EVENTS_PATH } from '#server/live/index.ts'
import { planMediaProcess } from '#server/live/media/media-process.ts'
import { startEngineProcess } from '../../media/support/engine-under-test.ts'
import { startTestApp } from '../../support/test-app.ts'

/** The application, and the engine in a process of its own that tells it what happens. */
export const startFairWithEngine = async () => {
  const plan = await planMediaProcess(0)
  const app = await startTestApp({}, plan)
  const { key, secret, port, udpPort } = plan
  const startEngine = () =>
    startEngineProcess({
      keys: { key, secret },
      port,
      udpPort,
      announced: [],
      webhookUrl: app.url + MEDIA_EVENTS_PATH,
    })
  let engine = await startEngine()
  return {
    app,
    enginePid: () => engine.pid,
    killEngine: () => engine.stop(),
    async startEngineAgain(): Promise<void> {
      engine = await startEngine()
    },
    async stop(): Promise<void> {
      await engine.stop()
      await app.stop()
    },
  }
}
