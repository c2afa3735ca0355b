// `npm run screenshots`: makes the pictures of docs/screenshots from the demo fair, in a headless Chromium.
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { startDemoFair } from '../support/demo-fair.ts'
import { takeSession } from './session.ts'

const PORT = 3191
const FOLDER = path.resolve('docs/screenshots')
const WIDE = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }
const SETTLED_WITHIN_MS = 240_000
/** Only these are taken where the command line names some. */
const only = process.argv.slice(2)

const say = (text: string) => console.log(text)

interface Picture {
  name: string
  path: string
  size?: typeof WIDE
  locale?: 'en-GB' | 'ru-RU'
  /** What a visitor does before the picture is taken. */
  before?: (page: Page) => Promise<void>
}

const save = async (name: string, page: Page): Promise<void> => {
  const { width, height } = page.viewportSize() ?? WIDE
  const shot = await page.screenshot({ timeout: 180_000 })
  await sharp(shot)
    .resize(width, height)
    .webp({ quality: 88 })
    .toFile(path.join(FOLDER, `${name}.webp`))
  say(`${name}.webp`)
}

const fair = await startDemoFair('.cache/screenshots-fair', PORT, say)
const { url, halls, stands, shown, stop } = fair

const hallPath = (at: number, query = '') => `/halls/${halls[at]?.slug ?? ''}?quality=high${query}`
const products = shown.flatMap((hall) => hall.stands).flatMap((stand) => stand.products)
const product = (slug: string) => {
  const found = products.find((candidate) => candidate.slug === slug)
  if (!found) throw new Error(`the demo fair has no ${slug} on show`)
  return found
}
const stand = (number: string) => {
  const found = stands.find((candidate) => candidate.number === number)
  if (!found) throw new Error(`the demo fair has no stand ${number}`)
  return found
}
const hallOf = (number: string) => halls.findIndex(({ id }) => id === stand(number).hallId)
const atStand = (number: string) => hallPath(hallOf(number), `&stand=${stand(number).id}`)

/** Comes nearer to the product in hand by so many turns of the wheel. */
const nearer = (turns: number) => async (page: Page) => {
  await page.mouse.move(WIDE.width * 0.4, WIDE.height * 0.5)
  for (let turn = 0; turn < turns; turn++) await page.mouse.wheel(0, -240)
}

const SESSION_GOODS = product('chino-twill').name.en ?? ''

const PICTURES: Picture[] = [
  { name: 'start', path: '/' },
  { name: 'hall', path: hallPath(0) },
  { name: 'aisle', path: hallPath(0, '&at=-11.5,10,0') },
  { name: 'stage', path: hallPath(0, '&at=0,-6.2,0') },
  { name: 'stand-cotton', path: atStand('A01') },
  { name: 'stand-wool', path: atStand('A02') },
  { name: 'stand-home', path: atStand('B01') },
  { name: 'header', path: hallPath(0, `&product=${product('tweed-herringbone').id}`) },
  { name: 'macro', path: hallPath(0, `&product=${product('tweed-herringbone').id}`), before: nearer(9) },
  { name: 'plan', path: '/plan' },
  { name: 'exhibitors', path: '/exhibitors' },
  { name: 'goods', path: '/products?text=twill' },
  { name: 'product', path: `/products/${product('tweed-herringbone').id}` },
  {
    name: 'compare',
    path: `/compare?products=${['denim-rigid', 'chino-twill', 'worsted-twill'].map((slug) => product(slug).id).join(',')}`,
  },
  { name: 'programme', path: '/programme' },
  { name: 'phone-start', path: '/', size: PHONE, locale: 'ru-RU' },
  { name: 'phone-hall', path: hallPath(0), size: PHONE, locale: 'ru-RU' },
  { name: 'phone-product', path: `/products/${product('tweed-herringbone').id}`, size: PHONE, locale: 'ru-RU' },
] // prettier-ignore

/** A 3D view has settled once what it wants is there and has been drawn. */
const settle = async (page: Page): Promise<void> => {
  if (page.url().includes('/halls/')) {
    await page.waitForFunction(
      () => {
        const stats = globalThis.fairloomStats
        const done = performance.getEntriesByName('showroom:complete').length > 0
        const inHand = location.search.includes('product=')
        return stats !== undefined && stats.loading === 0 && (done || inHand) && stats.frames > 8
      },
      undefined,
      { timeout: SETTLED_WITHIN_MS, polling: 500 },
    )
    // Occlusion comes from a worker a little later; a software renderer takes a second for a frame.
    await page.waitForTimeout(9000)
  } else {
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(1200)
  }
}

await mkdir(FOLDER, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run'],
}) // prettier-ignore
const complaints: string[] = []
try {
  for (const { name, path: to, size = WIDE, locale = 'en-GB', before } of PICTURES) {
    if (only.length > 0 && !only.includes(name)) continue
    const context = await browser.newContext({
      viewport: size,
      deviceScaleFactor: 2,
      locale,
      baseURL: url,
    })
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${name}: ${message.text()}`)
    })
    // Not a first visit: the pictures are of the hall, not of the hint how to walk in it.
    await context.addInitScript(() => localStorage.setItem('fairloom.showroom', '{"canWalk":true}'))
    await context.request.get('/api/me')
    await context.request.post(accountRoutes.nameGuest.path, { data: { name: 'Clara' } })
    await page.goto(to)
    await settle(page)
    await before?.(page)
    if (before) await settle(page)
    await save(name, page)
    await context.close()
  }
  if (only.length === 0 || only.includes('session'))
    await takeSession({ fair, standId: stand('A01').id, productName: SESSION_GOODS, save })
} finally {
  await browser.close()
  await stop()
}
for (const complaint of complaints) console.error(complaint)
