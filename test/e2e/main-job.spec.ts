import { expect, test } from '@playwright/test'
import { expectAccessible, openPage } from './clean-page.ts'
import { createProduct, foundFair, furnishStand, modelFile } from './fair-setup.ts'
import { withOwnFair } from './start-fair.ts'

withOwnFair()

let fair: Awaited<ReturnType<typeof foundFair>>
test.beforeAll(async () => {
  fair = await foundFair()
})

test('an exhibitor uploads a model, buyers meet at the stand, judge it and talk', async ({ browser }) => {
  const { exhibitor, stand, company } = fair
  const product = await createProduct(exhibitor, company.id, 'Raw denim 14 oz')
  await furnishStand(fair, [product])
  const seller = await openPage(browser)
  const walker = await openPage(browser)
  const reader = await openPage(browser, { viewport: { width: 390, height: 844 } })

  await test.step('the exhibitor signs in and finds her product', async () => {
    await seller.page.goto('/sign-in?next=/desk')
    await expectAccessible(seller.page)
    await seller.page.getByLabel('E-mail address').fill(exhibitor.email)
    await seller.page.locator('input[type=password]').fill(exhibitor.password)
    await seller.page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
    await seller.page
      .getByRole('link', { name: /Raw denim/ })
      .first()
      .click()
    await expect(seller.page.getByRole('heading', { level: 1 })).toContainText('Raw denim')
  })

  await test.step('two buyers come: one walks in the hall, one reads the stand’s page on a phone', async () => {
    await reader.page.goto('/plan')
    await expectAccessible(reader.page)
    await reader.page.getByRole('link', { name: /B7\s*Chust Twills/ }).click()
    await reader.page.getByLabel(/Your name/).fill('Timur on a phone')
    await reader.page.getByRole('button', { name: 'Come in' }).click()
    await expect(reader.page.getByRole('log')).toBeVisible()

    await walker.page.goto('/plan')
    await walker.page.getByRole('link', { name: 'Walk in' }).click()
    await expectAccessible(walker.page)
    await walker.page.getByLabel(/Your name/).fill('Clara who walks')
    await walker.page.getByRole('radio', { name: 'Designer' }).check()
    await walker.page.getByRole('button', { name: 'Come in' }).click()
    await walker.page.getByRole('button', { name: 'Stands' }).click()
    await walker.page.getByRole('button', { name: /Chust Twills/ }).click()
    await expect(walker.page.getByRole('log')).toBeVisible({ timeout: 60_000 })
  })

  await test.step('each sees that the other is at the stand', async () => {
    await expect(reader.page.getByText('Clara who walks')).toBeVisible({ timeout: 60_000 })
    await expect(walker.page.getByText('Timur on a phone').first()).toBeVisible({ timeout: 60_000 })
    await expect(reader.page.getByRole('listitem').filter({ hasText: 'Clara who walks' })).toContainText(
      'Designer',
    )
  })

  await test.step('the exhibitor uploads a real model, sees the report and publishes', async () => {
    await seller.page.getByLabel('3D model file').setInputFiles(await modelFile())
    await expect(seller.page.getByText(/triangles/i).first()).toBeVisible({ timeout: 180_000 })
    await seller.page.getByRole('button', { name: 'Publish' }).click()
    await expect(seller.page.getByText('Visitors see this product.')).toBeVisible()
    await expectAccessible(seller.page)
  })

  await test.step('the new product appears to both without a reload', async () => {
    await expect(reader.page.getByRole('link', { name: /Raw denim/ })).toBeVisible()
    await expect(walker.page.getByRole('button', { name: /1 product here/ })).toBeVisible()
  })

  await test.step('the walker takes it in hand and reads its data', async () => {
    await walker.page.getByRole('button', { name: /1 product here/ }).click()
    await walker.page.getByRole('button', { name: /Raw denim/ }).click()
    await expect(walker.page.getByText(/× [\d.]+ cm/)).toBeVisible({ timeout: 60_000 })
    await expect(walker.page.getByText('Rope-dyed, unwashed.')).toBeVisible()
    await walker.page.getByRole('button', { name: 'Come nearer' }).click()
    await walker.page.getByRole('button', { name: 'Back to the stand' }).click()
  })

  await test.step('they talk, and every message is there once, also after a reload', async () => {
    const write = async (page: typeof reader.page, text: string) => {
      await page.getByLabel('Write to everyone at the stand').fill(text)
      await page.getByRole('button', { name: 'Send' }).click()
      await expect(page.getByRole('log').getByText(text)).toBeVisible()
    }
    await write(reader.page, 'What is the shrinkage of the denim?')
    await seller.page.goto(`/stands/${stand.slug}`)
    await expect(seller.page.getByRole('log').getByText('What is the shrinkage')).toBeVisible()
    await write(seller.page, 'Minus 2.5 percent in the length.')
    await expect(walker.page.getByRole('log').getByText('Minus 2.5 percent')).toBeVisible()
    await reader.page.reload()
    await expect(reader.page.getByRole('log').getByText('Minus 2.5 percent')).toHaveCount(1)
    await expect(reader.page.getByRole('log').getByText('What is the shrinkage')).toHaveCount(1)
    await expectAccessible(reader.page)
  })

  await test.step('the reader turns the model on the product’s page', async () => {
    await reader.page.goto(`/products/${product.id}`)
    await expectAccessible(reader.page)
    await reader.page.getByRole('button', { name: 'Turn it in 3D' }).click()
    await expect(reader.page.getByText('Drag to turn')).toBeVisible({ timeout: 60_000 })
  })

  expect([...seller.complaints, ...walker.complaints, ...reader.complaints]).toEqual([])
  await Promise.all([seller.close(), walker.close(), reader.close()])
})

test('somebody new goes in with one click, learns to walk, and is asked nothing the next time', async ({
  browser,
}) => {
  const { page, complaints, close } = await openPage(browser)
  const hint = page.getByRole('complementary', { name: 'How to walk' })
  const skip = page.getByRole('button', { name: /Go in as “Guest \d{3}”/ })

  await test.step('one click, without a name', async () => {
    await page.goto(`/stands/${fair.stand.slug}`)
    await page.getByRole('link', { name: 'Walk in' }).click()
    await skip.click()
    await expect(hint).toBeVisible()
  })

  await test.step('the hint goes once a few metres are walked', async () => {
    // A key that is held down before the scene listens is pressed again by a keyboard, but not by a test.
    await page.waitForFunction(() => performance.getEntriesByName('showroom:useful').length > 0)
    await page.keyboard.down('s')
    await expect(hint).toBeHidden({ timeout: 60_000 })
    await page.keyboard.up('s')
  })

  await test.step('the badge can be changed where everybody is listed', async () => {
    await page.getByRole('button', { name: 'People here' }).click()
    await page.getByRole('button', { name: 'Change', exact: true }).click()
    await page.getByLabel(/Your name/).fill('Odile')
    await page.getByRole('radio', { name: 'Press' }).check()
    await page.getByRole('button', { name: 'Change the badge' }).click()
    await expect(page.getByText('Odile')).toBeVisible()
    await expect(page.getByText('Press · guest')).toBeVisible()
  })

  await test.step('the next visit asks and tells nothing; the keys are under “How to walk”', async () => {
    await page.reload()
    await page.getByRole('button', { name: 'How to walk' }).click()
    await expect(page.getByText('W A S D or arrows')).toBeVisible()
    await expect(skip).toBeHidden()
    await page.goto('/profile')
    await expect(page.getByLabel(/Your name/)).toHaveValue('Odile')
  })

  expect(complaints).toEqual([])
  await close()
})
