import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { planMediaProcess } from '../../../server/live/media/media-process.ts'
import { adapterTo } from './adapter.ts'

const HOST = fileURLToPath(new URL('engine-host.ts', import.meta.url))

export interface EngineOrder {
  keys: { key: string; secret: string }
  port: number
  udpPort: number
  announced: { host: string; port: number }[]
}

/**
 * The embedded engine in a process of its own, and the fair's adapter to it. With `between` clients are told of the port
 * that it answers, instead of the engine's.
 */
export const startEmbeddedEngine = async (between?: (udpPort: number) => Promise<number>) => {
  const { key, secret, port, udpPort } = await planMediaProcess(0)
  const announced = between ? [{ host: '127.0.0.1', port: await between(udpPort) }] : []
  const order: EngineOrder = { keys: { key, secret }, port, udpPort, announced }
  const child = fork(HOST, [JSON.stringify(order)], { execArgv: [] })
  await once(child, 'message')
  const stop = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  const engine = adapterTo(port, key, secret)
  return {
    engine,
    keys: order.keys,
    pid: () => child.pid ?? 0,
    stop,
  }
}

export type EngineUnderTest = Awaited<ReturnType<typeof startEmbeddedEngine>>
