import { expect, test } from '@playwright/test'
import { expectAccessible, openPage } from './clean-page.ts'
import { foundCompany, publishProduct, signUp } from './fair-setup.ts'
import { withOwnFair } from './start-fair.ts'

withOwnFair()

test('a buyer asks for a quotation, the exhibitor answers, and nothing is lost on the way', async ({
  browser,
}) => {
  const exhibitor = await signUp('Nargiza Exhibitor')
  const company = await foundCompany(exhibitor, 'Asaka Twills')
  const denim = await publishProduct(exhibitor, company.id, 'Raw denim 14 oz')
  await publishProduct(exhibitor, company.id, 'Washed denim 11 oz')
  const buyer = await signUp('Clara Buyer')
  const asker = await openPage(browser)
  const seller = await openPage(browser)

  const signIn = async ({ page }: typeof asker, { email, password }: typeof buyer) => {
    await page.getByLabel('E-mail address').fill(email)
    await page.locator('input[type=password]').fill(password)
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  }

  await test.step('a guest fills in a wish for two products from the product’s page', async () => {
    await asker.page.goto(`/products/${denim.id}`)
    await asker.page.getByRole('link', { name: 'Ask for samples or a price' }).click()
    await asker.page.getByText('Quotation', { exact: true }).click()
    await asker.page.getByRole('combobox', { name: 'Add goods of this company' }).click()
    await asker.page.getByRole('option', { name: 'Washed denim 11 oz' }).click()
    await expect(asker.page.getByLabel('Quantity, m')).toHaveCount(2)
    await asker.page.getByLabel('Quantity, m').first().fill('1200')
    await asker.page.getByLabel('Quantity, m').last().fill('600')
    await asker.page.getByRole('combobox', { name: 'Country of destination' }).fill('Kazakh')
    await asker.page.getByRole('option', { name: 'Kazakhstan' }).click()
    await asker.page.getByLabel('In your words').fill('Delivered in two lots, please.')
    await expectAccessible(asker.page)
  })

  await test.step('signs in at “Send”, reloads, and finds it all again', async () => {
    await asker.page.getByRole('button', { name: 'Sign in and send' }).click()
    await signIn(asker, buyer)
    await expect(asker.page.getByLabel('In your words')).toHaveValue('Delivered in two lots, please.')
    await asker.page.reload()
    await expect(asker.page.getByLabel('Quantity, m').last()).toHaveValue('600')
  })

  await test.step('sends it while the line is gone; it goes out when the line is back', async () => {
    const sent = '**/api/companies/*/enquiries'
    await asker.page.route(sent, (route) => route.abort())
    await asker.page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(asker.page.getByText('is not sent yet')).toBeVisible()
    await asker.page.unroute(sent)
    await expect(asker.page.getByText('Your enquiry is with Asaka Twills.')).toBeVisible()
    await asker.page.getByRole('link', { name: 'Open the enquiry' }).click()
    await expect(asker.page.getByRole('heading', { level: 1 })).toHaveText('Quotation: Asaka Twills')
  })

  await test.step('the exhibitor finds it unread in the inbox, and answers', async () => {
    await seller.page.goto('/sign-in?next=/desk/enquiries')
    await signIn(seller, exhibitor)
    await expect(seller.page.getByRole('img', { name: '1 unread enquiry' })).toBeVisible()
    await expectAccessible(seller.page)
    await seller.page.getByRole('link', { name: /Clara Buyer/ }).click()
    await expect(seller.page.getByText('1,200 m')).toBeVisible()
    await expect(seller.page.getByRole('img', { name: '1 unread enquiry' })).toHaveCount(0)
    await seller.page.getByLabel('Write to Clara Buyer').fill('4.10 USD a metre, FCA Asaka.')
    await seller.page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(seller.page.getByText('Answered')).toBeVisible()
    await expectAccessible(seller.page)
  })

  await test.step('the buyer sees the answer without reloading', async () => {
    await expect(asker.page.getByText('4.10 USD a metre, FCA Asaka.')).toBeVisible()
    await expect(asker.page.getByText('Delivered in two lots, please.')).toHaveCount(1)
    await expectAccessible(asker.page)
  })

  const complaints = [...asker.complaints, ...seller.complaints]
  // The browser itself complains of the requests that were cut off on purpose.
  expect(complaints.filter((text) => !text.includes('net::ERR_FAILED'))).toEqual([])
  await Promise.all([asker.close(), seller.close()])
})
