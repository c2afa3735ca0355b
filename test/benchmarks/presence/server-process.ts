import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'

interface Counters {
  promised(): number
  ticks(): number
  freeze(): void
}

/** Reports from a server's process: its port, its processor time, and what it owed to its clients. */
export const reportToParent = (http: Server, counters: Counters): void => {
  process.on('message', (message) => {
    if (message === 'cpu') {
      const { user, system } = process.cpuUsage()
      process.send?.({ kind: 'cpu', cpuMicros: user + system })
    }
    if (message === 'count' || message === 'freeze') {
      if (message === 'freeze') counters.freeze()
      process.send?.({ kind: 'promised', promised: counters.promised(), ticks: counters.ticks() })
    }
    if (message === 'exit') process.exit(0)
  })
  process.on('disconnect', () => process.exit(0))
  const announce = () => process.send?.({ kind: 'listening', port: (http.address() as AddressInfo).port })
  if (http.listening) announce()
  else http.once('listening', announce)
}
