import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import axeCore, { type RunOptions } from 'axe-core'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import type { Person } from './fair-setup.ts'
import { theFair } from './start-fair.ts'

/** Whom a browser belongs to: a guest, who may have a name, or somebody with an account who is signed in. */
type Visitor = { guestName: string } | { person: Person }

const cookiesOf = ({ cookie }: Person) =>
  cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: theFair().url }
  })

/** A page of its own visitor, whose console must stay clean: `complaints` collects what it said. */
export const openPage = async (
  browser: Browser,
  options: BrowserContextOptions = {},
  visitor: Visitor = { guestName: '' },
) => {
  const context = await browser.newContext({ baseURL: theFair().url, ...options })
  if ('person' in visitor) await context.addCookies(cookiesOf(visitor.person))
  else if (visitor.guestName) {
    await context.request.get(accountRoutes.getMe.path)
    await context.request.post(accountRoutes.nameGuest.path, { data: { name: visitor.guestName } })
  }
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints, close: () => context.close() }
}

declare global {
  /** Of a page that has been looked at. */
  var axe: typeof axeCore | undefined
}

const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
}

/** No accessibility violation of WCAG 2.2 AA on what the page shows now. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const hasAxe = await page.evaluate(() => globalThis.axe !== undefined)
  if (!hasAxe) await page.evaluate(axeCore.source)
  // Only what is asserted leaves the page: the whole report takes as long to send as to make.
  const violations = await page.evaluate(async (rules) => {
    const report = await globalThis.axe?.run(document, rules)
    return report?.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
  }, RULES)
  // Soft, so that one run tells of every page.
  expect.soft(violations, `accessibility of ${page.url()}, ${page.viewportSize()?.width} px wide`).toEqual([])
}
