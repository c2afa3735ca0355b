import type { Browser } from '@playwright/test'
import { afterEach, describe, expect, it } from 'vitest'
import { MEDIA_PORT, startFairOn, WEB_PORT } from './support/fair-here.ts'
import { missingFor } from './support/machine.ts'
import { hostOf, IPV4, IPV6, openNetwork, type Network } from './support/network.ts'
import { createPeople, seesPicture } from './support/people.ts'
import { launchChromiumOn } from './support/visitor-browser.ts'

const missing = missingFor(['unshare', 'nsenter', 'ip', 'nft'])
if (missing.length > 0)
  process.stdout.write(`IPv6 and NAT are not tested: this machine lacks ${missing.join(', ')}.\n`)

const UDP_BY_IPV6_ONLY = `
table ip wall {
  chain forward {
    type filter hook forward priority filter;
    meta l4proto udp drop
  }
}`
const OUTER_PORT = 40_000
const PRIVATE = { ...IPV4, inside: '10.7.0.1/24', fair: '10.7.0.2/24' }
const FORWARDED = `
table ip wall {
  chain arriving {
    type nat hook prerouting priority dstnat;
    iifname "outside" tcp dport ${WEB_PORT} dnat to ${hostOf(PRIVATE.fair)}
    iifname "outside" udp dport ${OUTER_PORT} dnat to ${hostOf(PRIVATE.fair)}:${MEDIA_PORT}
  }
  chain forward {
    type filter hook forward priority filter; policy drop;
    ct state established accept
    ct status dnat accept
  }
}`

describe.skipIf(missing.length > 0)('networks, with livekit-client in Chromium', () => {
  let network: Network
  let browser: Browser

  afterEach(async () => {
    await browser?.close()
    await network?.close()
  })

  /** Two people of the visitor's machine; one sees the other. Answers the path of what it sees. */
  const meet = async (fair: Awaited<ReturnType<typeof startFairOn>>) => {
    browser = await launchChromiumOn(network.visitor, { pageUrl: fair.pageUrl })
    const people = createPeople(browser, fair.pageUrl, fair.engine)
    const ann = await people.join('ann')
    const bob = await people.join('bob')
    await ann.call('publish', 'camera')
    await seesPicture(bob, 'ann')
    return bob.call('path')
  }

  it('meets where there is IPv6 only', async () => {
    network = await openNetwork([IPV6])
    const path = await meet(await startFairOn(network.fair, hostOf(IPV6.fair)))
    expect(path.local).toMatchObject({ address: hostOf(IPV6.visitor) })
    expect(path.remote).toMatchObject({ address: hostOf(IPV6.fair), port: MEDIA_PORT })
  })

  it('tells addresses of both families where the machine has both', async () => {
    network = await openNetwork([IPV4, IPV6], UDP_BY_IPV6_ONLY)
    const path = await meet(await startFairOn(network.fair, hostOf(IPV4.fair)))
    expect(path.remote).toMatchObject({ address: hostOf(IPV6.fair) })
  })

  it('meets at an announced address and port where the engine is behind NAT', async () => {
    network = await openNetwork([PRIVATE], FORWARDED)
    const outer = { host: hostOf(PRIVATE.outside), port: OUTER_PORT }
    const path = await meet(await startFairOn(network.fair, outer.host, { announced: [outer] }))
    expect(path.remote).toMatchObject({ address: outer.host, port: OUTER_PORT })
  })
})
