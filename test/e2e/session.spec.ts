import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { CALM_MEDIA_ARGUMENTS } from '../media/support/client-page.ts'
import { talkDraft } from '../support/programme.ts'
import { expectAccessible, openPage } from './clean-page.ts'
import { foundFair, showGoods, signUp, type Person } from './fair-setup.ts'
import { openTab, press, takeFromMenu, write } from './keyboard.ts'
import { theFair, withOwnFair } from './start-fair.ts'

test.use({
  launchOptions: {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: CALM_MEDIA_ARGUMENTS,
  },
})
withOwnFair()

let fair: Awaited<ReturnType<typeof foundFair>>
let cohost: Person
let address: string
let goodsName: string

test.beforeAll(async () => {
  fair = await foundFair()
  const [product] = await showGoods(fair, ['denim-rigid'])
  goodsName = product?.name.en ?? ''
  cohost = await signUp('Rustam Cohost')
  const { id } = await fair.organiser.call(programmeRoutes.createSession, {
    body: { id: randomUUID(), draft: talkDraft(fair.stand.id, '2026-12-01T09:00:00.000Z') },
  })
  address = `/sessions/${id}`
})

/** A device that can't draw in 3D. */
const withoutWebGl = () => {
  const { getContext } = HTMLCanvasElement.prototype
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    kind: string,
    ...rest: unknown[]
  ) {
    return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest])
  } as typeof getContext
}

// By keyboard alone; what a mouse does besides is in the tests of the pages' parts.
test('a session from the waiting room to its end, with goods in 3D, a question, a poll and the floor', async ({
  browser,
}) => {
  const host = await openPage(browser, {}, { person: fair.exhibitor })
  const second = await openPage(browser, {}, { person: cohost })
  const clara = await openPage(browser, {}, { guestName: 'Clara Buyer' })
  const boris = await openPage(browser, { locale: 'ru-RU' }, { guestName: 'Борис' })
  const lola = await openPage(
    browser,
    { viewport: { width: 390, height: 844 } },
    { guestName: 'Lola Designer' },
  )
  // A device whose clock is wrong takes part like any other.
  await boris.page.clock.setSystemTime(Date.now() + 5 * 3_600_000)
  await boris.page.addInitScript(withoutWebGl)
  const everybody = [host, second, clara, boris, lola]

  await test.step('the exhibitor holds it here and opens the waiting room', async () => {
    await host.page.goto(address)
    await expectAccessible(host.page)
    await press(host.page.getByRole('button', { name: 'Hold this session here' }))
    await press(host.page.getByRole('button', { name: 'Open the waiting room' }))
    await expect(host.page.getByRole('button', { name: 'Begin the session' })).toBeVisible()
  })

  await test.step('people wait and look at their devices; the host lets them in', async () => {
    for (const { page } of [second, clara, boris, lola]) await page.goto(address)
    await expect(clara.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible()
    await expectAccessible(clara.page)
    await expectAccessible(lola.page)
    await press(host.page.getByRole('button', { name: 'Let 4 people in' }))
    await expect(clara.page.getByRole('tab', { name: 'Chat' })).toBeVisible()
    await expect(lola.page.getByRole('tab', { name: 'Chat' })).toBeVisible()
    await press(host.page.getByRole('button', { name: 'Begin the session' }))
  })

  await test.step('the host speaks with camera; the others see her', async () => {
    await press(host.page.getByRole('button', { name: 'Switch your camera on' }))
    const picture = clara.page.locator('li[data-identity] video')
    await expect
      .poll(() =>
        picture
          .first()
          .evaluate((video: HTMLVideoElement) => video.videoWidth)
          .catch(() => 0),
      )
      .toBeGreaterThan(0)
  })

  await test.step('she makes a co-host, who keeps order as she does', async () => {
    await openTab(host.page, 'People')
    await takeFromMenu(
      host.page.getByRole('button', { name: 'What to do with Rustam Cohost' }),
      'Make them: Co-host',
    )
    await expect(second.page.getByRole('button', { name: 'Goods on stage' })).toBeVisible()
    await expectAccessible(host.page)
  })

  await test.step('goods come on the stage in 3D, in her pose, for everybody', async () => {
    await press(host.page.getByRole('button', { name: 'Goods on stage' }))
    await press(host.page.getByRole('button', { name: goodsName }))
    await expectAccessible(host.page)
    await press(host.page.getByRole('button', { name: 'Show on the stage' }))
    for (const { page } of [clara, lola])
      await expect(page.getByRole('img', { name: new RegExp(goodsName) }).locator('canvas')).toBeVisible()
    await expect(clara.page.getByRole('button', { name: 'Look freely' })).toBeVisible()
    // [SS18] Where nothing can be drawn her own picture of them comes, and goes on.
    const shown = () =>
      boris.page
        .locator('[data-goods] video')
        .evaluate((video: HTMLVideoElement) => (video.videoWidth > 0 ? video.currentTime : 0))
        .catch(() => 0)
    await expect.poll(shown).toBeGreaterThan(0)
    const before = await shown()
    await expect.poll(shown).toBeGreaterThan(before)
    await host.page.getByRole('button', { name: 'The goods' }).waitFor()
    await expectAccessible(clara.page)
    await expectAccessible(lola.page)
  })

  await test.step('a question with votes, and a poll', async () => {
    await openTab(clara.page, 'Questions')
    await write(clara.page.getByLabel('Your question'), 'How wide is it?')
    await press(clara.page.getByRole('button', { name: 'Ask', exact: true }))
    await openTab(lola.page, 'Questions')
    await press(lola.page.getByRole('button', { name: /vote for “How wide is it\?”/ }))
    await openTab(host.page, 'Questions')
    await expect(host.page.getByRole('button', { name: '1 vote: vote for “How wide is it?”' })).toBeVisible()
    await expectAccessible(host.page)
    await press(host.page.getByRole('button', { name: 'Answered' }))
    await openTab(second.page, 'Polls')
    await write(second.page.getByLabel('A new poll'), 'Which weight do you need?')
    await write(second.page.getByLabel('Answers, one on each line'), 'Under 300 g\nOver 300 g')
    await press(second.page.getByRole('button', { name: 'Prepare the poll' }))
    await press(second.page.getByRole('button', { name: 'Let people vote' }))
    await openTab(clara.page, 'Polls')
    await press(clara.page.getByRole('radio', { name: 'Over 300 g' }), 'Space')
    await press(clara.page.getByRole('button', { name: 'Vote', exact: true }))
    await expect(clara.page.getByText('100%')).toBeVisible()
    await expectAccessible(clara.page)
    await expectAccessible(second.page)
    await press(second.page.getByRole('button', { name: 'Close the poll' }))
    await expect(clara.page.getByText('closed')).toBeVisible()
  })

  await test.step('a raised hand gets the floor, and with it a microphone', async () => {
    await press(clara.page.getByRole('button', { name: 'Raise a hand' }))
    await openTab(second.page, 'People')
    await press(second.page.getByRole('button', { name: 'Give the floor' }))
    await press(clara.page.getByRole('button', { name: 'Switch your microphone on' }))
    await expect(clara.page.getByRole('button', { name: 'Mute your microphone' })).toBeVisible()
  })

  await test.step('the web process is killed; nothing is lost, and all go on', async () => {
    // What a lost line makes a library say is no fault of the page; before it, nothing is said.
    for (const { complaints } of everybody) expect(complaints).toEqual([])
    await openTab(boris.page, 'Чат')
    await write(boris.page.getByLabel('Написать всем'), 'Добрый день')
    await press(boris.page.getByRole('button', { name: 'Отправить' }))
    await openTab(host.page, 'Chat')
    await expect(host.page.getByText('Добрый день')).toBeVisible()
    const { web: killed } = await theFair().pids()
    process.kill(killed, 'SIGKILL')
    await openTab(clara.page, 'Chat')
    await write(clara.page.getByLabel('Write to all'), 'Written while it was away')
    await press(clara.page.getByRole('button', { name: 'Send' }))
    await expect(host.page.getByText('Written while it was away')).toBeVisible()
    await expect(host.page.getByText('Written while it was away')).toHaveCount(1)
    await expect(host.page.getByText('Добрый день')).toBeVisible()
  })

  await test.step('the co-host sends somebody out; the host ends it for all', async () => {
    await openTab(second.page, 'People')
    await takeFromMenu(second.page.getByRole('button', { name: 'What to do with Lola Designer' }), 'Send out')
    await expect(lola.page.getByText('The host has sent you out of this session.')).toBeVisible()
    await press(host.page.getByRole('button', { name: 'End for all' }))
    await press(host.page.getByRole('button', { name: 'Yes, end it for all' }))
    await expect(clara.page.getByRole('heading', { name: /The session is over/ })).toBeVisible()
    const mayWrite = clara.page.getByLabel('The exhibitor may write to me about what was shown.')
    await press(mayWrite, 'Space')
    await expect(mayWrite).toBeChecked()
    await expectAccessible(clara.page)
  })
})
