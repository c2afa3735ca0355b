import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { call } from './rest-client.ts'

const MODELS_WITHIN_MS = 40 * 60_000

/** The demo fair on a data folder that later runs use again; ready once every product on show has its models. */
export const startDemoFair = async (dataDir: string, port: number, say: (text: string) => void) => {
  await mkdir(dataDir, { recursive: true })
  const main = spawn(process.execPath, ['server/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: path.resolve(dataDir),
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    main.stdout.on('data', (chunk: Buffer) => chunk.includes('The fair is open') && resolve())
    main.once('exit', (code) => reject(new Error(`the fair ended with ${code}`)))
  })
  const stop = async () => {
    const gone = once(main, 'exit')
    main.kill('SIGTERM')
    await gone
  }
  const url = `http://localhost:${port}`
  const api = call(url, '')
  const { halls, stands } = await api(fairRoutes.getFair, {})
  const until = Date.now() + MODELS_WITHIN_MS
  try {
    for (;;) {
      const shown = await Promise.all(
        halls.map(({ id }) => api(fairRoutes.getHall, { params: { hallId: id } })),
      )
      const waiting = shown
        .flatMap((hall) => hall.stands)
        .flatMap(({ products }) => products)
        .filter(({ variants }) => variants.length === 0).length
      if (waiting === 0) return { url, api, halls, stands, shown, stop }
      if (Date.now() > until) throw new Error(`${waiting} models are still missing`)
      say(`${waiting} models are being made…`)
      await pause(5000)
    }
  } catch (error) {
    await stop()
    throw error
  }
}
