/* Takes pictures of the harness: node shoot.ts OUT 'query' [WxH] [waitMs]; a built harness must be served on 5199. */
import { chromium } from '@playwright/test'
import { z } from 'zod'

const [out = 'shot.png', query = '', size = '1440x900', wait = '60000'] = process.argv.slice(2)
const [width = 1440, height = 900] = size.split('x').map(Number)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless=new', '--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
  ], // prettier-ignore
})
const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'no-preference' })
page.on('console', (message) => console.log(`[${message.type()}]`, message.text().slice(0, 300)))
page.on('pageerror', (error) => console.log('[pageerror]', error.message.slice(0, 600)))
await page.goto(`http://127.0.0.1:5199/?${query}`)
try {
  await page.waitForFunction(
    () => {
      const stats = globalThis.fairloomStats
      return (
        stats !== undefined &&
        stats.frames > 5 &&
        stats.loading === 0 &&
        performance.getEntriesByName('showroom:useful').length > 0
      )
    },
    undefined,
    { timeout: Number(wait), polling: 300 },
  )
} catch {
  console.log('gave up waiting for goods')
}
await page.waitForTimeout(1500)
await page.screenshot({ path: out })
const report = await page.evaluate(() => ({
  stats: globalThis.fairloomStats,
  marks: performance.getEntriesByType('mark').map((mark) => [mark.name, Math.round(mark.startTime)]),
}))
console.log(JSON.stringify(z.unknown().parse(report)))
await browser.close()
