import { createEngine } from '#server/live/sfu/engine.ts'
import { anyUdpPort } from '#server/live/udp-port.ts'

export const KEYS = { key: 'test', secret: 'a secret that only this test and its engine know' }

/** The embedded engine in the test's own process, for tests that don't kill it. What it tells is posted nowhere. */
export const startEngineHere = (port = anyUdpPort(), hasRelay = false) =>
  createEngine({
    keys: KEYS,
    webhookUrl: 'http://127.0.0.1:9/',
    address: { port, bindAddress: undefined, announced: [] },
    hasRelay,
    port: 0,
    admits: 'all',
    warn: () => undefined,
  })
