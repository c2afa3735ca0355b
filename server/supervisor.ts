import { fork, type ChildProcess } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fairRepository } from './fair/index.ts'
import { openInstallation } from './installation.ts'
import { MEDIA_PROCESS, planMediaProcess } from './live/media/media-process.ts'
import { createParts, type Parts } from './parts.ts'
import type { Config } from './platform/config.ts'
import { createLog } from './platform/log.ts'
import { DATABASE, EXIT_CONFIG, onStopSignal, type Role } from './processes.ts'
import { completeSearchIndex } from './search/index.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const RESTART_AFTER_MS = 300

/** Keeps one child process of a role alive. */
const keepRunning = (role: Role, environment: Record<string, string>, onReady: () => void) => {
  let stopping = false
  let child: ChildProcess | undefined
  const start = () => {
    child = fork(MAIN, [role, ...process.argv.slice(2)], {
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
export const supervise = async (config: Config) => {
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
