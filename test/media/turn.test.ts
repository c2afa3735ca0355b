import type { Browser } from '@playwright/test'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { turnCredentials } from '#server/live/turn-credentials.ts'
import { startCoturn, type Coturn } from './support/coturn.ts'
import { MEDIA_PORT, startFairOn, WEB_PORT } from './support/fair-here.ts'
import { missingFor } from './support/machine.ts'
import { hostOf, IPV4, IPV6, openNetwork, type Network } from './support/network.ts'
import { createPeople, seesPicture } from './support/people.ts'
import { launchChromiumOn } from './support/visitor-browser.ts'

const NEEDS = ['unshare', 'nsenter', 'ip', 'nft', 'turnserver', 'turnutils_uclient', 'openssl']
const missing = missingFor(NEEDS)
if (missing.length > 0)
  process.stdout.write(
    `What goes through a TURN relay is not tested: this machine lacks ${missing.join(', ')}.\n`,
  )

const FAIR = hostOf(IPV4.fair)
const UDP_CLOSED = `
table inet wall {
  chain forward {
    type filter hook forward priority filter; policy drop;
    ct state established accept
    iifname "outside" tcp dport { ${WEB_PORT}, 3478, 443 } accept
  }
}`
const OVER_TWO_HOURS_MS = (2 * 3600 + 60) * 1000

/** Peers that nobody may reach through the relay: its own machine, the network around it, everybody else. */
const FOREIGN = [
  '10.0.0.1', '172.16.0.1', '172.31.255.254', '192.168.1.1', '127.0.0.1', '169.254.169.254', '100.64.0.1', '0.0.0.0',
  '198.51.100.2', '203.0.113.1',
] // prettier-ignore
const FOREIGN_IPV6 = ['fc00::1', 'fd00::1', 'fe80::1', '::1', '::ffff:127.0.0.1', '2001:db8:1::2']

describe.skipIf(missing.length > 0)('where only the web and a relay can be reached', () => {
  let network: Network
  let relay: Coturn
  let fair: Awaited<ReturnType<typeof startFairOn>>
  let browser: Browser
  let people: ReturnType<typeof createPeople>

  beforeAll(async () => {
    network = await openNetwork([IPV4, IPV6], UDP_CLOSED)
    ;[relay, fair] = await Promise.all([
      startCoturn(network.fair),
      startFairOn(network.fair, FAIR, { hasRelay: true }),
    ])
    browser = await launchChromiumOn(network.visitor, {
      pageUrl: fair.pageUrl,
      more: [`--ignore-certificate-errors-spki-list=${relay.pin}`],
    })
  })
  afterAll(async () => {
    await browser?.close()
    await relay?.close()
    await network?.close()
  })
  beforeEach(() => {
    people = createPeople(browser, fair.pageUrl, fair.engine)
  })
  afterEach(() => people.close())

  const serversFor = (identity: string, url: string) => ({
    rtcConfig: { iceServers: [{ urls: [url], ...turnCredentials(relay.secret, identity, Date.now()) }] },
  })

  it('reaches no engine without a relay', async () => {
    await expect(people.join('ann', {}, {}, { peerConnectionTimeout: 3000 })).rejects.toThrow(
      /could not establish pc connection/i,
    )
  })

  it.each([
    ['TCP', 'tcp', `turn:${FAIR}:3478?transport=tcp`],
    ['TLS', 'tls', `turns:${FAIR}:443`],
  ] as const)('sees and is seen through a relay by %s', async (_, relayProtocol, url) => {
    const ann = await people.join('ann', {}, {}, serversFor('ann', url))
    const bob = await people.join('bob', {}, {}, serversFor('bob', url))
    await ann.call('publish', 'camera')
    await seesPicture(bob, 'ann')
    for (const one of [ann, bob])
      expect(await one.call('path')).toMatchObject({
        local: { candidateType: 'relay', relayProtocol },
        remote: { address: FAIR, port: MEDIA_PORT + 1 },
      })
  })

  /** What coturn's own client is told when it asks, as a person, for a way to a peer. */
  const askRelay = (peer: string, credentials: { username: string; credential: string }) =>
    network.visitor
      .run(
        'turnutils_uclient',
        ...['-v', '-t', '-c', '-n', '1', ...(peer.includes(':') ? ['-x'] : []), '-e', peer],
        ...['-u', credentials.username, '-w', credentials.credential, FAIR],
      )
      .catch(({ stdout }: { stdout: string }) => stdout)

  it.each([...FOREIGN, ...FOREIGN_IPV6])('relays nothing to %s', async (peer) => {
    expect(await askRelay(peer, turnCredentials(relay.secret, 'ann', Date.now()))).toContain(
      'error 403 (Forbidden IP)',
    )
  })

  it('refuses credentials that have expired, and those of another secret', async () => {
    const expired = turnCredentials(relay.secret, 'ann', Date.now() - OVER_TWO_HOURS_MS)
    const forged = turnCredentials('another secret', 'ann', Date.now())
    for (const credentials of [expired, forged])
      expect(await askRelay(FAIR, credentials)).toContain('Cannot complete Allocation')
  })
})
