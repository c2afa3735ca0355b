import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { adapterTo } from './adapter.ts'
import type { Machine } from './machine.ts'

const HOST = fileURLToPath(new URL('fair-host.ts', import.meta.url))
const KEYS = { key: 'test', secret: 'a secret that only this test and its engine know' }
/** A machine of its own has these for itself. */
export const WEB_PORT = 80
export const MEDIA_PORT = 7882

export interface FairOrder {
  keys: { key: string; secret: string }
  webPort: number
  udpPort: number
  announced: { host: string; port: number | undefined }[]
  hasRelay: boolean
}

/** The embedded engine and the client's page on a machine, which visitors reach at `host`. */
export const startFairOn = async (
  machine: Machine,
  host: string,
  { announced = [], hasRelay = false }: Partial<FairOrder> = {},
) => {
  const order: FairOrder = { keys: KEYS, webPort: WEB_PORT, udpPort: MEDIA_PORT, announced, hasRelay }
  const child = machine.fork(HOST, order)
  await once(child, 'message')
  const inAddress = host.includes(':') ? `[${host}]` : host
  return {
    pageUrl: `http://${inAddress}/`,
    engine: adapterTo(WEB_PORT, KEYS.key, KEYS.secret, inAddress),
  }
}
