import { parseArgs } from 'node:util'
import { DEMO_SIZES, demoFair, type DemoFair, type DemoSize } from '#assets/demo-fair.ts'
import { LANES_ALONE, makeDemoFair, signInTable, workOnDemo } from './demo/index.ts'
import { openInstallation } from './installation.ts'
import { createParts } from './parts.ts'
import { ConfigError, type Config } from './platform/config.ts'
import { createLog } from './platform/log.ts'

/** The size that the command line asks for. Throws a ConfigError where it is none. */
const sizeFrom = (args: string[]): DemoSize => {
  const { values } = parseArgs({
    args,
    options: { size: { type: 'string', default: 'small' } },
    strict: false,
  })
  const size = DEMO_SIZES.find((known) => known === values.size)
  if (!size) throw new ConfigError(`--size is one of ${DEMO_SIZES.join(', ')}.`)
  return size
}

const minutes = (ms: number) =>
  ms < 90_000 ? `${Math.round(ms / 1000)} s` : `${(ms / 60_000).toFixed(1)} min`

/** A line that overwrites itself on a terminal and stays readable in a log. */
const say = (line: string) =>
  process.stdout.write(process.stdout.isTTY ? `\r\u001b[K  ${line}` : `  ${line}\n`)

const summary = ({ fair, halls, stands, companies, products, people, sessions }: DemoFair) =>
  `\n  ${fair.name.en}: ${halls.length} halls, ${stands.length} stands, ${companies.length} companies, ` +
  `${products.length} products, ${sessions.length} sessions, ${people.length} people.`

/**
 * `npm run demo`: makes the demo fair in DATA_DIR together with all of its models, and ends. Models that the cache has
 * take no time; when it is stopped on the way, the next start of Fairloom makes the rest.
 */
export const runDemoCommand = async (config: Config, args: string[]): Promise<void> => {
  const demo = demoFair(sizeFrom(args))
  const begin = performance.now()
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel, 'demo')
  const installation = await openInstallation(config, log)
  const parts = await createParts({ ...config, logLevel: 'warn' }, installation.databaseUrl, 'demo')
  try {
    say('Companies, goods, halls and programme …')
    const made = await makeDemoFair(parts, demo)
    if (!made)
      throw new ConfigError(
        `There is a fair in ${config.dataDir} already: name another folder with DATA_DIR to make the demo fair.`,
      )
    const { ready, waiting } = made.models
    say(`${ready} models from the cache, ${waiting} to make.`)
    let [done, failed] = [0, 0]
    const all = Promise.withResolvers<void>()
    if (waiting === 0) all.resolve()
    const start = performance.now()
    const work = await workOnDemo(parts, {
      lanes: LANES_ALONE,
      onDone(models, isFailed) {
        // The job of those that the cache had is for the case that this process ends before.
        if (models.length > 1 && !isFailed) return
        done += 1
        if (isFailed) failed += 1
        const left = ((performance.now() - start) / done) * (waiting - done)
        say(`${done} of ${waiting} models made, about ${minutes(left)} left · ${models[0]?.slug ?? ''}`)
        if (done === waiting) all.resolve()
      },
    })
    process.once('SIGINT', () => all.resolve()).once('SIGTERM', () => all.resolve())
    await all.promise
    await work.close()
    const lines = ['', signInTable(made.signIns), summary(demo)]
    if (done < waiting) lines.push(`  Stopped: npm start makes the other ${waiting - done} models.`)
    if (failed > 0) lines.push(`  ${failed} models could not be made; their goods show as sketches.`)
    lines.push(`  Ready after ${minutes(performance.now() - begin)}. Open it with npm start.`, '')
    process.stdout.write(`${lines.join('\n')}\n`)
  } finally {
    await parts.close()
    await installation.close()
  }
}
