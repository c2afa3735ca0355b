import { startMachine, type Machine } from './machine.ts'

/** Addresses with their prefix: a visitor, the wall's two sides, the fair behind it. All are from ranges for examples. */
export interface Addresses {
  visitor: string
  outside: string
  inside: string
  fair: string
}

export const IPV4: Addresses = {
  visitor: '198.51.100.2/24',
  outside: '198.51.100.1/24',
  inside: '203.0.113.1/24',
  fair: '203.0.113.7/24',
}
export const IPV6: Addresses = {
  visitor: '2001:db8:1::2/64',
  outside: '2001:db8:1::1/64',
  inside: '2001:db8:2::1/64',
  fair: '2001:db8:2::7/64',
}

export const hostOf = (address: string): string => address.replace(/\/\d+$/, '')

/**
 * A visitor's machine, a wall that forwards what its rules (nftables) let through, and the fair's machine behind it. The
 * wall's interfaces are `outside` and `inside`.
 */
export const openNetwork = async (families: readonly Addresses[], rules = '') => {
  const [visitor, wall, fair] = await Promise.all([startMachine(), startMachine(), startMachine()])
  await wall.cable('outside', visitor, 'line')
  await wall.cable('inside', fair, 'line')
  const up = async (machine: Machine, name: string) => {
    // While an IPv6 address is looked for elsewhere it is of no use, and to a browser that has begun its end is a change
    // of the network.
    await machine.run('sh', '-c', `echo 0 >/proc/sys/net/ipv6/conf/${name}/accept_dad`)
    await machine.run('ip', 'link', 'set', name, 'up')
  }
  await Promise.all([up(wall, 'outside'), up(wall, 'inside'), up(visitor, 'line'), up(fair, 'line')])
  for (const addresses of families) {
    const add = (machine: Machine, address: string, name: string) =>
      machine.run('ip', 'address', 'add', address, 'dev', name)
    await add(visitor, addresses.visitor, 'line')
    await add(wall, addresses.outside, 'outside')
    await add(wall, addresses.inside, 'inside')
    await add(fair, addresses.fair, 'line')
    await visitor.run('ip', 'route', 'add', 'default', 'via', hostOf(addresses.outside))
    await fair.run('ip', 'route', 'add', 'default', 'via', hostOf(addresses.inside))
  }
  await wall.run(
    'sh',
    '-c',
    'for it in ipv4/ip_forward ipv6/conf/all/forwarding; do echo 1 >/proc/sys/net/$it; done',
  )
  if (rules) await wall.run('nft', rules)
  return {
    visitor,
    fair,
    wall,
    close: () => Promise.all([visitor, wall, fair].map((machine) => machine.stop())),
  }
}

export type Network = Awaited<ReturnType<typeof openNetwork>>
