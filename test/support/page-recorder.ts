import { writeFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import type { PageOrder } from './egress.ts'

declare global {
  /** Of a page that is recorded: what it plays, how loud it was at most (0 to 1), and its end, as base64. */
  var played: Set<MediaStream> | undefined
  var loudest: number | undefined
  var endRecording: (() => Promise<string>) | undefined
}

/** Before the page's own scripts: notes what is played, which need not be in the document. */
const notePlayed = () => {
  const played = new Set<MediaStream>()
  globalThis.played = played
  const { prototype } = HTMLMediaElement
  const own = Object.getOwnPropertyDescriptor(prototype, 'srcObject')
  Object.defineProperty(prototype, 'srcObject', {
    ...own,
    set(this: HTMLMediaElement, source: MediaProvider | null) {
      own?.set?.call(this, source)
      if (this instanceof HTMLAudioElement && source instanceof MediaStream) played.add(source)
    },
  })
}

/** In the page: records its picture and all that it plays, as a recorder's machine sees and hears it. */
const recordInPage = () => {
  const canvas = document.querySelector('canvas[role="img"]')
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('nothing to record')
  const context = new AudioContext()
  const mix = context.createMediaStreamDestination()
  const meter = context.createAnalyser()
  meter.connect(mix)
  const samples = new Float32Array(meter.fftSize)
  const mixed = new Set<MediaStream>()
  const listen = () => {
    for (const source of globalThis.played ?? []) {
      if (mixed.has(source) || source.getAudioTracks().length === 0) continue
      mixed.add(source)
      context.createMediaStreamSource(source).connect(meter)
    }
    meter.getFloatTimeDomainData(samples)
    globalThis.loudest = Math.max(globalThis.loudest ?? 0, ...samples.map(Math.abs))
  }
  listen()
  const listening = setInterval(listen, 20)
  const stream = new MediaStream([...canvas.captureStream(25).getTracks(), ...mix.stream.getTracks()])
  const recorder = new MediaRecorder(stream, { mimeType: 'video/mp4;codecs=vp9,opus' })
  const made = new Promise<string>((resolve) => {
    recorder.ondataavailable = ({ data }) => {
      const reader = new FileReader()
      // The type before the last comma has one too.
      reader.onload = () => resolve(String(reader.result).split(',').at(-1) ?? '')
      reader.readAsDataURL(data)
    }
  })
  recorder.start()
  globalThis.endRecording = () => {
    clearInterval(listening)
    recorder.stop()
    return made
  }
}

const endInPage = () => globalThis.endRecording?.() ?? ''

/** Records pages as an Egress does: at 1280 x 720, from the page's word to its last or until it is stopped. */
export const createPageRecorder = (browser: Browser) => {
  const running = new Map<string, () => void>()
  const pages: Page[] = []

  const record = async ({ url, filepath, begun }: PageOrder, stopped: Promise<void>) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    pages.push(page)
    const said = (word: string) =>
      page.waitForEvent('console', { predicate: (message) => message.text() === word, timeout: 0 })
    const [begins, ends] = [said('START_RECORDING'), said('END_RECORDING')]
    await page.addInitScript(notePlayed)
    await page.goto(url)
    await Promise.race([begins, stopped])
    await page.evaluate(recordInPage)
    begun()
    await Promise.race([ends, stopped])
    await writeFile(filepath, Buffer.from(await page.evaluate(endInPage), 'base64'))
    await page.close()
  }

  return {
    /** Those that it has opened, the latest last. */
    pages,
    take(order: PageOrder): void {
      const stopped = Promise.withResolvers<void>()
      running.set(order.id, stopped.resolve)
      record(order, stopped.promise).then(
        () => order.ended(),
        (error: unknown) => order.ended(String(error)),
      )
    },
    stop: (id: string): void => running.get(id)?.(),
  }
}
