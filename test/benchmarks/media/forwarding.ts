import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { startEmbeddedEngine } from '../../media/support/engine-under-test.ts'
import { EVERYTHING } from '../../media/support/grants.ts'
import { rounded } from '../percentile.ts'
import { cpuSeconds, rssMb } from '../process-cost.ts'
import { startJanus } from './janus.ts'
import type { LoadOrder, LoadResult } from './load.ts'
import type { Peers } from './peers.ts'

const LOAD = fileURLToPath(new URL('./load.ts', import.meta.url))

interface Extent {
  viewers: number
  seconds: number
}

/** What an engine, in a process of its own, costs and how long its packets take. */
const measure = async (pid: number, peers: Peers, { viewers, seconds }: Extent) => {
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
    subscribers: viewers,
    packetsPerSecond: Math.round(result.received / seconds),
    cpuPercent: rounded((cpu / seconds) * 100),
    cpuMicrosPerPacket: rounded((cpu / result.received) * 1e6, 2),
    p50ForwardMs: rounded(result.p50Ms),
    p99ForwardMs: rounded(result.p99Ms),
    lossShare: Math.max(0, 1 - result.received / result.expected),
    rssMb: Math.round(rss),
  }
}

/** One camera and microphone to many viewers; publisher and viewers are native, in another process. */
export const forwarding = async (extent: Extent) => {
  const host = await startEmbeddedEngine()
  const mint = (identity: string) =>
    host.engine.mintJoin({ room: 'bench', identity, name: identity, grant: EVERYTHING })
  const peers: Peers = {
    of: 'fairloom',
    url: host.engine.url,
    publisherToken: await mint('publisher'),
    viewerTokens: await Promise.all(Array.from({ length: extent.viewers }, (_, at) => mint(`viewer-${at}`))),
  }
  const measured = await measure(host.pid(), peers, extent)
  await host.stop()
  return measured
}

/** The same through Janus. */
export const forwardingOfJanus = async (extent: Extent) => {
  const janus = await startJanus()
  if (!janus) throw new Error('Janus is not there: apt-get install --no-install-recommends janus')
  const peers: Peers = { of: 'janus', url: janus.url, viewers: extent.viewers }
  const measured = await measure(janus.pid, peers, extent)
  await janus.stop()
  return measured
}
