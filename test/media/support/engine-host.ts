// The embedded engine in a process of its own, for tests that kill it: `node engine-host.ts <json>`.
import { createEngine } from '../../../server/live/sfu/engine.ts'
import type { EngineOrder } from './engine-under-test.ts'

const { keys, port, udpPort, announced, webhookUrl } = JSON.parse(process.argv[2] ?? '{}') as EngineOrder
await createEngine({
  keys,
  port,
  webhookUrl,
  address: { port: udpPort, bindAddress: undefined, announced },
  hasRelay: false,
  admits: 'all',
  warn: (about, reason) => process.stderr.write(`${JSON.stringify(about)} ${reason}\n`),
})
process.send?.('ready')
process.on('disconnect', () => process.exit(0))
