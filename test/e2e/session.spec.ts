import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { MEDIA_ARGUMENTS } from '../media/support/client-page.ts'
import { talkDraft } from '../support/programme.ts'
import { expectAccessible, openPage } from './clean-page.ts'
import { foundFair, showGoods, signUp, type Person } from './fair-setup.ts'
import { theFair, withOwnFair } from './start-fair.ts'

test.use({
  launchOptions: { executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: MEDIA_ARGUMENTS },
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

const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(name) }).click()

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
  const everybody = [host, second, clara, boris, lola]

  await test.step('the exhibitor holds it here and opens the waiting room', async () => {
    await host.page.goto(address)
    await expectAccessible(host.page)
    await host.page.getByRole('button', { name: 'Hold this session here' }).click()
    await host.page.getByRole('button', { name: 'Open the waiting room' }).click()
    await expect(host.page.getByRole('button', { name: 'Begin the session' })).toBeVisible()
  })

  await test.step('people wait and look at their devices; the host lets them in', async () => {
    for (const { page } of [second, clara, boris, lola]) await page.goto(address)
    await expect(clara.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible()
    await expectAccessible(clara.page)
    await expectAccessible(lola.page)
    await host.page.getByRole('button', { name: 'Let 4 people in' }).click()
    await expect(clara.page.getByRole('tab', { name: 'Chat' })).toBeVisible()
    await expect(lola.page.getByRole('tab', { name: 'Chat' })).toBeVisible()
    await host.page.getByRole('button', { name: 'Begin the session' }).click()
  })

  await test.step('the host speaks with camera; the others see her', async () => {
    await host.page.getByRole('button', { name: 'Switch your camera on' }).click()
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
    await tab(host.page, 'People')
    await host.page.getByRole('button', { name: 'What to do with Rustam Cohost' }).click()
    await host.page.getByRole('menuitem', { name: 'Make them: Co-host' }).click()
    await expect(second.page.getByRole('button', { name: 'Goods on stage' })).toBeVisible()
    await expectAccessible(host.page)
  })

  await test.step('goods come on the stage in 3D, in her pose, for everybody', async () => {
    await host.page.getByRole('button', { name: 'Goods on stage' }).click()
    await host.page.getByRole('button', { name: goodsName }).click()
    await expectAccessible(host.page)
    await host.page.getByRole('button', { name: 'Show on the stage' }).click()
    for (const { page } of [clara, lola])
      await expect(page.getByRole('img', { name: new RegExp(goodsName) }).locator('canvas')).toBeVisible()
    await expect(clara.page.getByRole('button', { name: 'Look freely' })).toBeVisible()
    await host.page.getByRole('button', { name: 'The goods' }).waitFor()
    await expectAccessible(clara.page)
    await expectAccessible(lola.page)
  })

  await test.step('a question with votes, and a poll', async () => {
    await tab(clara.page, 'Questions')
    await clara.page.getByLabel('Your question').fill('How wide is it?')
    await clara.page.getByRole('button', { name: 'Ask', exact: true }).click()
    await tab(lola.page, 'Questions')
    await lola.page.getByRole('button', { name: /vote for “How wide is it\?”/ }).click()
    await tab(host.page, 'Questions')
    await expect(host.page.getByRole('button', { name: '1 vote: vote for “How wide is it?”' })).toBeVisible()
    await expectAccessible(host.page)
    await host.page.getByRole('button', { name: 'Answered' }).click()
    await tab(second.page, 'Polls')
    await second.page.getByLabel('A new poll').fill('Which weight do you need?')
    await second.page.getByLabel('Answers, one on each line').fill('Under 300 g\nOver 300 g')
    await second.page.getByRole('button', { name: 'Prepare the poll' }).click()
    await second.page.getByRole('button', { name: 'Let people vote' }).click()
    await tab(clara.page, 'Polls')
    await clara.page.getByRole('radio', { name: 'Over 300 g' }).check()
    await clara.page.getByRole('button', { name: 'Vote', exact: true }).click()
    await expect(clara.page.getByText('100%')).toBeVisible()
    await expectAccessible(clara.page)
    await expectAccessible(second.page)
    await second.page.getByRole('button', { name: 'Close the poll' }).click()
    await expect(clara.page.getByText('closed')).toBeVisible()
  })

  await test.step('a raised hand gets the floor, and with it a microphone', async () => {
    await clara.page.getByRole('button', { name: 'Raise a hand' }).click()
    await tab(second.page, 'People')
    await second.page.getByRole('button', { name: 'Give the floor' }).click()
    await clara.page.getByRole('button', { name: 'Switch your microphone on' }).click()
    await expect(clara.page.getByRole('button', { name: 'Mute your microphone' })).toBeVisible()
  })

  await test.step('the web process is killed; nothing is lost, and all go on', async () => {
    // What a lost line makes a library say is no fault of the page; before it, nothing is said.
    for (const { complaints } of everybody) expect(complaints).toEqual([])
    await tab(boris.page, 'Чат')
    await boris.page.getByLabel('Написать всем').fill('Добрый день')
    await boris.page.getByRole('button', { name: 'Отправить' }).click()
    await tab(host.page, 'Chat')
    await expect(host.page.getByText('Добрый день')).toBeVisible()
    const { web: killed } = await theFair().pids()
    process.kill(killed, 'SIGKILL')
    await clara.page.getByRole('tab', { name: 'Chat' }).click()
    await clara.page.getByLabel('Write to all').fill('Written while it was away')
    await clara.page.getByRole('button', { name: 'Send' }).click()
    await expect(host.page.getByText('Written while it was away')).toBeVisible()
    await expect(host.page.getByText('Written while it was away')).toHaveCount(1)
    await expect(host.page.getByText('Добрый день')).toBeVisible()
  })

  await test.step('the co-host sends somebody out; the host ends it for all', async () => {
    await tab(second.page, 'People')
    await second.page.getByRole('button', { name: 'What to do with Lola Designer' }).click()
    await second.page.getByRole('menuitem', { name: 'Send out', exact: true }).click()
    await expect(lola.page.getByText('The host has sent you out of this session.')).toBeVisible()
    await host.page.getByRole('button', { name: 'End for all' }).click()
    await host.page.getByRole('button', { name: 'Yes, end it for all' }).click()
    await expect(clara.page.getByRole('heading', { name: /The session is over/ })).toBeVisible()
    await clara.page.getByLabel('The exhibitor may write to me about what was shown.').check()
    await expectAccessible(clara.page)
  })
})
