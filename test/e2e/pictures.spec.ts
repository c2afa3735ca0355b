import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { talkDraft } from '../support/programme.ts'
import { pictureDifference, reduced } from '../support/picture-difference.ts'
import { openPage } from './clean-page.ts'
import { buildStand, foundFair, showGoods } from './fair-setup.ts'
import { withOwnFair } from './start-fair.ts'

withOwnFair()

/**
 * How much a picture may differ from its reference; see `pictureDifference`. Runs of the same sources differ by a mean
 * of 0.11 at most and by no pixel. A header that is missing on the rail (the other moves) makes a mean of 0.9 and a
 * share of 1.1 %, a wall less 2.4 and 7 %, buttons of another colour on a product's page 0.3 and 0.4 %.
 */
const MOST = { mean: 0.5, share: 0.0015 }
/** What every clock in the pictures shows. */
const NOW = '2026-11-10T09:10:00.000Z'

const paths = { start: '/', plan: '/plan', product: '', hall: '' }

test.beforeAll(async () => {
  const fair = await foundFair()
  const { organiser, hall, stand } = fair
  await buildStand(organiser, hall.id, 'B8', 7)
  const [denim] = await showGoods(fair, ['denim-rigid', 'linen-natural'])
  const talk = { id: randomUUID(), draft: talkDraft(stand.id) }
  await organiser.call(programmeRoutes.createSession, { body: talk })
  paths.product = `/products/${denim?.id}`
  // Near enough to the stand that a header on its rail is large.
  paths.hall = `/halls/${hall.slug}?quality=low&at=0.8,1.1,0`
})

/** Compares what a page shows with the picture kept for it, or keeps the new one where that was asked for. */
const expectPicture = async (page: Page, name: string): Promise<void> => {
  const info = test.info()
  const kept = info.snapshotPath(`${name}.webp`)
  const taken = await reduced(await page.screenshot({ animations: 'disabled' }))
  if (info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed')
    return writeFile(kept, taken)
  const { mean, share, picture } = await pictureDifference(taken, await readFile(kept))
  const figures = `${name}: mean ${mean.toFixed(3)}, share ${(share * 100).toFixed(3)} %`
  info.annotations.push({ type: 'measured', description: figures })
  await info.attach(`${name}.webp`, { body: taken, contentType: 'image/webp' })
  await info.attach(`${name}-differs.png`, { body: picture, contentType: 'image/png' })
  expect(mean, figures).toBeLessThan(MOST.mean)
  expect(share, figures).toBeLessThan(MOST.share)
}

const PICTURES = [
  { name: 'start', of: 'start', size: { width: 1440, height: 1300 }, sees: 'Twills' },
  { name: 'start-on-a-phone', of: 'start', size: { width: 390, height: 1300 }, sees: 'Twills' },
  { name: 'plan', of: 'plan', size: { width: 1440, height: 1300 }, sees: 'B8' },
  { name: 'product', of: 'product', size: { width: 1440, height: 2400 }, sees: 'Swatch, 40 × 40 mm' },
  { name: 'hall', of: 'hall', size: { width: 1440, height: 900 }, sees: 'Chust Twills' },
] as const

for (const { name, of, size, sees } of PICTURES)
  test(`${name} looks as it did`, async ({ browser }) => {
    const { page, close } = await openPage(
      browser,
      { viewport: size, timezoneId: 'UTC', reducedMotion: 'reduce' },
      { guestName: 'Clara' },
    )
    // A fixed clock would keep no performance marks, for which the hall's picture waits; it shows no time anyway.
    if (of !== 'hall') await page.clock.setFixedTime(NOW)
    await page.goto(paths[of])
    await expect(page.getByRole('main').getByText(sees).first()).toBeVisible()
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    // Who one is, who walks in a hall and what is on now are asked for beside the page, and may come after it.
    await page.waitForLoadState('networkidle')
    await page.evaluate(() =>
      Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]),
    )
    if (of === 'hall') {
      // One's own coming may be told after all else is there.
      await expect(page.getByText('1 person is here')).toBeVisible()
      await hallIsDrawn(page)
    }
    await expectPicture(page, name)
    await close()
  })

/** Goods are there, the hall's shade has been baked, and both have been drawn. */
const hallIsDrawn = async (page: Page): Promise<void> => {
  await page.waitForFunction(() =>
    ['showroom:complete', 'showroom:shaded'].every((mark) => performance.getEntriesByName(mark).length > 0),
  )
  const frames = await page.evaluate(() => globalThis.fairloomStats?.frames ?? 0)
  await page.waitForFunction((before) => (globalThis.fairloomStats?.frames ?? 0) > before + 2, frames)
}
