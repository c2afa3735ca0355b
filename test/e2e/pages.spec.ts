import { randomUUID } from 'node:crypto'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { matchRoutes } from 'react-router'
import { FULL_PAGES, PAGES } from '#client/app/pages.ts'
import { liveRoomName } from '#shared/model/live-room.ts'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import { favouriteRoutes } from '#shared/protocol/favourites.ts'
import { invitationRoutes } from '#shared/protocol/invitations.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { tradeRoutes } from '#shared/protocol/trade.ts'
import { talkDraft } from '../support/programme.ts'
import { expectAccessible, openPage } from './clean-page.ts'
import {
  buildHall,
  buildStand,
  claimInstallation,
  createProduct,
  foundCompany,
  furnishStand,
  nameFair,
  publishProduct,
  signUp,
  uploadDemoModel,
  uploadFile,
} from './fair-setup.ts'
import { withOwnFair } from './start-fair.ts'

withOwnFair()

const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const HOUR_MS = 3_600_000
/** An id that nothing has. */
const NOWHERE = '00000000-0000-4000-8000-000000000000'
const ADDRESSES = [...Object.keys(PAGES), ...Object.keys(FULL_PAGES), '*']
const ROUTES = ADDRESSES.map((path) => ({ path }))

interface Visit {
  /** Where the visitor is already, the page stays as it is. */
  path: string
  /** Words by which one knows that all of it has come. */
  sees: string
  /** The server refuses something here on purpose, of which the browser itself complains. */
  refused?: boolean
  /** What somebody does there first. */
  before?: (page: Page) => Promise<void>
}

interface Tour {
  as: Parameters<typeof openPage>[2]
  /** How wide the screen is, one after the other. */
  sizes: readonly { width: number; height: number }[]
  visits: readonly Visit[]
}

/** Looks at each page as one visitor; resolves with the addresses of the router that were visited. */
const takeTour = async (browser: Browser, { as, sizes, visits }: Tour) => {
  const { page, complaints, close } = await openPage(browser, { viewport: WIDE }, as)
  let at = ''
  for (const { path, sees, refused, before } of visits) {
    if (path !== at) await page.goto(path)
    at = path
    await before?.(page)
    for (const size of sizes) {
      await page.setViewportSize(size)
      await expect.soft(page.getByText(sees).first(), `“${sees}” on ${path}`).toBeVisible()
      await expect.soft(page.locator('[aria-busy=true]'), `${path} is complete`).toHaveCount(0)
      await expectAccessible(page)
    }
    if (sizes.length > 1) await page.setViewportSize(WIDE)
    if (refused) {
      // The browser may still have to complain; with the page that ends.
      await page.goto('about:blank')
      at = ''
    }
    const said = complaints
      .splice(0)
      .filter((text) => !(refused && text.startsWith('Failed to load resource')))
    expect.soft(said, `console of ${path}`).toEqual([])
  }
  await close()
  return visits.map(({ path }) => matchRoutes(ROUTES, path.split('?')[0] ?? '')?.[0]?.route.path)
}

const unfold = (page: Page) =>
  page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))

/** Clicks what opens a panel over the hall. */
const opened = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click()

const guest = { guestName: '' }

test('every page, empty and filled, is accessible and leaves the console clean', async ({ browser }) => {
  // Some eighty looks at pages, each in a second or two.
  test.slow()
  const visited = new Set<string | undefined>()
  const tour = (title: string, as: Tour['as'], visits: readonly Visit[], sizes: Tour['sizes'] = [WIDE]) =>
    test.step(title, async () => {
      for (const address of await takeTour(browser, { as, sizes, visits })) visited.add(address)
    })

  const exhibitor = await signUp('Nargiza Exhibitor')
  await tour('before there is an organiser, to a guest', guest, [
    { path: '/setup', sees: 'make an account' },
    { path: '/', sees: 'This is no longer here', refused: true },
  ])
  await tour('the same, with an account', { person: exhibitor }, [
    { path: '/setup', sees: 'Become the organiser' },
  ])
  const organiser = await claimInstallation()
  await tour('before the fair is founded', { person: organiser }, [
    { path: '/organiser', sees: 'Name or e-mail address', refused: true },
  ])

  const fromNow = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()
  await nameFair(organiser, { opensAt: fromNow(-48), closesAt: fromNow(48) })
  await tour('an empty fair, to a guest', guest, [
    { path: '/', sees: 'No company has a stand yet' },
    { path: '/plan', sees: 'Choose a stand' },
    { path: '/exhibitors', sees: 'Nobody found' },
    { path: '/products', sees: 'Nothing found' },
    { path: '/compare', sees: 'products side by side' },
    { path: '/favourites', sees: 'Nothing is kept yet' },
    { path: '/programme', sees: 'not announced a session yet' },
    { path: '/enquiries', sees: 'Sign in to see' },
    { path: `/enquiries/${NOWHERE}`, sees: 'Sign in to see' },
    { path: '/sign-up', sees: 'You have one already?' },
    { path: '/profile', sees: 'Make the account' },
    { path: '/setup', sees: 'has its organiser already' },
    { path: '/desk', sees: 'a company’s own desk' },
    { path: '/organiser', sees: 'Sign in first' },
    { path: '/halls/no-such-hall', sees: 'There is nothing at this address' },
    { path: '/stands/no-such-stand', sees: 'There is nothing at this address' },
    { path: '/live/no-such-room', sees: 'There is nothing at this address' },
    { path: `/products/${NOWHERE}`, sees: 'This is no longer here', refused: true },
    { path: `/companies/${NOWHERE}`, sees: 'This is no longer here', refused: true },
  ])
  await tour('to its organiser', { person: organiser }, [
    { path: '/organiser', sees: 'There is no stand yet', before: unfold },
  ])
  await tour('to somebody without a company', { person: exhibitor }, [
    { path: '/profile', sees: 'With a company you show goods' },
    { path: '/enquiries', sees: 'You have not asked anything yet' },
    { path: `/enquiries/${NOWHERE}`, sees: 'This is no longer here', refused: true },
    { path: '/desk', sees: 'You do not work for a company' },
    { path: '/organiser', sees: 'Your role does not include this' },
  ])

  const company = await foundCompany(exhibitor, 'Chust Twills')
  await tour('to a company that has nothing to show yet', { person: exhibitor }, [
    { path: '/desk', sees: 'Your company has no stand yet' },
    { path: '/desk/enquiries', sees: 'No enquiries yet' },
    { path: `/desk/enquiries/${NOWHERE}`, sees: 'This is no longer here', refused: true },
    { path: '/desk/products/new', sees: 'What kind of goods is it?' },
    { path: '/desk/products/new', sees: 'Save as a draft', before: opened('Fill in its data') },
    { path: `/desk/products/${NOWHERE}`, sees: 'This is no longer here', refused: true },
    { path: `/desk/stands/${NOWHERE}`, sees: 'This is no longer here', refused: true },
  ])
  await tour('what a guest sees of it', guest, [
    { path: `/companies/${company.id}`, sees: 'A mill that weaves twills.' },
  ])

  const draft = await createProduct(exhibitor, company.id, 'Loomstate denim')
  const denim = await publishProduct(exhibitor, company.id, 'Raw denim 14 oz')
  const linen = await publishProduct(exhibitor, company.id, 'Natural linen', 'linen-natural')
  await uploadDemoModel(exhibitor, denim.id, 'denim-rigid')
  expect(await uploadFile(exhibitor, draft.id, 'denim.glb', Buffer.from('no model'))).toBe('failed')
  const { hall, stand } = await buildHall(organiser)
  const free = await buildStand(organiser, hall.id, 'B8', 7)
  await furnishStand({ organiser, exhibitor, stand, company }, [denim, linen])
  const talks = { Over: [-3, -2], 'On now': [-1, 2], 'To come': [3, 4] } as const
  const talkIds: string[] = []
  for (const [title, [from, to]] of Object.entries(talks)) {
    const id = randomUUID()
    talkIds.push(id)
    await organiser.call(programmeRoutes.createSession, {
      body: {
        id,
        draft: {
          ...talkDraft(stand.id),
          title: { en: title },
          startsAt: fromNow(from),
          endsAt: fromNow(to),
        },
      },
    })
  }
  const [, held = '', talk = ''] = talkIds
  await exhibitor.call(sessionRoutes.holdSession, { params: { sessionId: held }, body: USUAL_SETTINGS })
  await exhibitor.call(invitationRoutes.invite, {
    params: { sessionId: held },
    body: {
      people: [{ email: 'boris@example.test', name: 'Boris' }],
      role: 'interpreter',
      channel: 'ru',
      language: 'ru',
    },
  })
  const buyer = await signUp('Clara Buyer')
  await buyer.call(favouriteRoutes.setFavourite, { params: { productId: denim.id }, body: { kept: true } })
  const enquiry = await buyer.call(tradeRoutes.sendEnquiry, {
    params: { companyId: company.id },
    body: {
      id: randomUUID(),
      kind: 'quotation',
      lines: [{ productId: denim.id, colourway: null, quantity: 1200, unit: 'MTR' }],
      country: 'KZ',
      city: 'Almaty',
      wantedBy: null,
      text: 'Delivered in two lots, please.',
    },
  })

  const ask = `/companies/${company.id}/enquiry`
  const anywhere = [WIDE, PHONE]
  const filled = (title: string, as: Tour['as'], visits: readonly Visit[]) =>
    tour(title, as, visits, anywhere)
  const inHall = `/halls/${hall.slug}?quality=low`
  // Two visitors at a time: one looks while the other's page is made.
  const guestsAndBuyer = async () => {
    await filled('a full fair, to a guest', guest, [
      { path: '/', sees: 'On now' },
      { path: '/plan', sees: 'Chust Twills' },
      { path: '/exhibitors', sees: 'Chust Twills' },
      { path: '/products', sees: 'Raw denim 14 oz' },
      { path: `/compare?products=${denim.id},${linen.id}`, sees: 'Natural linen' },
      { path: '/programme', sees: 'To come' },
      { path: `/sessions/${talk}`, sees: 'held at its place in the fair' },
      { path: `/sessions/${talk}/stage`, sees: 'the fair’s recorder' },
      { path: `/companies/${company.id}`, sees: 'Raw denim 14 oz' },
      { path: `${ask}?product=${denim.id}`, sees: 'In your words' },
      { path: `/products/${denim.id}`, sees: 'Swatch, 40 × 40 mm' },
      { path: `/products/${linen.id}`, sees: 'Natural linen' },
      { path: `/stands/${stand.slug}`, sees: 'Your name, as others will see it' },
      { path: `/halls/${hall.slug}`, sees: 'Your name, as others will see it' },
      { path: '/sign-in', sees: 'No account yet?' },
      { path: '/no/such/page', sees: 'There is nothing at this address' },
    ])
    await filled('to a buyer', { person: buyer }, [
      { path: '/favourites', sees: 'Raw denim 14 oz' },
      { path: '/enquiries', sees: 'Chust Twills' },
      { path: `/enquiries/${enquiry.id}`, sees: 'Delivered in two lots, please.' },
      { path: ask, sees: 'In your words' },
    ])
    await test.step('in Russian', async () => {
      const { page, complaints, close } = await openPage(browser, { locale: 'ru-RU' })
      for (const path of ['/', '/plan', '/exhibitors', '/products', '/programme', '/sign-in', '/profile']) {
        await page.goto(path)
        await expect(page.getByRole('link', { name: 'План зала' })).toBeVisible()
        await expectAccessible(page)
      }
      expect.soft(complaints).toEqual([])
      await close()
    })
  }
  const visitorsAndStaff = async () => {
    await tour('to a guest with a name, in the hall', { guestName: 'Timur' }, [
      { path: inHall, sees: 'Nobody else is in sight', before: opened('People here') },
      { path: inHall, sees: 'Whoever opens this link', before: opened('Show this to somebody') },
      { path: inHall, sees: 'Look around.', before: opened('How to walk') },
      { path: inHall, sees: 'Measured', before: opened('Picture quality') },
      { path: `${inHall}&ask=${stand.id}`, sees: 'In your words' },
    ])
    await filled('the same, on a phone as well', { guestName: 'Timur' }, [
      { path: `/stands/${stand.slug}`, sees: 'Nobody has written yet' },
      {
        path: `/live/${liveRoomName({ kind: 'stand', standId: stand.id })}`,
        sees: 'Nobody is in this room yet',
      },
      { path: inHall, sees: 'Chust Twills', before: opened('Stands') },
      { path: `${inHall}&stand=${stand.id}`, sees: 'Raw denim', before: opened('2 products here') },
      { path: `${inHall}&product=${denim.id}`, sees: 'Back to the stand' },
    ])
    await filled('to the exhibitor', { person: exhibitor }, [
      { path: '/profile', sees: 'you founded it' },
      { path: '/desk', sees: 'Loomstate denim' },
      { path: '/desk/enquiries', sees: 'Clara Buyer' },
      { path: '/desk/enquiries?state=closed', sees: 'None like these' },
      { path: `/desk/enquiries/${enquiry.id}`, sees: 'Delivered in two lots, please.' },
      { path: `/desk/products/${denim.id}`, sees: 'triangles', before: unfold },
      { path: `/desk/products/${draft.id}`, sees: 'Only your company sees this product.' },
      { path: `/desk/stands/${stand.id}`, sees: 'Who may step in' },
      { path: `/stands/${stand.slug}`, sees: 'Arrange the stand' },
      { path: `/sessions/${talk}`, sees: 'Hold this session here' },
      { path: `/sessions/${held}/desk`, sees: 'boris@example.test' },
      { path: ask, sees: 'This is your own company' },
    ])
    await filled('to the organiser', { person: organiser }, [
      { path: '/organiser', sees: 'On now', before: unfold },
      { path: `/desk/stands/${free.id}`, sees: 'This stand has no company yet' },
    ])
  }
  await Promise.all([guestsAndBuyer(), visitorsAndStaff()])

  expect(
    ADDRESSES.filter((address) => !visited.has(address)),
    'addresses of the router that no visit leads to',
  ).toEqual([])
})
