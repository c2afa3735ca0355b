import { fork, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import {
  CpuUsed,
  Listening,
  LoadMeasured,
  LoadReady,
  LoadTotal,
  Promised,
  SYSTEMS,
  type System,
} from './messages.ts'
import { percentile, rounded } from '../percentile.ts'
import { POSES_PER_SECOND } from './walkers.ts'

// Presence under load: each system's server in a process, its visitors in another, one system after the other.
const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    visitors: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '20' },
    crowd: { type: 'string', default: '0' },
    vs: { type: 'string', multiple: true, default: [] },
    profile: { type: 'string' },
  },
})
const visitors = z.coerce.number().int().min(2).max(5000).parse(values.visitors)
const seconds = z.coerce.number().min(1).max(600).parse(values.seconds)
const crowd = z.coerce.number().int().min(0).max(5000).parse(values.crowd)
const peers = z.array(z.enum(SYSTEMS)).parse(values.vs)

const SETTLE_MS = 4000
const DRAIN_MS = 800
const MIN_TICKS_PER_SECOND = 10
const PATIENCE_MS = 120_000
const READERS: Record<System, number> = { fairloom: 50, colyseus: 10, naive: 10 }

const answer = <S extends z.ZodType>(child: ChildProcess, schema: S, ask?: string): Promise<z.output<S>> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no answer to ${ask ?? 'start'}`)), PATIENCE_MS)
    const onExit = () => reject(new Error('a process of the benchmark ended'))
    const onMessage = (message: unknown) => {
      const parsed = schema.safeParse(message)
      if (!parsed.success) return
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(parsed.data)
    }
    child.on('message', onMessage)
    child.once('exit', onExit)
    if (ask) child.send(ask)
  })

const start = (file: string, args: string[], execArgv: string[] = []) =>
  fork(new URL(file, import.meta.url), args, {
    execArgv,
    stdio: ['ignore', 2, 2, 'ipc'],
    serialization: 'advanced',
  })

const measure = async (system: System) => {
  const profiling =
    values.profile && system === 'fairloom' ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
  const server = start(`./${system}-server.ts`, [], profiling)
  const { port } = await answer(server, Listening)
  const loadOptions = { system, port, visitors, crowd, readers: READERS[system] }
  const load = start('./load.ts', [JSON.stringify(loadOptions)])
  await answer(load, LoadReady)
  await pause(SETTLE_MS)

  const { cpuMicros: before } = await answer(server, CpuUsed, 'cpu')
  const ticksBefore = system === 'fairloom' ? (await answer(server, Promised, 'count')).ticks : 0
  load.send('measure')
  await pause(seconds * 1000)
  const { cpuMicros: after } = await answer(server, CpuUsed, 'cpu')
  const measured = await answer(load, LoadMeasured, 'report')

  // Whatever is on its way arrives; then both ends' counts must agree.
  load.send('stop-walking')
  const { promised, ticks } = await answer(server, Promised, 'freeze')
  await pause(DRAIN_MS)
  const { received } = await answer(load, LoadTotal, 'total')
  load.send('exit')
  server.send('exit')

  const { latenciesMs } = measured
  const ticksPerSecond = (ticks - ticksBefore) / measured.seconds
  const deliveredShare =
    system === 'fairloom'
      ? (received / promised) * Math.min(1, ticksPerSecond / MIN_TICKS_PER_SECOND)
      : measured.updatesPerReceiver / ((visitors - 1) * POSES_PER_SECOND * measured.seconds)
  return {
    serverCpuPercent: rounded((after - before) / 10_000 / measured.seconds),
    bytesPerClientPerSecond: Math.round(measured.bytesPerClientPerSecond),
    p50Ms: rounded(percentile(latenciesMs, 0.5)),
    p95Ms: rounded(percentile(latenciesMs, 0.95)),
    p99Ms: rounded(percentile(latenciesMs, 0.99)),
    deliveredShare: rounded(deliveredShare, 4),
    posesPerSecond: Math.round(measured.sentPerSecond),
    latencySamples: latenciesMs.length,
    ...(system === 'fairloom' && { ticksPerSecond: rounded(ticksPerSecond) }),
  }
}

const results: Partial<Record<System, Awaited<ReturnType<typeof measure>>>> = {}
for (const system of ['fairloom', ...peers] as const) {
  results[system] = await measure(system)
  if (!values.json) console.table({ [system]: results[system] })
}
console.log(JSON.stringify(results))
