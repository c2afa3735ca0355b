import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import { syncBuiltinESMExports } from 'node:module'

let refused = 0

/** Attempts to reach out since this was last asked; tests expect none. */
export const takeRefusedConnections = (): number => {
  const taken = refused
  refused = 0
  return taken
}

const refuse = (): never => {
  refused += 1
  throw new Error('the asset child has no network')
}

/**
 * Takes the network from this process. The importers are told to read only the package; this is the second wall,
 * for what a library might do by itself.
 */
export const closeNetwork = (): void => {
  net.Socket.prototype.connect = refuse
  Object.assign(net, { connect: refuse, createConnection: refuse })
  Object.assign(http, { request: refuse, get: refuse })
  Object.assign(https, { request: refuse, get: refuse })
  Object.assign(dns, { lookup: refuse, resolve: refuse })
  syncBuiltinESMExports()
  for (const name of ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource']) {
    Object.defineProperty(globalThis, name, { value: refuse, writable: false, configurable: false })
  }
}
