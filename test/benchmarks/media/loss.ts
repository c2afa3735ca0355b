import { setTimeout as pause } from 'node:timers/promises'
import { launchChromium } from '../../media/support/client-page.ts'
import { startEmbeddedEngine } from '../../media/support/engine-under-test.ts'
import { serveClientPage } from '../../media/support/page-server.ts'
import { createPeople, seesPicture } from '../../media/support/people.ts'
import { startUdpRelay } from '../../media/support/udp-relay.ts'
import { rounded } from '../percentile.ts'

const SEED = 20_261_127
const LOSS = 0.05

/** Frames a second that are sent and seen in Chromium where one of twenty datagrams is lost, both ways. */
export const loss = async (seconds: number) => {
  let relay: Awaited<ReturnType<typeof startUdpRelay>> | undefined
  const [browser, page, host] = await Promise.all([
    launchChromium(),
    serveClientPage(),
    startEmbeddedEngine(async (udpPort) => {
      relay = await startUdpRelay(udpPort, SEED)
      return relay.port
    }),
  ])
  relay?.forNewcomers({ loss: LOSS })
  const people = createPeople(browser, page.url, host.engine)
  const ann = await people.join('ann')
  const bob = await people.join('bob')
  await ann.call('publish', 'camera', { simulcast: false })
  await seesPicture(bob, 'ann')
  const count = async () => {
    const [sent, seen] = await Promise.all([ann.call('sent', 'camera'), bob.call('report', 'ann', 'camera')])
    return { atMs: performance.now(), sent: sent?.['framesSent'] ?? 0, seen: seen?.['framesDecoded'] ?? 0 }
  }
  const before = await count()
  await pause(seconds * 1000)
  const after = await count()
  await Promise.all([browser.close(), page.close(), host.stop()])
  relay?.close()
  const perSecond = (frames: number) => rounded((frames / (after.atMs - before.atMs)) * 1000)
  return {
    lossFramesSentPerSecond: perSecond(after.sent - before.sent),
    lossFramesSeenPerSecond: perSecond(after.seen - before.seen),
    lossFramesSeenShare: rounded((after.seen - before.seen) / (after.sent - before.sent), 3),
  }
}
