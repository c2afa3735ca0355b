import type { Browser } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from './support/client-page.ts'
import { ENGINES, type RunningEngine } from './support/engines.ts'
import { serveClientPage } from './support/page-server.ts'
import { createPeople, hears, seesPicture, until } from './support/people.ts'

const LONG_TEXT = 60_000

describe.each(ENGINES)(
  '$name, with livekit-client in Chromium',
  ({ start, isThere, isOurs, mostSections }) => {
    if (!isThere) return it.skip('is not there')
    let browser: Browser
    let page: Awaited<ReturnType<typeof serveClientPage>>
    let host: RunningEngine
    let people: ReturnType<typeof createPeople>

    beforeAll(async () => {
      ;[browser, page, host] = await Promise.all([launchChromium(), serveClientPage(), start()])
    }, 60_000)
    afterAll(async () => {
      await Promise.all([browser.close(), page.close(), host.stop()])
    })
    beforeEach(() => {
      people = createPeople(browser, page.url, host.engine)
    })
    afterEach(() => people.close())

    describe('joining', () => {
      it('refuses a token of another engine, a damaged one and none', async () => {
        const other = await people.visit()
        for (const token of ['', 'no.token.atall', `${await people.tokenFor('ann')}x`])
          await expect(other.call('join', host.engine.url, token)).rejects.toThrow(
            /token|permission|not allowed|401/i,
          )
      })

      it('shows who is there to whoever comes later, and tells the others', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        await until(
          () => ann.call('see'),
          ({ people: seen }) => seen.some(({ identity }) => identity === 'bob'),
          'bob',
        )
        expect((await bob.call('see')).people.map(({ identity }) => identity)).toEqual(['ann'])
      })

      it('sends the first away when the same person comes in again', async () => {
        const first = await people.join('ann')
        await people.join('ann')
        const seen = await until(
          () => first.call('events'),
          (events) => events.some(({ name }) => name === 'disconnected'),
          'the first is told',
        )
        // 2 is LiveKit's DUPLICATE_IDENTITY.
        expect(seen.find(({ name }) => name === 'disconnected')?.detail).toBe('2')
      })

      // LiveKit keeps no list of those sent out: the fair sends them out again when it is told that they came.
      it.runIf(isOurs)('lets nobody in again with the token from before they were sent out', async () => {
        const token = await people.tokenFor('ann')
        const ann = await people.visit()
        await ann.call('join', host.engine.url, token)
        await host.engine.remove(people.room, 'ann')
        await until(
          () => ann.call('events'),
          (events) => events.some(({ name }) => name === 'disconnected'),
          'gone',
        )
        await expect(ann.call('join', host.engine.url, token)).rejects.toThrow()
      })
    })

    describe('sound and picture', () => {
      it('carries camera, microphone and screen, to those who were there and to those who come later', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        await ann.call('publish', 'camera')
        await ann.call('publish', 'microphone')
        await ann.call('publish', 'screen')
        await Promise.all([seesPicture(bob, 'ann'), hears(bob, 'ann'), seesPicture(bob, 'ann', 'screen')])
        const late = await people.join('late')
        await Promise.all([seesPicture(late, 'ann'), hears(late, 'ann'), seesPicture(late, 'ann', 'screen')])
      })

      it('carries a camera without simulcast, and one that is sent as H.264', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        const cat = await people.join('cat')
        await ann.call('publish', 'camera', { simulcast: false })
        await bob.call('publish', 'camera', { videoCodec: 'h264' })
        await Promise.all([seesPicture(cat, 'ann'), seesPicture(cat, 'bob'), seesPicture(bob, 'ann')])
      })

      it('carries more pictures than a client offers sections for', async () => {
        const names = ['ann', 'bob', 'cat', 'dan', 'eve']
        const all = await Promise.all(names.map((name) => people.join(name)))
        await Promise.all(all.map((one) => one.call('publish', 'camera')))
        const viewer = await people.join('viewer')
        await Promise.all(names.map((name) => seesPicture(viewer, name)))
      })

      it('keeps the number of sections bounded over twenty cycles of publishing', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        for (let cycle = 0; cycle < 20; cycle++) {
          await ann.call('publish', 'camera')
          await until(
            () => bob.call('see'),
            ({ people: seen }) => seen.some(({ tracks }) => tracks.some(({ subscribed }) => subscribed)),
            `a picture in cycle ${cycle}`,
          )
          await ann.call('unpublish', 'camera')
          await until(
            () => bob.call('see'),
            ({ people: seen }) => seen.every(({ tracks }) => tracks.length === 0),
            `no picture after cycle ${cycle}`,
          )
        }
        await ann.call('publish', 'camera')
        await seesPicture(bob, 'ann')
        expect(await ann.call('sections')).toBeLessThan(mostSections)
        expect(await bob.call('sections')).toBeLessThan(mostSections)
      }, 90_000)

      it('gives a small picture where a small one is wanted, and the large one again', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        await ann.call('publish', 'camera', {}, 'large')
        const width = async () => (await bob.call('report', 'ann', 'camera'))?.['frameWidth'] ?? 0
        await until(width, (pixels) => pixels >= 1280, 'the large picture')
        await bob.call('quality', 'ann', 'camera', 0)
        await until(width, (pixels) => pixels > 0 && pixels <= 320, 'the small picture')
        await bob.call('quality', 'ann', 'camera', 2)
        await until(width, (pixels) => pixels >= 1280, 'the large picture again')
      }, 60_000)
    })

    describe('order', () => {
      it('tells of muting, and mutes for others, but never unmutes for others', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        const sid = await ann.call('publish', 'microphone')
        await hears(bob, 'ann')
        await host.engine.muteTrack(people.room, 'ann', sid ?? '')
        await until(
          () => ann.call('ownMuted', 'microphone'),
          (muted) => muted === true,
          'muted',
        )
        await ann.call('mute', 'microphone', false)
        const before = (await bob.call('report', 'ann', 'microphone'))?.['packetsReceived'] ?? 0
        await until(
          () => bob.call('report', 'ann', 'microphone'),
          (report) => (report?.['packetsReceived'] ?? 0) > before + 20,
          'sound again',
        )
      })

      it('refuses what a grant does not name', async () => {
        const ann = await people.join('ann', { camera: false, data: false })
        const bob = await people.join('bob')
        await expect(ann.call('publish', 'camera')).rejects.toThrow()
        await ann.call('publish', 'microphone')
        await hears(bob, 'ann')
        await ann.call('send', 'whisper')
        await bob.call('send', 'mark', { to: ['bob', 'ann'] })
        await until(
          () => ann.call('data'),
          (data) => data.some(({ text }) => text === 'mark'),
          'a later message',
        )
        expect(await bob.call('data')).toEqual([])
      })

      it('ends at once what a narrower grant does not allow any more', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        await ann.call('publish', 'camera')
        await seesPicture(bob, 'ann')
        await host.engine.setGrant(people.room, 'ann', {
          receive: true,
          microphone: false,
          camera: false,
          screen: false,
          data: false,
          hidden: false,
        })
        await until(
          () => bob.call('see'),
          ({ people: seen }) => seen.every(({ tracks }) => tracks.length === 0),
          'no picture of ann',
        )
        await expect(ann.call('publish', 'camera')).rejects.toThrow()
      })

      it('shows nobody who is hidden', async () => {
        const ghost = await people.join('ghost', { hidden: true })
        const ann = await people.join('ann')
        await ann.call('publish', 'camera')
        await seesPicture(ghost, 'ann')
        expect((await ann.call('see')).people).toEqual([])
      })

      it('names who speaks', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        await ann.call('publish', 'microphone')
        await until(
          () => bob.call('see'),
          ({ speakers }) => speakers.includes('ann'),
          'ann speaks',
        )
      })

      it('lets a viewer drop a track and take it again', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        await ann.call('publish', 'camera')
        await seesPicture(bob, 'ann')
        await bob.call('subscribe', 'ann', 'camera', false)
        await until(
          () => bob.call('see'),
          ({ people: [seen] }) => seen?.tracks[0]?.subscribed === false,
          'dropped',
        )
        await bob.call('subscribe', 'ann', 'camera', true)
        await seesPicture(bob, 'ann')
      })
    })

    describe('data', () => {
      it('carries messages to all, to some, and large ones', async () => {
        const [ann, bob, cat] = await Promise.all(['ann', 'bob', 'cat'].map((name) => people.join(name)))
        if (!ann || !bob || !cat) throw new Error('three came')
        await until(
          () => bob.call('see'),
          ({ people: seen }) => seen.length === 2,
          'the others',
        )
        await ann.call('send', 'to bob', { to: ['bob'] })
        await ann.call('send', 'to all', { reliable: true, topic: 'news' })
        await ann.call('send', 'x'.repeat(LONG_TEXT))
        const seen = await until(
          () => bob.call('data'),
          (data) => data.length === 3,
          'three messages',
        )
        expect(seen).toMatchObject([
          { text: 'to bob', from: 'ann' },
          { text: 'to all', topic: 'news' },
          { bytes: LONG_TEXT },
        ])
        expect(
          (
            await until(
              () => cat.call('data'),
              (data) => data.length === 2,
              'two',
            )
          )[0]?.text,
        ).toBe('to all')
      })

      it('carries calls, and long texts in pieces', async () => {
        const [ann, bob] = await Promise.all(['ann', 'bob'].map((name) => people.join(name)))
        if (!ann || !bob) throw new Error('two came')
        await bob.call('answerRpc', 'shout')
        expect(await ann.call('callRpc', 'bob', 'shout', 'hello')).toBe('HELLO')
        await bob.call('receiveText', 'notes')
        await ann.call('sendText', 'y'.repeat(300_000), 'notes')
        await until(
          () => bob.call('data'),
          (data) => data.some(({ bytes }) => bytes === 300_000),
          'the whole text',
        )
      })

      it('carries what the fair itself says', async () => {
        const ann = await people.join('ann')
        await host.engine.sendData(people.room, new TextEncoder().encode('closing soon'), { topic: 'fair' })
        await until(
          () => ann.call('data'),
          (data) => data.some(({ text }) => text === 'closing soon'),
          'the message',
        )
      })
    })

    describe('lines that fail', () => {
      it('goes on without a gap when signalling is cut, and tells who left meanwhile', async () => {
        const [ann, bob, cat] = await Promise.all(['ann', 'bob', 'cat'].map((name) => people.join(name)))
        if (!ann || !bob || !cat) throw new Error('three came')
        await ann.call('publish', 'camera')
        const before = await seesPicture(bob, 'ann')
        await bob.call('cutSignalling')
        await cat.call('leave')
        await until(
          () => bob.call('events'),
          (events) => events.some(({ name }) => name === 'reconnected'),
          'reconnected',
        )
        const after = await seesPicture(bob, 'ann')
        // The same stream, which went on: a new one would have a number of its own and count from the beginning.
        expect(after?.['ssrc']).toBe(before?.['ssrc'])
        expect(Number(after?.['framesDecoded'])).toBeGreaterThan(Number(before?.['framesDecoded']))
        await until(
          () => bob.call('see'),
          ({ people: seen }) => seen.length === 1 && seen[0]?.identity === 'ann',
          'cat is gone',
        )
      }, 60_000)

      it('tells at once that somebody has left, also where the page was just closed', async () => {
        const ann = await people.join('ann')
        const bob = await people.join('bob')
        await bob.page.close()
        await until(
          () => ann.call('see'),
          ({ people: seen }) => seen.length === 0,
          'bob is gone',
        )
      }, 60_000)
    })
  },
)
