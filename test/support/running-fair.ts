import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { freePort } from './free-port.ts'
import { call } from './rest-client.ts'

const MAIN = fileURLToPath(new URL('../../server/main.ts', import.meta.url))
const READY_WITHIN_MS = 60_000

export const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** A whole fair as an operator starts it: supervisor, web, worker and database, on a data folder of its own. */
export const startRunningFair = async (environment: Record<string, string> = {}) => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'fairloom-run-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const main = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: String(port),
      PUBLIC_URL: url,
      DATA_DIR: dataDir,
      FAIRLOOM_DEMO: 'off',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  main.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))

  /** Resolves once the web process answers. */
  const ready = async () => {
    const until = Date.now() + READY_WITHIN_MS
    for (;;) {
      const answered = await fetch(`${url}/readyz`).catch(() => undefined)
      if (answered?.ok) return
      if (Date.now() > until || main.exitCode !== null)
        throw new Error(`the fair did not come up: ${printed}`)
      await pause(20)
    }
  }
  const pids = async (): Promise<{ main: number; web: number; worker: number }> =>
    JSON.parse(await readFile(path.join(dataDir, 'run.json'), 'utf8'))

  await ready()
  // The one-time code is the last thing said at a first start.
  while (!printed.includes('The fair is open')) await once(main.stdout, 'data')
  const setupCode = /this code once: (\S+)/.exec(printed)?.[1] ?? ''
  let killed = 0

  const fair = {
    url,
    dataDir,
    ready,
    pids,
    /** kill -9 of the web process; resolves when it is gone and its pid no longer told. */
    async killWeb() {
      // Until the next one has said that it is ready, run.json names the one that is gone.
      while ((await pids()).web === killed) await pause(5)
      killed = (await pids()).web
      process.kill(killed, 'SIGKILL')
    },
    async signUp(name: string) {
      const email = `${crypto.randomUUID()}@example.test`
      const response = await fetch(`${url}/api/auth/sign-up/email`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', origin: url },
        body: JSON.stringify({ name, email, password: 'correct horse battery' }),
      })
      if (!response.ok) throw new Error(await response.text())
      return cookieOf(response)
    },
    guest: async () => cookieOf(await fetch(`${url}/api/me`)),
    /** Whoever runs the fair, and a hall with this many stands, all with open doors. */
    async found(standCount: number) {
      const cookie = await fair.signUp('Organiser')
      const api = call(url, cookie)
      await api(accountRoutes.claimInstallation, { body: { code: setupCode } })
      await api(fairRoutes.saveFair, {
        body: {
          name: { en: 'A fair' },
          tagline: { en: 'Textiles' },
          opensAt: '2026-11-01T06:00:00.000Z',
          closesAt: '2036-11-30T16:00:00.000Z',
        },
      })
      const hall = await api(fairRoutes.createHall, {
        body: {
          slug: 'hall-1',
          name: 'Hall 1',
          widthM: 60,
          depthM: 60,
          entrance: { xM: 0, zM: 29, headingDeg: 0 },
          aisles: [],
        },
      })
      const standIds: string[] = []
      for (let at = 0; at < standCount; at++) {
        const [xM, zM] = [-27 + (at % 10) * 6, -27 + Math.floor(at / 10) * 6]
        const { id } = await api(fairRoutes.createStand, {
          params: { hallId: hall.id },
          body: {
            number: `S${at + 1}`,
            place: { xM, zM, widthM: 3, depthM: 3, shape: 'row', areaM2: 9, headingDeg: 0 },
          },
        })
        standIds.push(id)
      }
      return { cookie, hallId: hall.id, standIds }
    },
    async stop() {
      if (main.exitCode === null && main.signalCode === null) {
        main.kill('SIGTERM')
        await once(main, 'exit')
      }
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return fair
}

export type RunningFair = Awaited<ReturnType<typeof startRunningFair>>
