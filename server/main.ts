import { enableCompileCache, flushCompileCache } from 'node:module'
import path from 'node:path'
import { readMediaProcess } from './live/media/media-process.ts'
import { ConfigError, readConfig, type Config } from './platform/config.ts'
import { DataFolderInUse } from './platform/data-lock.ts'
import { DATABASE, EXIT_CONFIG, isRole, onStopSignal, type Role } from './processes.ts'

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
  flushCompileCache()
}

const start = async () => {
  const config = readConfig(process.env)
  // In the environment, so that whatever this starts takes part. It is written when a process ends, unless told: a
  // killed one would leave nothing to the next.
  process.env['NODE_COMPILE_CACHE'] ??= path.join(config.cacheDir, 'code')
  enableCompileCache()
  const role = process.argv[2]
  if (isRole(role)) return runRole(role, config)
  if (role === 'demo') {
    await (await import('./demo-command.ts')).runDemoCommand(config, process.argv.slice(3))
    process.exit(0)
  }
  await (await import('./supervisor.ts')).supervise(config)
  flushCompileCache()
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
