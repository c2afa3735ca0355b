import { expect, test, type Page } from '@playwright/test'
import { liveRoomName } from '#shared/model/live-room.ts'
import { CALM_MEDIA_ARGUMENTS } from '../media/support/client-page.ts'
import { expectAccessible, openPage } from './clean-page.ts'
import { foundFair, furnishStand } from './fair-setup.ts'
import { theFair, withOwnFair } from './start-fair.ts'

test.use({
  launchOptions: {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: CALM_MEDIA_ARGUMENTS,
  },
})
withOwnFair()

let fair: Awaited<ReturnType<typeof foundFair>>
test.beforeAll(async () => {
  fair = await foundFair()
  await furnishStand(fair, [])
})

/** Seconds of somebody's picture that a page has shown. */
const shownOf = (page: Page, identity: string) =>
  page
    .locator(`li[data-identity="${identity}"] video`)
    .evaluate((video: HTMLVideoElement) => (video.videoWidth > 0 ? video.currentTime : 0))
    .catch(() => 0)

const expectPicture = async (page: Page, identity: string) => {
  await expect.poll(() => shownOf(page, identity)).toBeGreaterThan(0)
  const before = await shownOf(page, identity)
  await expect.poll(() => shownOf(page, identity)).toBeGreaterThan(before)
}

/** How many the engine has in a room; none while it is away. */
const peopleIn = (page: Page, room: string) =>
  page.evaluate(async (address) => {
    const { people = [] } = (await (await fetch(`/api${address}`)).json()) as { people?: unknown[] }
    return people.length
  }, room)

const myIdentity = (page: Page) =>
  page.evaluate(async () => {
    const me = (await (await fetch('/api/me')).json()) as { principal: { id: string } }
    return me.principal.id
  })

test('people of a stand see and hear each other, staff keeps order, and a killed engine costs seconds', async ({
  browser,
}) => {
  const room = `/live/${encodeURIComponent(liveRoomName({ kind: 'stand', standId: fair.stand.id }))}`
  const seller = await openPage(browser, {}, { person: fair.exhibitor })
  const buyer = await openPage(
    browser,
    { viewport: { width: 390, height: 844 } },
    { guestName: 'Clara Buyer' },
  )
  const [sellerId, buyerId] = await Promise.all(
    [seller, buyer].map(async ({ page }) => {
      await page.goto(room)
      return myIdentity(page)
    }),
  )
  if (!sellerId || !buyerId) throw new Error('both are known')

  await test.step('they check camera and microphone, and come in', async () => {
    await expect(buyer.page.getByText('Nobody is in this room yet.')).toBeVisible()
    await expectAccessible(buyer.page)
    for (const { page } of [seller, buyer]) {
      await page.getByRole('switch', { name: 'Camera' }).check({ force: true })
      await expect(page.locator('video')).toBeVisible()
      await page.getByRole('button', { name: 'Come in' }).click()
    }
    await Promise.all([expectPicture(seller.page, buyerId), expectPicture(buyer.page, sellerId)])
    await expectAccessible(seller.page)
    await expectAccessible(buyer.page)
  })

  await test.step('one shows a screen', async () => {
    await seller.page.getByRole('button', { name: 'Show your screen' }).click()
    await expect(buyer.page.getByText(`Screen of ${fair.exhibitor.name}`)).toBeVisible()
    await seller.page.getByRole('button', { name: 'Stop showing your screen' }).click()
    await expect(buyer.page.getByText(`Screen of ${fair.exhibitor.name}`)).toHaveCount(0)
  })

  await test.step('the buyer mutes herself; the engine is killed; both are back, and she is muted still', async () => {
    await buyer.page.getByRole('button', { name: 'Mute your microphone' }).click()
    await expect(seller.page.getByRole('listitem').filter({ hasText: 'Clara Buyer' })).toContainText(
      'Clara Buyer',
    )
    const { media: killed } = await theFair().pids()
    process.kill(killed, 'SIGKILL')
    await expect.poll(async () => (await theFair().pids()).media).not.toBe(killed)
    // The new engine knows those only who have come back to it.
    await expect.poll(() => peopleIn(seller.page, room), { timeout: 30_000 }).toBe(2)
    await Promise.all([expectPicture(seller.page, buyerId), expectPicture(buyer.page, sellerId)])
    await expect(buyer.page.getByRole('button', { name: 'Switch your microphone on' })).toBeVisible()
  })

  await test.step('staff silences her: picture and microphone end, also for a page that is loaded anew', async () => {
    await seller.page.getByRole('button', { name: 'Who hears you' }).click()
    await seller.page.getByRole('button', { name: 'Keep order: Clara Buyer' }).click()
    await seller.page.getByRole('menuitem', { name: 'Silence' }).click()
    await expect(buyer.page.getByText('The staff has switched off your microphone')).toBeVisible()
    await expect(seller.page.locator(`li[data-identity="${buyerId}"] video`)).toHaveCount(0)
    await buyer.page.reload()
    await buyer.page.getByRole('button', { name: 'Come in' }).click()
    await expect(buyer.page.getByText('The staff has switched off your microphone')).toBeVisible()
    await expectAccessible(seller.page)
  })

  await test.step('staff sends her out, and she does not come in again', async () => {
    await seller.page.getByRole('button', { name: 'Keep order: Clara Buyer' }).click()
    await seller.page.getByRole('menuitem', { name: 'Send out of the room' }).click()
    await expect(buyer.page.getByText('The staff has sent you out of this room.')).toBeVisible()
    await buyer.page.reload()
    await buyer.page.getByRole('button', { name: 'Come in' }).click()
    await expect(buyer.page.getByRole('alert')).toBeVisible()
  })
})
