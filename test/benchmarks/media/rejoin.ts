import { setTimeout as pause } from 'node:timers/promises'
import { openCall, serveCallPage, type Caller } from '../../media/support/call-page.ts'
import { launchChromium } from '../../media/support/client-page.ts'
import { startEmbeddedEngine } from '../../media/support/engine-under-test.ts'
import { until } from '../../media/support/people.ts'
import { percentile, rounded } from '../percentile.ts'

/** As the fair's supervisor does. */
const STARTED_AGAIN_AFTER_MS = 300
/** By then whatever the old engine had sent is shown. */
const STILL_AFTER_MS = 500
const BACK_WITHIN_MS = 60_000

/** From `kill -9` of the engine to the other's picture in Chromium, both ways, by the project's own call. */
export const rejoin = async (kills: number) => {
  const [browser, page, host] = await Promise.all([launchChromium(), serveCallPage(), startEmbeddedEngine()])
  const [ann, bob] = await Promise.all(
    ['ann', 'bob'].map((name) => openCall(browser, page.url, host.engine, 'room', name)),
  )
  if (!ann || !bob) throw new Error('nobody came')
  const frames = (viewer: Caller, of: Caller) => async () =>
    (await viewer.call('report', of.identity, 'camera'))['framesDecoded'] ?? 0
  const views = [frames(ann, bob), frames(bob, ann)]
  const seeing = (look: () => Promise<number>, than: number) =>
    until(look, (count) => count > 3 && count !== than, 'a picture that moves', BACK_WITHIN_MS)
  for (const { call } of [ann, bob]) await call('setCamera', true)

  const tookMs: number[] = []
  for (let kill = 0; kill < kills; kill++) {
    await Promise.all(views.map(async (look) => seeing(look, await look())))
    const killedAt = performance.now()
    await host.stop()
    await pause(STARTED_AGAIN_AFTER_MS)
    await host.startAgain()
    await pause(Math.max(0, killedAt + STILL_AFTER_MS - performance.now()))
    await Promise.all(
      views.map(async (look) => {
        const last = await look()
        await seeing(look, last)
        tookMs.push(performance.now() - killedAt)
      }),
    )
  }
  await Promise.all([browser.close(), page.close(), host.stop()])
  return {
    kills,
    rejoinAfterKillMs: {
      p50: rounded(percentile(tookMs, 0.5), 0),
      p95: rounded(percentile(tookMs, 0.95), 0),
      most: rounded(Math.max(...tookMs), 0),
    },
  }
}
