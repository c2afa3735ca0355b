import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, expect, test, type Browser } from '@playwright/test'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { CHROMIUM, CALM_MEDIA_ARGUMENTS } from '../media/support/client-page.ts'
import { startEmbeddedEngine, type EngineUnderTest } from '../media/support/engine-under-test.ts'
import { startEgress } from '../support/egress.ts'
import { createPageRecorder } from '../support/page-recorder.ts'
import { talkDraft } from '../support/programme.ts'
import { expectAccessible, openPage } from './clean-page.ts'
import { foundFair, showGoods } from './fair-setup.ts'
import { withOwnFair } from './start-fair.ts'

test.use({ launchOptions: { executablePath: CHROMIUM, args: CALM_MEDIA_ARGUMENTS } })

let engine: EngineUnderTest
let machine: Browser
let recorder: ReturnType<typeof createPageRecorder>
let egress: Awaited<ReturnType<typeof startEgress>>
let folder: string

withOwnFair(async () => {
  engine = await startEmbeddedEngine()
  machine = await chromium.launch({ executablePath: CHROMIUM, args: CALM_MEDIA_ARGUMENTS })
  recorder = createPageRecorder(machine)
  const enginePort = Number(new URL(engine.engine.url).port)
  egress = await startEgress({ keys: engine.keys, recorder, enginePort })
  folder = await mkdtemp(path.join(tmpdir(), 'fairloom-egress-'))
  return {
    LIVEKIT_URL: egress.url,
    LIVEKIT_API_KEY: engine.keys.key,
    LIVEKIT_API_SECRET: engine.keys.secret,
    LIVEKIT_EGRESS_DIR: folder,
  }
})
test.afterAll(async () => {
  await machine.close()
  await egress.close()
  await engine.stop()
  await rm(folder, { recursive: true })
})

/** Chromium's fake microphone beeps once a second. */
const LOUD = 0.02

/** In the page: how loud a recording is at most (0 to 1), and how dark the middle of its first picture (0 to 255). */
const lookInto = async (media: string) => {
  const bytes = await (await fetch(media)).arrayBuffer()
  const url = URL.createObjectURL(new Blob([bytes], { type: 'video/mp4' }))
  const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes)
  const loudest = sound.getChannelData(0).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const video = document.createElement('video')
  video.muted = true
  video.src = url
  await new Promise((resolve) => video.addEventListener('loadeddata', resolve))
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  context?.drawImage(video, 530, 400, 10, 10, 0, 0, 1, 1)
  const [red = 255, green = 255, blue = 255] = context?.getImageData(0, 0, 1, 1).data ?? []
  return { loudest, darkest: Math.max(red, green, blue) }
}

test('[RC7] the fair records what is on the stage, with goods in 3D and all voices, also when the host’s page is closed', async ({
  browser,
}) => {
  const fair = await foundFair()
  const [denim] = await showGoods(fair, ['denim-rigid'])
  const { id: sessionId } = await fair.organiser.call(programmeRoutes.createSession, {
    body: { id: randomUUID(), draft: talkDraft(fair.stand.id, '2026-12-01T09:00:00.000Z') },
  })
  const params = { sessionId }
  await fair.exhibitor.call(sessionRoutes.holdSession, { params, body: USUAL_SETTINGS })
  const address = `/sessions/${sessionId}`
  const host = await openPage(browser, {}, { person: fair.exhibitor })

  await test.step('the host orders it, and is told when it begins', async () => {
    await host.page.goto(address)
    await host.page.getByRole('button', { name: 'Open the waiting room' }).click()
    await host.page.getByRole('button', { name: 'Begin the session' }).click()
    await host.page.getByRole('button', { name: 'Switch your camera on' }).click()
    await host.page.getByRole('button', { name: 'Switch your microphone on' }).click()
    await host.page.getByRole('button', { name: 'Goods on stage' }).click()
    await host.page.getByRole('button', { name: denim?.name.en ?? '' }).click()
    await host.page.getByRole('button', { name: 'Show on the stage' }).click()
    await host.page.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(host.page.getByText('The fair records')).toBeVisible()
    await expectAccessible(host.page)
    expect(host.complaints).toEqual([])
  })

  await test.step('the recorder sees the stage and nothing else, and nobody sees it', async () => {
    const [stage] = recorder.pages
    if (!stage) throw new Error('the recorder has no page')
    await expect(stage.locator('[data-goods] canvas')).toBeVisible()
    await expectAccessible(stage)
    await expect.poll(() => stage.evaluate(() => globalThis.loudest)).toBeGreaterThan(LOUD)
    await expect(host.page.getByRole('tab', { name: 'People (1)' })).toBeVisible()
  })

  await test.step('her page is closed; she comes back, and it has gone on', async () => {
    await host.close()
    const again = await openPage(browser, {}, { person: fair.exhibitor })
    await again.page.goto(address)
    await expect(again.page.getByText('The fair records')).toBeVisible()
    // What the end of a call makes a library say is no fault of the page; before it, nothing is said.
    expect(again.complaints).toEqual([])
    await again.page.getByRole('button', { name: 'End for all' }).click()
    await again.page.getByRole('button', { name: 'Yes, end it for all' }).click()
    const video = again.page.getByLabel('Recording of Twills')
    await expect(video).toBeVisible({ timeout: 20_000 })
    await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.duration)).toBeGreaterThan(2)
    await expect(again.page.getByRole('link', { name: /^Download/ })).toHaveAttribute('download', /\.mp4$/)
    const { recordings } = await fair.exhibitor.call(recordingRoutes.getPlayback, { params })
    expect(recordings).toMatchObject([{ state: 'ready', by: 'fair' }])
    const { loudest, darkest } = await again.page.evaluate(
      lookInto,
      `/api${address}/recordings/${recordings[0]?.id}/media`,
    )
    expect(loudest).toBeGreaterThan(LOUD)
    // The cloth, before paper.
    expect(darkest).toBeLessThan(110)
  })
})
