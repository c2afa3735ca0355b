// What a visitor's browser downloads, waits for and draws, on a throttled line and with software rendering.
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { serveModelViewerPage } from './model-viewer-page.ts'
import { startDemoFair } from '../support/demo-fair.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    data: { type: 'string', default: '.cache/bench-fair' },
    /** `model-viewer`: the peer, on the same line. */
    vs: { type: 'string' },
  },
})

const PORT = 3190
const URL = `http://localhost:${PORT}`
const LINE = { latency: 40, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8, offline: false }
const MARK_WITHIN_MS = 180_000
const TIERS = ['high', 'medium', 'low'] as const

const say = (text: string) => console.error(text)

/** A page of a new visitor on the throttled line, who has a name already; counts what arrives, as it travels. */
const openVisitor = async (browser: Browser) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  const page = await context.newPage()
  await page.goto(`${URL}/healthz`)
  await page.evaluate(async (route) => {
    await fetch(route, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Bench' }),
    })
  }, accountRoutes.nameGuest.path)
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', LINE)
  const types = new Map<string, string>()
  const received = { script: 0, all: 0 }
  line.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    received.all += encodedDataLength
    if (types.get(requestId) === 'Script') received.script += encodedDataLength
  })
  return { page, received, close: () => context.close() }
}

const markTime = async (page: Page, mark: string): Promise<number | null> => {
  const handle = await page
    .waitForFunction((name) => performance.getEntriesByName(name)[0]?.startTime, mark, {
      timeout: MARK_WITHIN_MS,
    })
    .catch(() => undefined)
  return handle ? Math.round(await handle.evaluate((time) => Number(time))) : null
}

/** The largest draw calls and triangles of a frame at a pose, after what belongs there has come. */
const largestAt = async (browser: Browser, address: string) => {
  const { page, close } = await openVisitor(browser)
  await page.goto(address)
  await markTime(page, 'showroom:useful')
  await page.waitForFunction(() => globalThis.fairloomStats?.loading === 0, undefined, {
    timeout: MARK_WITHIN_MS,
  })
  const figures = await page.evaluate(() => ({
    drawCalls: globalThis.fairloomStats?.peakDrawCalls ?? 0,
    triangles: globalThis.fairloomStats?.peakTriangles ?? 0,
  }))
  await close()
  return figures
}

/** The stand's original models in one page of model-viewer elements. */
const measureModelViewer = async (browser: Browser, standNumber: string) => {
  const served = await serveModelViewerPage(standNumber)
  try {
    const { page, received, close } = await openVisitor(browser)
    await page.goto(served.url)
    const completeMs = await markTime(page, 'model-viewer:complete')
    const bytes = received.all
    await close()
    return { seconds: completeMs === null ? null : completeMs / 1000, bytes, models: served.models }
  } finally {
    await served.close()
  }
}

const { halls, stands, stop } = await startDemoFair(values.data, PORT, say)
const [hall] = halls
const stand = stands
  .filter(({ hallId }) => hallId === hall?.id)
  .toSorted((a, b) => b.place.areaM2 - a.place.areaM2)[0]
if (!hall || !stand) throw new Error('the demo fair has no hall or no stand')
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--disable-quic',
    '--no-first-run',
  ],
})
try {
  const start = await openVisitor(browser)
  await start.page.goto(URL, { waitUntil: 'networkidle' })
  const startPageJsGzipBytes = start.received.script
  await start.close()
  say(`start page: ${startPageJsGzipBytes} bytes of JavaScript`)

  const visit = await openVisitor(browser)
  await visit.page.goto(`${URL}/halls/${hall.slug}`)
  const showroomUsefulMs = await markTime(visit.page, 'showroom:useful')
  const showroomUsefulBytes = visit.received.all
  const showroomJsGzipBytes = visit.received.script
  await visit.close()
  // A software renderer is given the low tier by itself, which shows goods by their small variants; the web
  // variants of a whole stand are what the high tier fetches.
  const close = await openVisitor(browser)
  await close.page.goto(`${URL}/halls/${hall.slug}?stand=${stand.id}&quality=high`)
  const standCompleteMs = await markTime(close.page, 'showroom:complete')
  const standGoods = await close.page.evaluate(() => globalThis.fairloomStats?.goods)
  const standCompleteBytes = close.received.all
  await close.close()
  say(`showroom: useful after ${showroomUsefulMs} ms, complete after ${standCompleteMs} ms`)

  const tiers: Record<string, { drawCalls: number; triangles: number }> = {}
  for (const tier of TIERS) {
    const at = `${URL}/halls/${hall.slug}?quality=${tier}`
    const poses = [await largestAt(browser, at), await largestAt(browser, `${at}&stand=${stand.id}`)]
    tiers[tier] = {
      drawCalls: Math.max(...poses.map(({ drawCalls }) => drawCalls)),
      triangles: Math.max(...poses.map(({ triangles }) => triangles)),
    }
    say(`${tier}: ${tiers[tier].drawCalls} draw calls, ${tiers[tier].triangles} triangles`)
  }
  const modelViewer =
    values.vs === 'model-viewer' ? await measureModelViewer(browser, stand.number) : undefined
  console.log(
    JSON.stringify({
      startPageJsGzipBytes,
      showroomJsGzipBytes,
      showroomUsefulMs,
      showroomUsefulBytes,
      standCompleteMs,
      standCompleteBytes,
      standGoods,
      tiers,
      modelViewer,
    }),
  )
} finally {
  await browser.close()
  await stop()
}
