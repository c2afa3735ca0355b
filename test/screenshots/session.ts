import { randomUUID } from 'node:crypto'
import { chromium, type BrowserContextOptions, type Page } from '@playwright/test'
import { demoFair } from '#assets/demo-fair.ts'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { CHROMIUM, MEDIA_ARGUMENTS } from '../media/support/client-page.ts'
import { writeDrawnCamera } from '../media/support/drawn-camera.ts'
import type { startDemoFair } from '../support/demo-fair.ts'
import { talkDraft } from '../support/programme.ts'
import { call } from '../support/rest-client.ts'

const COMPANY = 'zarbuloq-mills'
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
/** A software renderer takes a second for a picture of cloth, and the first ones are coarse. */
const DRAWN_MS = 25_000
const SOON_MS = 10 * 60_000

export interface SessionPictures {
  fair: Awaited<ReturnType<typeof startDemoFair>>
  /** Where it is held. */
  standId: string
  productName: string
  save(name: string, page: Page): Promise<void>
}

const cookiesOf = (cookie: string, url: string) =>
  cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })

/** Pictures of a session that is held for them: the device check, its host, a guest, and one with a phone in Russian. */
export const takeSession = async ({ fair, standId, productName, save }: SessionPictures): Promise<void> => {
  const { url } = fair
  const person = demoFair().people.find(({ companySlug }) => companySlug === COMPANY)
  if (!person) throw new Error(`nobody of ${COMPANY} has a sign-in`)
  const cookie = await fair.signIn(person.email)
  const api = call(url, cookie)
  const { sessions } = await api(programmeRoutes.listSessions, {})
  const taken = sessions.filter(({ place }) => place.kind === 'stand' && place.standId === standId)
  // Those of earlier runs take their time.
  const begins = Math.max(Date.now() + SOON_MS, ...taken.map(({ endsAt }) => Date.parse(endsAt)))
  const draft = {
    ...talkDraft(standId, new Date(begins).toISOString()),
    title: { en: 'New twills from Namangan', ru: 'Новые саржи из Намангана' },
    hosts: [{ name: person.name }],
  }
  const { id: sessionId } = await api(programmeRoutes.createStandSession, {
    params: { standId },
    body: { id: randomUUID(), draft },
  })
  await api(sessionRoutes.holdSession, {
    params: { sessionId },
    body: { ...USUAL_SETTINGS, waitingRoom: true },
  })

  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      ...MEDIA_ARGUMENTS,
      `--use-file-for-fake-video-capture=${await writeDrawnCamera('workroom')}`,
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  })
  const open = async (
    visitor: { cookie: string } | { name: string },
    options: BrowserContextOptions = {},
  ) => {
    const context = await browser.newContext({
      viewport: WIDE,
      deviceScaleFactor: 2,
      locale: 'en-GB',
      baseURL: url,
      ...options,
    })
    if ('cookie' in visitor) await context.addCookies(cookiesOf(visitor.cookie, url))
    else {
      await context.request.get(accountRoutes.getMe.path)
      await context.request.post(accountRoutes.nameGuest.path, { data: { name: visitor.name } })
    }
    const page = await context.newPage()
    await page.goto(`/sessions/${sessionId}`)
    return page
  }
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
  const tab = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click()

  try {
    const host = await open({ cookie })
    await press(host, 'Open the waiting room')
    const clara = await open({ name: 'Clara Buyer' })
    await clara.getByRole('heading', { name: 'You are in the waiting room' }).waitFor()
    await clara.getByRole('switch', { name: 'Camera' }).press('Space')
    await clara.getByRole('switch', { name: 'Blur what is behind me' }).press('Space')
    await clara.waitForTimeout(8000)
    await save('session-waiting', clara)
    await clara.getByRole('switch', { name: 'Camera' }).press('Space')

    const boris = await open({ name: 'Борис Орлов' }, { viewport: PHONE, locale: 'ru-RU' })
    const lola = await open({ name: 'Lola Designer' })
    await press(host, 'Let 3 people in')
    await press(host, 'Begin the session')
    await press(host, 'Switch your camera on')

    await tab(lola, /Questions/)
    await lola.getByLabel('Your question').fill('How wide is it, and what does it weigh after washing?')
    await lola.getByRole('button', { name: 'Ask', exact: true }).click()
    await tab(clara, /Questions/)
    await press(clara, /vote for “How wide/)
    await tab(boris, /Чат/)
    await boris.getByLabel('Написать всем').fill('Добрый день из Новосибирска!')
    await press(boris, 'Отправить')
    await tab(clara, /Chat/)
    await clara.getByLabel('Write to all').fill('Can we have swatches of this one?')
    await press(clara, 'Send')
    await press(boris, 'Поднять руку')
    await lola.context().close()

    await press(host, 'Goods on stage')
    await press(host, productName)
    await press(host, 'Show on the stage')
    await tab(host, /Questions/)
    for (const page of [host, clara, boris]) await page.locator('canvas').first().waitFor()
    for (const [name, page] of [
      ['session-host', host],
      ['session-guest', clara],
      ['phone-session', boris],
    ] as const) {
      await page.bringToFront()
      await page.evaluate(() => scrollTo(0, 0))
      await page.waitForTimeout(DRAWN_MS)
      await save(name, page)
    }
    await press(host, 'End for all')
  } finally {
    await browser.close()
  }
}
