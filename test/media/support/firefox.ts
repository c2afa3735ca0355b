import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import { launch, type Browser } from 'puppeteer-core'
import { callThrough } from './client-page.ts'

/** Preferences by which Firefox has a camera and a microphone, asks nobody, and finds an engine on its own machine. */
const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  // Pages of one window cover each other.
  'dom.min_background_timeout_value': 4,
  'dom.timeout.enable_budget_timer_throttling': false,
  // It would fetch a codec that this suite doesn't use.
  'media.gmp-manager.updateEnabled': false,
}

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Where Firefox is: what FIREFOX_BIN names, or Debian's; undefined, with a sentence, where there is none. */
export const findFirefox = (): string | undefined => {
  const named = process.env['FIREFOX_BIN']
  const folders = (process.env['PATH'] ?? '').split(path.delimiter)
  const files = folders.flatMap((folder) => ['firefox-esr', 'firefox'].map((name) => path.join(folder, name)))
  const found = (named === undefined ? files : [named]).find(canRun)
  if (found === undefined)
    process.stdout.write('Firefox is skipped: FIREFOX_BIN names none, and there is no firefox-esr.\n')
  return found
}

export const launchFirefox = (executablePath: string): Promise<Browser> =>
  launch({ browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: PREFERENCES })

/** As `openClient`, in Firefox. */
export const openFirefoxClient = async (browser: Browser, url: string) => {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  page.on('pageerror', (error) => process.stderr.write(`page: ${String(error)}\n`))
  await page.goto(url)
  await page.waitForFunction(() => 'isReady' in globalThis)
  // Without a display there is no screen to share: a second camera stands for it.
  await page.evaluate(() => {
    navigator.mediaDevices.getDisplayMedia = () => navigator.mediaDevices.getUserMedia({ video: true })
  })
  const call = callThrough((run, order) => page.evaluate(run, order))
  return { page, call, close: () => context.close() }
}
