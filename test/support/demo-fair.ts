import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { call } from './rest-client.ts'
import { cookieOf } from './running-fair.ts'

/** A line of the table that a demo fair prints when it is made. */
const SIGN_IN = /^ {4}\w+ +(\S+@\S+) +(\S+)$/gm
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
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    main.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      if (printed.includes('The fair is open')) resolve()
    })
    main.once('exit', (code) => reject(new Error(`the fair ended with ${code}`)))
  })
  // They are shown only once: whoever comes later finds them here.
  const signIns = path.join(dataDir, 'sign-ins.json')
  const passwords = Object.fromEntries(
    [...printed.matchAll(SIGN_IN)].map(([, email, password]) => [email, password]),
  )
  if (Object.keys(passwords).length > 0) await writeFile(signIns, JSON.stringify(passwords))
  const stop = async () => {
    const gone = once(main, 'exit')
    main.kill('SIGTERM')
    await gone
  }
  const url = `http://localhost:${port}`
  const api = call(url, '')
  const { halls, stands } = await api(fairRoutes.getFair, {})
  /** The cookies of one of the demo's people. */
  const signIn = async (email: string): Promise<string> => {
    const known: Record<string, string> = JSON.parse(await readFile(signIns, 'utf8'))
    const response = await fetch(`${url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', origin: url },
      body: JSON.stringify({ email, password: known[email] }),
    })
    if (!response.ok)
      throw new Error(`${email} can't sign in: ${response.status}; delete ${dataDir} to make it anew`)
    return cookieOf(response)
  }
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
      if (waiting === 0) return { url, api, halls, stands, shown, signIn, stop }
      if (Date.now() > until) throw new Error(`${waiting} models are still missing`)
      say(`${waiting} models are being made…`)
      await pause(5000)
    }
  } catch (error) {
    await stop()
    throw error
  }
}
