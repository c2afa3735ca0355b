import type { Browser } from '@playwright/test'
import { AccessToken } from 'livekit-server-sdk'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from './support/client-page.ts'
import { serveClientPage } from './support/page-server.ts'
import { ENGINES, type RunningEngine } from './support/engines.ts'
import { BRIGHT, DARK, HEIGHT, WIDTH } from './support/made-media.ts'
import { createPeople, hears, seesPicture } from './support/people.ts'
import { joinWithRtcNode, loadRtcNode, type RtcNode, type RtcNodeClient } from './support/rtc-node-client.ts'

const TONE_HZ = 440
/** Those of the voice that Chromium is given. */
const VOICE_HZ = [220, 660]

const loaded = await loadRtcNode()
// Once: nobody can join by it afterwards.
afterAll(() => loaded?.dispose())

describe.each(ENGINES)('$name, with the client @livekit/rtc-node', ({ start, isThere }) => {
  if (!isThere || !loaded) return it.skip('is not there')
  const rtc: RtcNode = loaded
  let browser: Browser
  let page: Awaited<ReturnType<typeof serveClientPage>>
  let host: RunningEngine
  let people: ReturnType<typeof createPeople>
  let natives: RtcNodeClient[]

  beforeAll(async () => {
    ;[browser, page, host] = await Promise.all([launchChromium(), serveClientPage(), start()])
  }, 60_000)
  afterAll(async () => {
    await Promise.all([browser.close(), page.close(), host.stop()])
  })
  beforeEach(() => {
    people = createPeople(browser, page.url, host.engine)
    natives = []
  })
  afterEach(async () => {
    await Promise.all([people.close(), ...natives.map((one) => one.close())])
  })

  const join = async (identity: string): Promise<RtcNodeClient> => {
    const one = await joinWithRtcNode(rtc, host.engine.url, await people.tokenFor(identity))
    natives.push(one)
    return one
  }
  const joinBoth = async () => {
    const both = await Promise.all([join('ann'), join('bob')])
    const [ann, bob] = both
    await expect.poll(ann.people).toEqual(['bob'])
    await expect.poll(bob.people).toEqual(['ann'])
    return both
  }

  it('refuses a token that has expired, one of another engine, and none', async () => {
    const signed = (secret: string, ttl: string) => {
      const token = new AccessToken(host.keys.key, secret, { identity: 'ann', ttl })
      token.addGrant({ roomJoin: true, room: people.room })
      return token.toJwt()
    }
    const { secret } = host.keys
    for (const token of [await signed(secret, '-1h'), await signed(`${secret}x`, '1h'), 'none'])
      await expect(joinWithRtcNode(rtc, host.engine.url, token)).rejects.toThrow(/401/)
    await joinWithRtcNode(rtc, host.engine.url, await signed(secret, '1h')).then((one) => one.close())
  })

  it.each([
    ['with simulcast', { simulcast: true }],
    ['without simulcast', { simulcast: false }],
  ])('carries picture and sound between two of them, %s', async (_, options) => {
    const [ann, bob] = await joinBoth()
    await ann.publishPicture({ ...options, videoCodec: rtc.VideoCodec.VP8 })
    await ann.publishTone(TONE_HZ)
    await expect.poll(() => bob.picture('ann').frames).toBeGreaterThan(30)
    await expect.poll(() => bob.picture('ann')).toMatchObject({ width: WIDTH, height: HEIGHT })
    const { left, right } = bob.picture('ann')
    // The stripe that moves over both halves is a few hundredths of them.
    expect(left).toBeCloseTo(DARK, -1.5)
    expect(right).toBeCloseTo(BRIGHT, -1.5)
    await expect.poll(() => bob.sound('ann', TONE_HZ).share).toBeGreaterThan(0.95)
    await expect.poll(() => bob.sound('ann').loudness).toBeCloseTo(0.3, 1)
  })

  it('shows and plays them to Chromium, and Chromium to them, whoever comes first', async () => {
    const ann = await people.join('ann')
    await ann.call('publish', 'camera')
    await ann.call('publish', 'microphone')
    const bob = await join('bob')
    await bob.publishPicture()
    await bob.publishTone(TONE_HZ)
    const late = await people.join('late')
    for (const viewer of [ann, late]) await Promise.all([seesPicture(viewer, 'bob'), hears(viewer, 'bob')])
    await expect.poll(() => bob.picture('ann').frames).toBeGreaterThan(30)
    await expect.poll(() => bob.sound('ann', ...VOICE_HZ).share).toBeGreaterThan(0.5)
  })

  it('carries data to all and to some, reliably or not, and calls', async () => {
    const [ann, bob] = await joinBoth()
    const cat = await people.join('cat')
    await expect.poll(() => ann.people().length).toBe(2)
    await ann.send('to bob', { to: ['bob'] })
    await ann.send('to all')
    // What may be lost is lost to somebody whose channel is still being opened.
    const isHeard = (data: readonly { text: string }[]) => data.some(({ text }) => text === 'lossy')
    const send = async () => {
      await ann.send('lossy', { reliable: false })
      return isHeard(bob.data()) && isHeard(await cat.call('data'))
    }
    await expect.poll(send).toBe(true)
    const from = { from: 'ann', topic: 'talk' }
    await expect.poll(bob.data).toEqual(
      expect.arrayContaining([
        { ...from, text: 'to bob', isReliable: true },
        { ...from, text: 'lossy', isReliable: false },
        { ...from, text: 'to all', isReliable: true },
      ]),
    )
    await expect
      .poll(async () => [...new Set((await cat.call('data')).map(({ text }) => text))].sort())
      .toEqual(['lossy', 'to all'])
    await cat.call('send', 'from a browser', { topic: 'talk' })
    await expect
      .poll(bob.data)
      .toContainEqual(expect.objectContaining({ text: 'from a browser', from: 'cat' }))

    bob.me.registerRpcMethod('shout', ({ payload }) => Promise.resolve(payload.toUpperCase()))
    expect(await ann.me.performRpc({ destinationIdentity: 'bob', method: 'shout', payload: 'hi' })).toBe('HI')
    expect(await cat.call('callRpc', 'bob', 'shout', 'hello')).toBe('HELLO')
  })

  it('mutes them for others, and sends them out', async () => {
    const [ann, bob] = await joinBoth()
    const sid = await ann.publishTone(TONE_HZ)
    await expect.poll(() => bob.sound('ann').loudness).toBeGreaterThan(0.2)
    await host.engine.muteTrack(people.room, 'ann', sid)
    await expect.poll(ann.events).toContain('muted ann')
    await expect.poll(bob.events).toContain('muted ann')
    await expect.poll(() => bob.sound('ann').loudness).toBeLessThan(0.01)
    await host.engine.remove(people.room, 'ann')
    await expect.poll(ann.events).toContain('disconnected PARTICIPANT_REMOVED')
    await expect.poll(bob.events).toContain('left ann')
  })

  it('goes on with the same tracks when signalling is cut', async () => {
    const [ann, bob] = await joinBoth()
    await ann.publishPicture()
    await expect.poll(() => bob.picture('ann').frames).toBeGreaterThan(5)
    const { sid } = bob.me
    await bob.room.simulateScenario(rtc.SimulateScenarioKind.SIMULATE_SIGNAL_RECONNECT)
    await expect.poll(bob.events).toEqual(['reconnected'])
    expect(bob.me.sid).toBe(sid)
    const { frames } = bob.picture('ann')
    await expect.poll(() => bob.picture('ann').frames).toBeGreaterThan(frames! + 5)
    await ann.send('after')
    await expect.poll(() => bob.data().map(({ text }) => text)).toEqual(['after'])
  })
})
