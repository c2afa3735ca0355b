import { expect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import { fabricSheet } from '#assets/fair/fabrics.ts'
import { NOMINAL_PX_PER_MM } from '#client/ui-kit/swatch/ruler-ticks.ts'
import { measureThreads, type ThreadSystem } from '../support/thread-count.ts'
import { openPage } from './clean-page.ts'
import { foundFair, showGoods } from './fair-setup.ts'
import { withOwnFair } from './start-fair.ts'

withOwnFair()

/** A twill whose warp covers its weft, and a plain weave of uneven yarn. */
const CLOTHS = ['denim-rigid', 'linen-natural'] as const
/** Rendered threads per centimetre may be off by this share. */
const TOLERANCE = 0.02
/** Threads in the picture stand out this much from what is no thread; see `measureThreads`. */
const CLARITY = 20
/** Edge of the square that is measured, in pixels. */
const SPAN_PX = 400
/** High enough for so much of a swatch and the rulers above it. */
const VIEW = { width: 1440, height: 1200 }
const RULER_PX = 22
const ENLARGED = 5
const PX_PER_MM = NOMINAL_PX_PER_MM * ENLARGED

let hallSlug = ''
const productIds = new Map<string, string>()

test.beforeAll(async () => {
  const fair = await foundFair()
  hallSlug = fair.hall.slug
  const products = await showGoods(fair, CLOTHS)
  products.forEach(({ id }, at) => productIds.set(CLOTHS[at] ?? '', id))
})

const statedPerCm = (slug: string, threads: ThreadSystem): number => {
  const sheet = fabricSheet(slug)
  if (sheet.material !== 'woven') throw new Error(`${slug} is not woven`)
  return threads === 'picks' ? sheet.picksPerCm : sheet.endsPerCm
}

/** Threads of a picture drawn at so many pixels a millimetre are as many as the data sheet states. */
const expectStated = async (picture: Buffer, slug: string, threads: ThreadSystem, pxPerMm: number) => {
  const stated = statedPerCm(slug, threads)
  const { periodPx, clarity } = await measureThreads(picture, threads, (10 * pxPerMm) / stated)
  const measured = (10 * pxPerMm) / periodPx
  const figures = `${slug}: ${threads} ${measured.toFixed(2)} a cm, stated ${stated}, clarity ${clarity.toFixed(0)}`
  test.info().annotations.push({ type: 'measured', description: figures })
  expect(clarity, figures).toBeGreaterThan(CLARITY)
  expect(Math.abs(measured / stated - 1), figures).toBeLessThan(TOLERANCE)
}

/** The swatch, five times enlarged, with its rulers: they begin at its upper left corner. */
const pictureOfSwatch = async (page: Page) => {
  await page.getByText(`${ENLARGED}×`, { exact: true }).click()
  const swatch = page.getByRole('group', { name: /of the cloth, seen from straight above/ })
  await swatch.scrollIntoViewIfNeeded()
  await expect(swatch.getByRole('img')).toHaveJSProperty('complete', true)
  return swatch.screenshot()
}

for (const slug of CLOTHS) {
  test(`${slug} on its page has the stated threads by the rulers beside it`, async ({ browser }) => {
    const { page, close } = await openPage(browser, { viewport: VIEW })
    await page.goto(`/products/${productIds.get(slug)}`)
    const picture = await pictureOfSwatch(page)
    const cut = (left: number, top: number, width: number, height: number) =>
      sharp(picture).extract({ left, top, width, height }).png().toBuffer()
    const cloth = await cut(RULER_PX, RULER_PX, SPAN_PX, SPAN_PX)
    // All marks of a ruler, those of millimetres too, cover its last pixels before the cloth.
    const marks = { picks: await cut(RULER_PX - 4, RULER_PX, 3, SPAN_PX), ends: await cut(RULER_PX, RULER_PX - 4, SPAN_PX, 3) } // prettier-ignore
    for (const threads of ['picks', 'ends'] as const) {
      const { periodPx: pxPerMm } = await measureThreads(marks[threads], threads, PX_PER_MM)
      await expectStated(cloth, slug, threads, pxPerMm)
    }
    await close()
  })

  test(`${slug} in hand in the hall has the stated threads by the shape of its model`, async ({
    browser,
  }) => {
    const visitor = { guestName: 'Clara' }
    // Still: the view comes to where the keys lead it at once.
    const { page, close } = await openPage(browser, { viewport: VIEW, reducedMotion: 'reduce' }, visitor)
    await page.goto(`/halls/${hallSlug}?quality=low&product=${productIds.get(slug)}`)
    await page.waitForFunction(() => Boolean(globalThis.fairloomStats?.surfaceScale))
    // From the first look, a little from the right and above, to straight ahead and as near as one gets.
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowDown', ...Array.from({ length: 20 }, () => '+')])
      await page.keyboard.press(key)
    const frames = await page.evaluate(() => globalThis.fairloomStats?.frames ?? 0)
    await page.waitForFunction((before) => (globalThis.fairloomStats?.frames ?? 0) > before + 2, frames)
    const scale = await page.evaluate((spanPx) => globalThis.fairloomStats?.surfaceScale?.(spanPx), SPAN_PX)
    if (!scale) throw new Error('the product is no longer in hand')
    const { width, height } = VIEW
    const clip = { x: (width - SPAN_PX) / 2, y: (height - SPAN_PX) / 2, width: SPAN_PX, height: SPAN_PX }
    const picture = await page.screenshot({ clip })
    await expectStated(picture, slug, 'picks', scale.downPxPerMm)
    await expectStated(picture, slug, 'ends', scale.acrossPxPerMm)
    await close()
  })
}
