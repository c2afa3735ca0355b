// One camera and microphone to many viewers through the embedded engine; the peers are native, in another process.
import { fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { startEmbeddedEngine } from '../media/support/engine-under-test.ts'
import { EVERYTHING } from '../media/support/people.ts'
import type { LoadOrder, LoadResult } from './media/load.ts'

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

const host = await startEmbeddedEngine()
const mint = (identity: string) =>
  host.engine.mintJoin({ room: 'bench', identity, name: identity, grant: EVERYTHING })
const order: LoadOrder = {
  url: host.engine.url,
  publisherToken: await mint('publisher'),
  viewerTokens: await Promise.all(Array.from({ length: count }, (_, at) => mint(`viewer-${at}`))),
  seconds,
}
const load = fork(LOAD, [], { execArgv: [] })
load.send(order)
let cpuAtStart = 0
let cpu = 0
let rss = 0
const result = await new Promise<LoadResult>((resolve, reject) => {
  load.on('message', (message: LoadResult | 'measuring' | 'measured') => {
    if (message === 'measuring') void cpuSeconds(host.pid()).then((now) => (cpuAtStart = now))
    else if (message === 'measured')
      void Promise.all([cpuSeconds(host.pid()), rssMb(host.pid())]).then(([now, mb]) => {
        cpu = now - cpuAtStart
        rss = mb
      })
    else resolve(message)
  })
  load.on('exit', (code) => reject(new Error(`the load ended with ${code}`)))
})
await host.stop()
if (values.vs === 'janus') console.error('Janus is not installed here: no peer in this run.')
console.log(
  JSON.stringify({
    fairloom: {
      subscribers: count,
      packetsPerSecond: Math.round(result.received / seconds),
      cpuPercent: Math.round((cpu / seconds) * 1000) / 10,
      cpuMicrosPerPacket: Math.round((cpu / result.received) * 1e8) / 100,
      p50ForwardMs: Math.round(result.p50Ms * 10) / 10,
      p99ForwardMs: Math.round(result.p99Ms * 10) / 10,
      lossShare: Math.max(0, 1 - result.received / result.expected),
      rssMb: Math.round(rss),
    },
  }),
)
process.exit(0)
