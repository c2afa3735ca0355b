import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import type { ClientInPage } from './in-page.ts'

/** Arguments by which Chromium has a camera, a microphone and a screen, and asks nobody. */
export const MEDIA_ARGUMENTS = [
  '--no-sandbox',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--auto-select-desktop-capture-source=Entire screen',
  '--allow-loopback-in-peer-connection',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
]

/** The same with a camera that takes five pictures a second, where nothing depends on how smooth they are. */
export const CALM_MEDIA_ARGUMENTS = MEDIA_ARGUMENTS.map((argument) =>
  argument === '--use-fake-device-for-media-stream' ? `${argument}=fps=5` : argument,
)

const SAMPLES_PER_S = 48_000
const VOICE_S = 4
const VOICE_HZ = 220
const WAV_HEADER = 44

/** A voice that doesn't pause, as a WAV file: Chromium's own microphone is silent most of the time. */
const writeVoice = async (): Promise<string> => {
  const wav = Buffer.alloc(WAV_HEADER + SAMPLES_PER_S * VOICE_S * 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(SAMPLES_PER_S, 24)
  wav.writeUInt32LE(SAMPLES_PER_S * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(wav.length - WAV_HEADER, 40)
  for (let at = 0; at < SAMPLES_PER_S * VOICE_S; at++) {
    const turn = (at / SAMPLES_PER_S) * 2 * Math.PI
    // Syllables, so that a filter against noise takes it for speech.
    const loudness = 0.4 + 0.2 * Math.sin(turn * 4)
    const sound = Math.sin(turn * VOICE_HZ) + 0.5 * Math.sin(turn * VOICE_HZ * 3)
    wav.writeInt16LE(Math.round(sound * loudness * 16_000), WAV_HEADER + at * 2)
  }
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'fairloom-voice-')), 'voice.wav')
  await writeFile(file, wav)
  return file
}

export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

export const launchChromium = async (
  more: readonly string[] = [],
  executablePath = CHROMIUM,
): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [...MEDIA_ARGUMENTS, `--use-file-for-fake-audio-capture=${await writeVoice()}`, ...more],
  })

type Method = keyof ClientInPage

interface Order {
  method: string
  parameters: unknown[]
}

/** Calls the client's methods in a page, by what a driver evaluates there. */
export const callThrough =
  (evaluate: (run: (order: Order) => unknown, order: Order) => Promise<unknown>) =>
  <M extends Method>(
    method: M,
    ...parameters: Parameters<ClientInPage[M]>
  ): Promise<Awaited<ReturnType<ClientInPage[M]>>> =>
    evaluate(
      (order) => {
        const { client } = globalThis as unknown as { client: Record<string, (...all: unknown[]) => unknown> }
        return client[order.method]?.(...order.parameters)
      },
      { method, parameters },
    ) as Promise<Awaited<ReturnType<ClientInPage[M]>>>

/** A page with the client, in a context of its own; its methods are called from here. */
export const openClient = async (browser: Browser, url: string) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  page.on('pageerror', (error) => process.stderr.write(`page: ${error.message}\n`))
  await page.goto(url)
  await page.waitForFunction(() => 'isReady' in globalThis)
  const call = callThrough((run, order) => page.evaluate(run, order))
  return { page, call, close: () => context.close() }
}

export type Client = Awaited<ReturnType<typeof openClient>>

/** Whoever is looked at from outside, in whichever browser. */
export type AnyClient = Pick<Client, 'call'>
