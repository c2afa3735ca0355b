import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedEngine } from '../../media/support/engine-under-test.ts'
import { EVERYTHING } from '../../media/support/grants.ts'
import { createNativeClient } from '../../media/support/native-client.ts'
import { LAYERS, sendLayers } from '../../media/support/native-picture.ts'
import { joinSlowly, joinViewers } from '../../media/support/native-viewers.ts'
import { rounded } from '../percentile.ts'

const OTHERS = 49
const SLOW_BITS_PER_S = 200_000
const BEST = LAYERS.length - 1
const WATCHED_MS = 10_000
const LOOK_EVERY_MS = 5

/** When one of fifty viewers, whose line carries 200 kbit/s, has the low layer and keeps it; what the others get. */
export const slowViewer = async () => {
  const host = await startEmbeddedEngine()
  const { url } = host.engine
  const mint = (identity: string) =>
    host.engine.mintJoin({ room: 'fifty', identity, name: identity, grant: EVERYTHING })
  const rids = LAYERS.map(({ rid }) => rid)
  const publisher = await createNativeClient({ url, token: await mint('publisher'), role: 'publisher', rids })
  const picture = sendLayers(publisher.track)
  const others = await joinViewers(
    url,
    await Promise.all(Array.from({ length: OTHERS }, (_, at) => mint(`viewer-${at}`))),
  )
  while (!others.seen.every(({ layer }) => layer === BEST)) await pause(LOOK_EVERY_MS)

  /** What each of the others got of every frame that was sent meanwhile. */
  const watch = async (during: () => Promise<void>) => {
    const first = picture.next()
    for (const one of others.seen) {
      one.layers.clear()
      one.packets = 0
    }
    await during()
    const frames = picture.next() - first
    return others.seen.map(({ layers, packets }) => ({
      isBest: layers.size === 1 && layers.has(BEST),
      share: packets / frames,
    }))
  }
  await watch(() => pause(WATCHED_MS))

  const token = await mint('slow')
  const cameAt = performance.now()
  const slow = await joinSlowly(url, token, SLOW_BITS_PER_S)
  let lowSince: number | undefined
  const got = await watch(async () => {
    while (performance.now() - cameAt < WATCHED_MS) {
      if (slow.seen.layer === 0) lowSince ??= performance.now()
      else lowSince = undefined
      await pause(LOOK_EVERY_MS)
    }
  })
  picture.stop()
  for (const one of [slow, others, publisher]) one.close()
  await host.stop()
  return {
    slowViewer: {
      lowLayerAfterMs: lowSince === undefined ? null : rounded(lowSince - cameAt, 0),
      othersUnchanged: got.filter(({ isBest }) => isBest).length,
      othersLeastShare: rounded(Math.min(...got.map(({ share }) => share)), 3),
    },
  }
}
