import { randomUUID } from 'node:crypto'
import { chromium, expect, test } from '@playwright/test'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { CHROMIUM, CALM_MEDIA_ARGUMENTS } from '../media/support/client-page.ts'
import { talkDraft } from '../support/programme.ts'
import { expectAccessible, openPage } from './clean-page.ts'
import { foundFair, furnishStand, publishProduct } from './fair-setup.ts'
import { withOwnFair } from './start-fair.ts'

test.use({ launchOptions: { executablePath: CHROMIUM, args: CALM_MEDIA_ARGUMENTS } })
withOwnFair()

/** A browser's own recogniser needs its maker's service: this one hears the same sentence whenever it is begun. */
const installRecogniser = () => {
  class StandIn {
    onresult?: (event: { resultIndex: number; results: object[] }) => void
    start(): void {
      setTimeout(() => this.onresult?.({ resultIndex: 0, results: [{ isFinal: true, 0: { transcript: 'A twill 3/1.' } }] })) // prettier-ignore
    }
    stop(): void {}
  }
  Object.assign(globalThis, { SpeechRecognition: StandIn, webkitSpeechRecognition: StandIn })
}

/** What a killed browser may lose. */
const LOST_MS = 5000

test('[RC1] [RC2] what a killed browser recorded is there but for its last seconds, and is published with its chapters', async ({
  browser,
}) => {
  const fair = await foundFair()
  const goods = await publishProduct(fair.exhibitor, fair.company.id, 'Rigid denim 13 oz')
  await furnishStand(fair, [goods])
  const { id: sessionId } = await fair.organiser.call(programmeRoutes.createSession, {
    body: { id: randomUUID(), draft: talkDraft(fair.stand.id, '2026-12-01T09:00:00.000Z') },
  })
  const params = { sessionId }
  await fair.exhibitor.call(sessionRoutes.holdSession, {
    params,
    body: { ...USUAL_SETTINGS, waitingRoom: false },
  })
  const address = `/sessions/${sessionId}`

  const doomed = await chromium.launchServer({ executablePath: CHROMIUM, args: CALM_MEDIA_ARGUMENTS })
  const host = await openPage(await chromium.connect(doomed.wsEndpoint()), {}, { person: fair.exhibitor })
  const clara = await openPage(browser, {}, { guestName: 'Clara Buyer' })
  let recordedMs = 0

  await test.step('the host records, and everybody is told', async () => {
    await host.page.addInitScript(installRecogniser)
    await host.page.goto(address)
    await host.page.getByRole('button', { name: 'Open the waiting room' }).click()
    await host.page.getByRole('button', { name: 'Begin the session' }).click()
    await host.page.getByRole('button', { name: 'Switch your camera on' }).click()
    await host.page.getByRole('button', { name: 'Switch your microphone on' }).click()
    await clara.page.goto(address)
    await host.page.getByRole('button', { name: 'Captions' }).click()
    await host.page.getByLabel('Write captions from my voice').check()
    await expectAccessible(host.page)
    await host.page.keyboard.press('Escape')
    await host.page.getByRole('button', { name: 'Record', exact: true }).click()
    await expect(host.page.getByText('are safe at the fair')).toBeVisible()
    const startedMs = Date.now()
    await expect(clara.page.getByText('This session is being recorded.')).toBeVisible()
    await expectAccessible(host.page)
    await host.page.getByRole('button', { name: 'Goods on stage' }).click()
    await host.page.getByRole('button', { name: 'Rigid denim 13 oz' }).click()
    await host.page.getByRole('button', { name: 'Show on the stage' }).click()
    // Its beginning must not be among what is lost.
    const sent = host.page.getByText('are safe at the fair')
    for (let piece = 0; piece <= LOST_MS / 1000; piece++)
      await expect(sent).not.toHaveText((await sent.textContent()) ?? '')
    // Captions are kept while they grow: those of a killed browser are there.
    const captions = async () =>
      (await fair.exhibitor.call(recordingRoutes.getPlayback, { params })).recordings[0]?.captions
    await expect.poll(captions, { timeout: 20_000 }).toEqual(['en'])
    recordedMs = Date.now() - startedMs
    // What the end of a call makes a library say is no fault of the page; before it, nothing is said.
    expect([...host.complaints, ...clara.complaints]).toEqual([])
  })

  await test.step('her browser is killed; she comes back and ends the session', async () => {
    doomed.process().kill('SIGKILL')
    const again = await openPage(browser, {}, { person: fair.exhibitor })
    await again.page.goto(address)
    await again.page.getByRole('button', { name: 'End for all' }).click()
    await again.page.getByRole('button', { name: 'Yes, end it for all' }).click()
    await expect(again.page.getByText('Still arriving.')).toBeVisible()
    await again.page.getByLabel(/^Published/).click()
    await expect(again.page.getByLabel(/^Published/)).toBeChecked()
    await expect(again.page.locator('video')).toBeVisible()
    await expectAccessible(again.page)
    await again.page.getByLabel('Keep it for').selectOption('30')
    await expect(again.page.getByLabel('Keep it for')).toHaveValue('30')
  })

  await test.step('whoever was there watches it, from chapter to chapter', async () => {
    await clara.page.goto(address)
    const video = clara.page.locator('video')
    await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.duration)).toBeGreaterThan(0)
    const durationMs = (await video.evaluate((one: HTMLVideoElement) => one.duration)) * 1000
    expect(recordedMs - durationMs).toBeLessThan(LOST_MS)
    await expect(clara.page.locator('track[srclang="en"]')).toBeAttached()
    const denim = clara.page.getByRole('button', { name: /Rigid denim/ })
    await denim.click({ timeout: 10_000 })
    const { recordings } = await fair.exhibitor.call(recordingRoutes.getPlayback, { params })
    const chapter = recordings[0]?.chapters.find(({ kind }) => kind === 'goods')
    expect(chapter).toMatchObject({ productIds: [goods.id] })
    await expect
      .poll(() => video.evaluate((one: HTMLVideoElement) => one.currentTime))
      .toBeGreaterThanOrEqual((chapter?.atMs ?? 0) / 1000)
    await expect(denim).toHaveAttribute('aria-current', 'true')
    // To the end, and back to the beginning.
    for (const share of [0.95, 0.05]) {
      await video.evaluate((one: HTMLVideoElement, to) => {
        one.currentTime = one.duration * to
      }, share)
      await expect
        .poll(() => video.evaluate((one: HTMLVideoElement) => !one.seeking && one.readyState >= 2))
        .toBe(true)
    }
    await expectAccessible(clara.page)
  })
})
