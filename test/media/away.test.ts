import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCall, serveCallPage, type Caller } from './support/call-page.ts'
import { launchChromium } from './support/client-page.ts'
import { startEmbeddedEngine, type EngineUnderTest } from './support/engine-under-test.ts'

/** Longer than any client tries by itself (44 s) and any place is kept (20 s). */
const AWAY_MS = 600_000

describe('a call whose engine is killed, in Chromium', () => {
  let browser: Browser
  let page: Awaited<ReturnType<typeof serveCallPage>>
  let host: EngineUnderTest
  let ann: Caller
  let bob: Caller

  beforeAll(async () => {
    ;[browser, page, host] = await Promise.all([launchChromium(), serveCallPage(), startEmbeddedEngine()])
    ;[ann, bob] = (await Promise.all(
      (['ann', 'bob'] as const).map((name) => openCall(browser, page.url, host.engine, 'room', name)),
    )) as [Caller, Caller]
    await ann.call('setCamera', true)
    await ann.call('setMicrophone', true)
    await ann.call('setMicrophone', false)
    await bob.call('setMicrophone', true)
  })
  afterAll(async () => {
    await Promise.all([browser.close(), page.close(), host.stop()])
  })

  const phasesOf = () => Promise.all([ann, bob].map(async ({ call }) => (await call('phase')).name))
  const framesOf = async () => (await bob.call('report', 'ann', 'camera'))['framesDecoded'] ?? 0

  const expectAllBack = async () => {
    await expect.poll(phasesOf).toEqual(['live', 'live'])
    await expect.poll(framesOf).toBeGreaterThan(3)
    const before = await framesOf()
    await expect.poll(framesOf).toBeGreaterThan(before)
    expect(await bob.call('people')).toEqual([
      { id: 'bob', isMe: true, microphone: 'open', hasCamera: false, hasScreen: false },
      { id: 'ann', isMe: false, microphone: 'muted', hasCamera: true, hasScreen: false },
    ])
  }

  it('[LV7] has its picture, its devices and its mutes back from the next engine', async () => {
    await expectAllBack()
    await host.stop()
    await expect.poll(phasesOf).toEqual(['away', 'away'])
    await host.startAgain()
    await expectAllBack()
  })

  it('[LV7] has them back also where the engine is away for longer than anybody gives up', async () => {
    // What is timed from here on is timed by the page's own clock.
    await Promise.all([ann, bob].map((one) => one.page.clock.install()))
    await host.stop()
    const attemptsOf = () => Promise.all([ann, bob].map(async ({ call }) => (await call('phase')).attempts))
    // The client below has given up: it is joined anew, and refused.
    await expect.poll(async () => Math.min(...(await attemptsOf()))).toBeGreaterThan(0)
    await Promise.all([ann, bob].map((one) => one.page.clock.fastForward(AWAY_MS)))
    const before = Math.min(...(await attemptsOf()))
    await expect.poll(async () => Math.min(...(await attemptsOf()))).toBeGreaterThan(before)
    await host.startAgain()
    await expectAllBack()
  })
})
