import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { planMediaProcess } from '../../../server/live/media/media-process.ts'
import { adapterTo } from './adapter.ts'

const HOST = fileURLToPath(new URL('engine-host.ts', import.meta.url))
const NOBODY = 'http://127.0.0.1:9/'

export interface EngineOrder {
  keys: { key: string; secret: string }
  port: number
  udpPort: number
  announced: { host: string; port: number }[]
  /** Where it tells what happens. */
  webhookUrl: string
}

/** The embedded engine in a process of its own; `stop` is a kill, which it can't prepare for. */
export const startEngineProcess = async (order: EngineOrder) => {
  const child = fork(HOST, [JSON.stringify(order)], { execArgv: [] })
  await once(child, 'message')
  return {
    pid: child.pid ?? 0,
    async stop(): Promise<void> {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}

/**
 * The embedded engine in a process of its own, and the fair's adapter to it. With `between` clients are told of the port
 * that it answers, instead of the engine's.
 */
export const startEmbeddedEngine = async (between?: (udpPort: number) => Promise<number>) => {
  const { key, secret, port, udpPort } = await planMediaProcess(0)
  const announced = between ? [{ host: '127.0.0.1', port: await between(udpPort) }] : []
  const order: EngineOrder = { keys: { key, secret }, port, udpPort, announced, webhookUrl: NOBODY }
  let running = await startEngineProcess(order)
  return {
    keys: order.keys,
    engine: adapterTo(port, key, secret),
    pid: () => running.pid,
    stop: () => running.stop(),
    /** Another process on the same ports, once the first was stopped. */
    async startAgain(): Promise<void> {
      running = await startEngineProcess(order)
    },
  }
}

export type EngineUnderTest = Awaited<ReturnType<typeof startEmbeddedEngine>>
