// The fair's machine, as far as media need it: the embedded engine behind the one web port, which has the client's page.
// `node fair-host.ts <json>`, with an IPC channel.
import { proxySignalling } from '../../../server/live/media/signalling-proxy.ts'
import { createEngine } from '../../../server/live/sfu/engine.ts'
import type { FairOrder } from './fair-here.ts'
import { serveClientPage } from './page-server.ts'

const { keys, webPort, udpPort, announced, hasRelay } = JSON.parse(process.argv[2] ?? '{}') as FairOrder
const engine = await createEngine({
  keys,
  port: 0,
  webhookUrl: 'http://127.0.0.1:9/',
  address: { port: udpPort, bindAddress: undefined, announced },
  hasRelay,
  admits: 'all',
  warn: (about, reason) => process.stderr.write(`${JSON.stringify(about)} ${reason}\n`),
})
// All addresses, of both families.
const { server } = await serveClientPage('::', webPort)
proxySignalling(server, engine.port)
process.send?.('ready')
process.on('disconnect', () => process.exit(0))
