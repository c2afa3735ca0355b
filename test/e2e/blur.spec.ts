import { expect, test, type Page } from '@playwright/test'
import { liveRoomName } from '#shared/model/live-room.ts'
import { CHROMIUM, MEDIA_ARGUMENTS } from '../media/support/client-page.ts'
import { writeDrawnCamera } from '../media/support/drawn-camera.ts'
import { expectAccessible, openPage } from './clean-page.ts'
import { foundFair, furnishStand } from './fair-setup.ts'
import { press } from './keyboard.ts'
import { withOwnFair } from './start-fair.ts'

const camera = await writeDrawnCamera()
test.use({
  launchOptions: {
    executablePath: CHROMIUM,
    args: [...MEDIA_ARGUMENTS, `--use-file-for-fake-video-capture=${camera}`],
  },
})
withOwnFair()

/** How much neighbours differ at most in the wall as it is drawn is over 50 of 255; blurred it is under 10. */
const SHARP = 18
const BLURRED = 9

interface Detail {
  pictures: number
  /** Of the last picture. */
  wall: number
  person: number
  /** Of the sharpest wall since the watch began. */
  sharpestWall: number
}

/** Looks at every picture that a video shows from now on: how much neighbours differ, where the wall is and in the face. */
const watchDetail = (page: Page, video: string) =>
  page.locator(video).evaluate((shown: HTMLVideoElement) => {
    const detail: Detail = { pictures: 0, wall: NaN, person: NaN, sharpestWall: 0 }
    const canvas = new OffscreenCanvas(1, 1)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    const within = (x: number, y: number, across: number, down: number) => {
      const [width, height] = [Math.round(across * canvas.width), Math.round(down * canvas.height)]
      const { data } = context!.getImageData(x * canvas.width, y * canvas.height, width, height)
      let sum = 0
      for (let at = 4; at < data.length; at += 4)
        if ((at / 4) % width !== 0) sum += Math.abs((data[at] ?? 0) - (data[at - 4] ?? 0))
      return sum / (width * height)
    }
    const look = () => {
      canvas.width = shown.videoWidth
      canvas.height = shown.videoHeight
      context?.drawImage(shown, 0, 0)
      detail.wall = within(0.05, 0.15, 0.2, 0.3)
      detail.person = within(0.43, 0.32, 0.14, 0.22)
      detail.sharpestWall = Math.max(detail.sharpestWall, detail.wall)
      detail.pictures += 1
      shown.requestVideoFrameCallback(look)
    }
    shown.requestVideoFrameCallback(look)
    Object.assign(globalThis, { detail })
  })

const detailOn = (page: Page) => page.evaluate(() => (globalThis as unknown as { detail: Detail }).detail)
const wallOn = async (page: Page) => (await detailOn(page)).wall
const picturesOn = async (page: Page) => (await detailOn(page)).pictures

const blurInCall = async (page: Page) => {
  await page.getByRole('button', { name: 'Change devices' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Blur what is behind me' }).click()
  // The button would close a menu that is still there.
  await expect(page.getByRole('menu')).toHaveCount(0)
}

test('what is behind somebody is blurred before anybody sees it, or their camera stays off', async ({
  browser,
}) => {
  const fair = await foundFair()
  await furnishStand(fair, [])
  const room = `/live/${encodeURIComponent(liveRoomName({ kind: 'stand', standId: fair.stand.id }))}`
  const seller = await openPage(browser, {}, { person: fair.exhibitor })
  const buyer = await openPage(browser, {}, { guestName: 'Clara Buyer' })
  const theirs = 'li[data-identity]:not(:has-text("(you)")) video'

  await test.step('the device check shows it', async () => {
    await seller.page.goto(room)
    await press(seller.page.getByRole('switch', { name: 'Camera' }), 'Space')
    await watchDetail(seller.page, 'video')
    await expect.poll(() => wallOn(seller.page)).toBeGreaterThan(SHARP)
    await press(seller.page.getByRole('switch', { name: 'Blur what is behind me' }), 'Space')
    await expect.poll(() => wallOn(seller.page)).toBeLessThan(BLURRED)
    await expectAccessible(seller.page)
  })

  await test.step('from the first picture on, others see the person and not the wall', async () => {
    await buyer.page.goto(room)
    await buyer.page.getByRole('button', { name: 'Come in' }).click()
    await seller.page.getByRole('button', { name: 'Come in' }).click()
    await expect(buyer.page.locator(theirs)).toBeVisible()
    await watchDetail(buyer.page, theirs)
    await expect.poll(() => picturesOn(buyer.page)).toBeGreaterThan(8)
    const { sharpestWall, wall, person } = await detailOn(buyer.page)
    expect(sharpestWall).toBeLessThan(BLURRED)
    expect(person).toBeGreaterThan(wall)
  })

  await test.step('it is switched off and on again in the call', async () => {
    await blurInCall(seller.page)
    await expect.poll(() => wallOn(buyer.page)).toBeGreaterThan(SHARP)
    await blurInCall(seller.page)
    await expect.poll(() => wallOn(buyer.page)).toBeLessThan(BLURRED)
  })

  await test.step('a camera that was off comes back blurred', async () => {
    await seller.page.getByRole('button', { name: 'Switch your camera off' }).click()
    await expect(buyer.page.locator(theirs)).toHaveCount(0)
    await seller.page.getByRole('button', { name: 'Switch your camera on' }).click()
    await expect(buyer.page.locator(theirs)).toBeVisible()
    await watchDetail(buyer.page, theirs)
    await expect.poll(() => picturesOn(buyer.page)).toBeGreaterThan(8)
    expect((await detailOn(buyer.page)).sharpestWall).toBeLessThan(BLURRED)
  })

  await test.step('where it can’t be blurred the camera stays off, and one is told', async () => {
    await seller.page.route('**/*.wasm', (route) => route.abort())
    await seller.page.reload()
    await expect(seller.page.getByRole('alert')).toContainText('can’t blur what is behind you')
    await seller.page.getByRole('button', { name: 'Come in' }).click()
    const camera = seller.page.getByRole('button', { name: 'Switch your camera on' })
    await camera.click()
    await expect(seller.page.getByRole('alert')).toContainText('can’t blur what is behind you')
    await expect(camera).toBeVisible()
    await expect(buyer.page.locator(theirs)).toHaveCount(0)
  })

  expect(buyer.complaints).toEqual([])
  await Promise.all([seller.close(), buyer.close()])
})
