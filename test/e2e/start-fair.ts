import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from '@playwright/test'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (!address || typeof address === 'string') throw new Error('no port')
  return address.port
}

/**
 * Starts the whole system as `npm start` does, on an empty data folder and without the demo fair; `settings` are those
 * that differ.
 */
const startFair = async (settings: Record<string, string>) => {
  const dataDir = await mkdtemp(path.join(tmpdir(), '.fairloom-e2e-'))
  const port = await freePort()
  const main = spawn('node', ['server/main.ts'], {
    env: {
      ...process.env,
      PORT: String(port),
      // Relative, as the default is, and below a hidden folder, as many are.
      DATA_DIR: path.relative(process.cwd(), dataDir),
      FAIRLOOM_DEMO: 'off',
      RATE_LIMITS: 'off',
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  await new Promise<void>((resolve, reject) => {
    main.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('The fair is open')) resolve()
    })
    main.once('exit', (code) => reject(new Error(`the fair did not start (${code}):\n${output}`)))
  })
  return {
    url: `http://localhost:${port}`,
    /** Process ids of its parts, as they are now. */
    pids: async (): Promise<{ web: number; worker: number; media: number }> =>
      JSON.parse(await readFile(path.join(dataDir, 'run.json'), 'utf8')),
    setupCode: /enter this code once: (\S+)/.exec(output)?.[1] ?? '',
    async stop() {
      const gone = once(main, 'exit')
      main.kill('SIGTERM')
      await gone
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

type Fair = Awaited<ReturnType<typeof startFair>>

let running: Fair | undefined

/** The fair of the tests that run now. */
export const theFair = (): Fair => {
  if (!running) throw new Error('no fair: the file of this test must call withOwnFair()')
  return running
}

/** Gives the tests of the calling file a fair of their own, so that none sees what another file's left behind. */
export const withOwnFair = (settings = () => Promise.resolve<Record<string, string>>({})): void => {
  test.beforeAll(async () => {
    running = await startFair(await settings())
  })
  test.afterAll(async () => {
    await running?.stop()
    running = undefined
  })
}
