import { fork, type ChildProcess } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openInstallation } from './installation.ts'
import { fairRepository } from './fair/index.ts'
import { MEDIA_PROCESS, planMediaProcess, readMediaProcess } from './live/media/media-process.ts'
import { createParts, type Parts } from './parts.ts'
import { ConfigError, readConfig, type Config } from './platform/config.ts'
import { DataFolderInUse } from './platform/data-lock.ts'
import { createLog } from './platform/log.ts'
import { completeSearchIndex } from './search/index.ts'

const STOP_WITHIN_MS = 15_000
const RESTART_AFTER_MS = 300

/** Calls `stop` once on SIGINT or SIGTERM, and leaves after 15 s even if it hangs. */
const onStopSignal = (stop: () => Promise<void>) => {
  let stopping: Promise<void> | undefined
  const handle = () => {
    if (stopping) return
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref()
    stopping = stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', handle)
  process.on('SIGTERM', handle)
  // The supervisor is gone without a word: whoever starts next must find the port free.
  process.on('disconnect', handle)
}

/** Keeps one child process of a role alive. */
const keepRunning = (role: string, environment: Record<string, string>, onReady: () => void) => {
  let stopping = false
  let child: ChildProcess | undefined
  const start = () => {
    child = fork(fileURLToPath(import.meta.url), [role, ...process.argv.slice(2)], {
      env: { ...process.env, ...environment },
    })
    child.on('message', onReady)
    child.on('exit', (code) => {
      if (code === EXIT_CONFIG) process.exit(EXIT_CONFIG)
      if (!stopping) setTimeout(start, RESTART_AFTER_MS)
    })
  }
  start()
  return {
    pid: () => child?.pid,
    stop: () =>
      new Promise<void>((resolve) => {
        stopping = true
        if (!child || child.exitCode !== null || child.signalCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

type RunningRole = ReturnType<typeof keepRunning>

const ROLES = ['web', 'worker', 'media'] as const
type Role = (typeof ROLES)[number]
const isRole = (text: string | undefined): text is Role => ROLES.some((role) => role === text)

/** The variable that tells a role its database. */
const DATABASE = 'FAIRLOOM_DATABASE_URL'

// Wrong configuration, or a port that is taken: starting again would not help.
const EXIT_CONFIG = 78

/** One role in a process of its own, started by the supervisor. */
const runRole = async (role: Role, config: Config) => {
  const databaseUrl = process.env[DATABASE] ?? ''
  const mediaProcess = readMediaProcess(process.env)
  // Each role loads what it runs and nothing else: a start is mostly loading.
  const start: Record<Role, () => Promise<{ close: () => Promise<void> }>> = {
    web: async () => {
      const dev = process.argv.includes('--dev')
      return (await import('./web.ts')).runWeb({ config, databaseUrl, mediaProcess, dev })
    },
    worker: async () => (await import('./worker.ts')).runWorker(config, databaseUrl),
    media: async () => {
      if (!mediaProcess) throw new ConfigError('The media engine is started by the fair, not by hand.')
      return (await import('./media.ts')).runMedia(config, mediaProcess)
    },
  }
  const running = await start[role]()
  onStopSignal(running.close)
  process.send?.('ready')
}

/** Makes the demo fair where there is no fair yet; the table of its sign-ins, told only then. */
const demoSignIns = async (parts: Parts): Promise<string | undefined> => {
  if (await fairRepository(parts.database.db).findFair()) return undefined
  const [{ demoFair }, { makeDemoFair, signInTable }] = await Promise.all([
    import('#assets/demo-fair.ts'),
    import('./demo/index.ts'),
  ])
  const demo = await makeDemoFair(parts, demoFair())
  return demo && signInTable(demo.signIns)
}

/** Everything: database, migrations, demo fair, web, worker and media engine, each in a process of its own. */
const supervise = async (config: Config) => {
  const log = createLog(config.logLevel, 'main')
  const installation = await openInstallation(config, log)
  const { databaseUrl, postgres } = installation
  const parts = await createParts(config, databaseUrl, 'main')
  const signIns = config.demo ? await demoSignIns(parts) : undefined
  const completed = await completeSearchIndex(parts.database.db)
  if (completed > 0) log.info({ companies: completed }, 'made what is searched')
  const setupCode = config.demo ? undefined : await parts.accounts.openSetup()
  await parts.close()

  const ready = Promise.withResolvers<void>()
  const runFile = path.join(config.dataDir, 'run.json')
  // Each start of a role changes its process id; renamed into place, so that no reader sees half a file.
  const tellPids = () => {
    const pids = {
      main: process.pid,
      web: web.pid(),
      worker: others.worker?.pid(),
      media: others.media?.pid(),
    }
    writeFileSync(`${runFile}.part`, JSON.stringify({ ...pids, url: config.publicUrl }))
    renameSync(`${runFile}.part`, runFile)
  }
  const mediaProcess = config.livekit ? undefined : await planMediaProcess(config.mediaUdpPort)
  const environment = {
    [DATABASE]: databaseUrl,
    ...(mediaProcess ? { [MEDIA_PROCESS]: JSON.stringify(mediaProcess) } : {}),
  }
  const web = keepRunning('web', environment, () => {
    tellPids()
    ready.resolve()
  })
  const others: { worker?: RunningRole; media?: RunningRole } = {}
  onStopSignal(async () => {
    // The database's package stops it at the same signal: that is no death to be mended.
    postgres?.unwatch()
    await Promise.all([web.stop(), others.worker?.stop(), others.media?.stop()])
    await installation.close()
  })
  postgres?.watch()
  await ready.promise
  // The fair is there first: its pages need neither.
  others.worker = keepRunning('worker', environment, tellPids)
  if (mediaProcess) others.media = keepRunning('media', environment, tellPids)
  if (setupCode)
    console.log(`\n  Nobody runs this fair yet. Sign up, then enter this code once: ${setupCode}`)
  if (signIns) console.log(signIns)
  console.log(`\n  The fair is open: ${config.publicUrl}\n`)
}

const start = async () => {
  const config = readConfig(process.env)
  const role = process.argv[2]
  if (isRole(role)) return runRole(role, config)
  if (role === 'demo') {
    await (await import('./demo-command.ts')).runDemoCommand(config, process.argv.slice(3))
    process.exit(0)
  }
  return supervise(config)
}

/** The sentence for what an operator must mend; undefined for what may pass, such as a database that is away. */
const sentenceOf = (error: unknown): string | undefined => {
  if (error instanceof ConfigError || error instanceof DataFolderInUse) return error.message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${process.env['PORT'] ?? 3000} is taken. Stop what listens there, or set PORT.`
  return undefined
}

try {
  await start()
} catch (error) {
  const sentence = sentenceOf(error)
  console.error(sentence ?? error)
  process.exit(sentence ? EXIT_CONFIG : 1)
}
