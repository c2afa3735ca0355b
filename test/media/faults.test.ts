import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startEmbeddedEngine, type EngineUnderTest } from './support/engine-under-test.ts'
import { EVERYTHING } from './support/grants.ts'
import { createNativeClient } from './support/native-client.ts'
import { LAYERS, readPicture, sendLayers, sendPicture } from './support/native-picture.ts'
import { joinSlowly, joinViewers } from './support/native-viewers.ts'

const SILENCED = { ...EVERYTHING, microphone: false, camera: false, screen: false, data: false }
const [ANN, BOB] = [1, 2]
const OTHERS = 49
const SLOW_BITS_PER_S = 200_000

describe('an engine of its own, with native clients', () => {
  let host: EngineUnderTest
  const closing: (() => void)[] = []
  beforeAll(async () => {
    host = await startEmbeddedEngine()
  })
  afterAll(() => host.stop())
  afterEach(() => {
    for (const close of closing.splice(0)) close()
  })

  const tokenFor = (room: string, identity: string) =>
    host.engine.mintJoin({ room, identity, name: identity, grant: EVERYTHING })
  const publish = async (room: string, identity: string, rids: readonly string[] = []) => {
    const client = await createNativeClient({
      url: host.engine.url,
      token: await tokenFor(room, identity),
      role: 'publisher',
      rids,
    })
    closing.push(client.close)
    return client
  }

  it('gives one of fifty viewers whose line is slow the small picture, and the others what they had', async () => {
    const room = 'fifty'
    const rids = LAYERS.map(({ rid }) => rid)
    const publisher = await publish(room, 'publisher', rids)
    const picture = sendLayers(publisher.track)
    closing.push(picture.stop)
    const tokens = await Promise.all(
      Array.from({ length: OTHERS }, (_, at) => tokenFor(room, `viewer-${at}`)),
    )
    const others = await joinViewers(host.engine.url, tokens)
    closing.push(others.close)
    const best = LAYERS.length - 1
    await expect.poll(() => others.seen.every(({ layer }) => layer === best)).toBe(true)
    others.seen.forEach((one) => one.layers.clear())

    const slow = await joinSlowly(host.engine.url, await tokenFor(room, 'slow'), SLOW_BITS_PER_S)
    closing.push(slow.close)
    await expect.poll(() => slow.seen.layer).toBe(0)
    const since = picture.next()
    await expect.poll(() => slow.seen.frame).toBeGreaterThan(since + 20)
    expect(slow.seen.layer).toBe(0)
    await expect.poll(() => others.seen.every(({ frame }) => frame > since)).toBe(true)
    expect(others.seen.map(({ layers }) => [...layers])).toEqual(others.seen.map(() => [best]))
  })

  it.each([
    ['a grant is narrowed', (room: string) => host.engine.setGrant(room, 'ann', SILENCED)],
    ['somebody is sent out', (room: string) => host.engine.remove(room, 'ann')],
  ])('[LV6] passes on nothing that is sent once the engine acknowledged that %s', async (what, order) => {
    const ann = await publish(what, 'ann')
    const frames = sendPicture(ann.track, ANN)
    closing.push(frames.stop)
    const got = { ann: [] as number[], bob: 0 }
    const viewer = await createNativeClient({
      url: host.engine.url,
      token: await tokenFor(what, 'viewer'),
      role: 'viewer',
      onPacket: (datagram) => {
        const { isPicture, tag, frame } = readPicture(datagram)
        if (isPicture && tag === ANN) got.ann.push(frame)
        if (isPicture && tag === BOB) got.bob += 1
      },
    })
    closing.push(viewer.close)
    await expect.poll(() => got.ann.length).toBeGreaterThan(10)
    // There is one section for pictures: his comes once hers is over.
    const bob = await publish(what, 'bob')
    closing.push(sendPicture(bob.track, BOB).stop)

    await order(what)
    const first = frames.next()
    await expect.poll(() => got.bob).toBeGreaterThan(20)
    expect(frames.next()).toBeGreaterThan(first + 5)
    expect(got.ann.filter((frame) => frame >= first)).toEqual([])
  })
})
