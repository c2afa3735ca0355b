// One camera and microphone to many viewers through the embedded engine, and with `--vs janus` through Janus; publisher
// and viewers are native, in another process.
import { fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { startEmbeddedEngine } from '../media/support/engine-under-test.ts'
import { EVERYTHING } from '../media/support/grants.ts'
import { startJanus } from './media/janus.ts'
import type { LoadOrder, LoadResult } from './media/load.ts'
import type { Peers } from './media/peers.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    viewers: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '15' },
    vs: { type: 'string' },
  },
})
const count = z.coerce.number().int().min(1).max(1000).parse(values.viewers)
const seconds = z.coerce.number().min(1).max(600).parse(values.seconds)
const LOAD = fileURLToPath(new URL('./media/load.ts', import.meta.url))
const TICKS_PER_S = 100

/** CPU seconds that a process has used so far. */
const cpuSeconds = async (pid: number): Promise<number> => {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_S
}
const rssMb = async (pid: number): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000

/** What an engine, in a process of its own, costs and how long its packets take. */
const measure = async (pid: number, peers: Peers) => {
  const load = fork(LOAD, [], { execArgv: [] })
  const order: LoadOrder = { peers, seconds }
  load.send(order)
  let cpuAtStart = 0
  let cpu = 0
  let rss = 0
  const result = await new Promise<LoadResult>((resolve, reject) => {
    load.on('message', (message: LoadResult | 'measuring' | 'measured') => {
      if (message === 'measuring') void cpuSeconds(pid).then((now) => (cpuAtStart = now))
      else if (message === 'measured')
        void Promise.all([cpuSeconds(pid), rssMb(pid)]).then(([now, mb]) => {
          cpu = now - cpuAtStart
          rss = mb
        })
      else resolve(message)
    })
    load.on('exit', (code) => reject(new Error(`the load ended with ${code}`)))
  })
  return {
    subscribers: count,
    packetsPerSecond: Math.round(result.received / seconds),
    cpuPercent: Math.round((cpu / seconds) * 1000) / 10,
    cpuMicrosPerPacket: Math.round((cpu / result.received) * 1e8) / 100,
    p50ForwardMs: Math.round(result.p50Ms * 10) / 10,
    p99ForwardMs: Math.round(result.p99Ms * 10) / 10,
    lossShare: Math.max(0, 1 - result.received / result.expected),
    rssMb: Math.round(rss),
  }
}

const measureFairloom = async () => {
  const host = await startEmbeddedEngine()
  const mint = (identity: string) =>
    host.engine.mintJoin({ room: 'bench', identity, name: identity, grant: EVERYTHING })
  const measured = await measure(host.pid(), {
    of: 'fairloom',
    url: host.engine.url,
    publisherToken: await mint('publisher'),
    viewerTokens: await Promise.all(Array.from({ length: count }, (_, at) => mint(`viewer-${at}`))),
  })
  await host.stop()
  return measured
}

const measureJanus = async () => {
  const janus = await startJanus()
  if (!janus) throw new Error('Janus is not there: apt-get install --no-install-recommends janus')
  const measured = await measure(janus.pid, { of: 'janus', url: janus.url, viewers: count })
  await janus.stop()
  return measured
}

const fairloom = await measureFairloom()
if (!values.json) console.log('fairloom', fairloom)
const janus = values.vs === 'janus' ? await measureJanus() : undefined
console.log(JSON.stringify({ fairloom, ...(janus ? { janus } : {}) }))
process.exit(0)
