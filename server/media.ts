import { createEngine } from './live/sfu/engine.ts'
import type { MediaProcess } from './live/media/media-process.ts'
import { MEDIA_EVENTS_PATH } from './live/media/media-events.ts'
import type { Config } from './platform/config.ts'
import { createLog } from './platform/log.ts'

/** Runs the media role: the embedded engine, which has no part in the database. */
export const runMedia = async (config: Config, { key, secret, port, udpPort }: MediaProcess) => {
  const log = createLog(config.logLevel, 'media')
  const engine = await createEngine({
    keys: { key, secret },
    webhookUrl: `http://${loopbackOf(config.host)}:${config.port}${MEDIA_EVENTS_PATH}`,
    address: { port: udpPort, bindAddress: undefined, announced: config.mediaAddresses },
    hasRelay: config.turn !== undefined,
    port,
    admits: 'measured',
    warn: (about, reason) => log.warn(about, reason),
  })
  return { close: engine.close }
}

/** Where this machine itself reaches what listens on a host. */
const loopbackOf = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}
