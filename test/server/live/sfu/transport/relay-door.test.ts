import { createHmac, randomBytes } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { crc32 } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRelayDoor, type RelayDoor } from '#server/live/sfu/transport/relay-door.ts'
import { createTransport, holdPort } from '#server/live/sfu/transport/transport.ts'
import { anyUdpPort } from '#server/live/udp-port.ts'

const OFFER = {
  iceUfrag: 'theirs',
  icePwd: 'a password of twenty-two letters',
  fingerprint: { algorithm: 'sha-256', value: Array.from({ length: 32 }, () => 'AB').join(':') },
  setup: 'actpass',
  author: '-',
  sections: [],
}
const BIND = '127.0.0.1'
const SUCCESS = 0x0101
const ERROR = 0x0111

const attribute = (type: number, value: Buffer): Buffer => {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(type, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

/** A check as Chromium sends it, from its controlling side. */
const checkOf = (name: string, password: string, tieBreaker: bigint): Buffer => {
  const role = Buffer.alloc(8)
  role.writeBigUInt64BE(tieBreaker)
  const header = Buffer.concat([Buffer.from('000100002112a442', 'hex'), randomBytes(12)])
  const message = [
    header,
    attribute(0x0006, Buffer.from(name)),
    attribute(0x802a, role),
    attribute(0x0024, Buffer.from([0x6e, 0, 0x1e, 0xff])),
  ]
  const lengthBefore = (all: Buffer[]) => all.reduce((sum, one) => sum + one.length, -header.length)
  header.writeUInt16BE(lengthBefore(message) + 24, 2)
  const digest = createHmac('sha1', password).update(Buffer.concat(message)).digest()
  message.push(attribute(0x0008, digest))
  header.writeUInt16BE(lengthBefore(message) + 8, 2)
  const print = Buffer.alloc(4)
  print.writeUInt32BE((crc32(Buffer.concat(message)) ^ 0x5354554e) >>> 0)
  return Buffer.concat([...message, attribute(0x8028, print)])
}

describe('the door for those who come through a relay', () => {
  let held: ReturnType<typeof holdPort>
  let door: RelayDoor
  let transport: ReturnType<typeof createTransport>
  let client: Socket
  let local: Awaited<ReturnType<typeof transport.open>>

  beforeEach(async () => {
    held = holdPort({ port: anyUdpPort(), bindAddress: BIND, announced: [] })
    door = await openRelayDoor({ port: held.port + 1, bindAddress: BIND, enginePort: held.port })
    const nothing = () => undefined
    transport = createTransport(
      'one',
      { port: held.port, bindAddress: BIND, announced: [], door },
      { onMedia: nothing, onData: nothing, onOpen: nothing, onClosed: nothing },
    )
    local = await transport.open(OFFER)
    client = createSocket('udp4').bind(0, BIND)
    await once(client, 'listening')
  })
  afterEach(() => {
    client.close()
    transport.close()
    door.close()
    held.release()
  })

  /** The first answer, not what the engine asks by itself. */
  const ask = async (port: number, datagram: Buffer): Promise<Buffer> => {
    const answer = new Promise<Buffer>((resolve) =>
      client.on('message', (one) => {
        if (one.subarray(8, 20).equals(datagram.subarray(8, 20))) resolve(one)
      }),
    )
    client.send(datagram, port, BIND)
    return answer
  }
  const check = (tieBreaker = 0n, password = local.icePwd) =>
    checkOf(`${local.iceUfrag}:${OFFER.iceUfrag}`, password, tieBreaker)

  it('is told to clients as the last that they should try', () => {
    const [own, through] = local.candidates.map((one) => one.split(' '))
    expect(own?.[5]).toBe(String(held.port))
    expect(through?.[5]).toBe(String(door.port))
    expect(Number(through?.[3])).toBeLessThan(Number(own?.[3]))
  })

  it('is needed as long as the engine itself refuses a tie-breaker of zero', async () => {
    expect((await ask(held.port, check())).readUInt16BE(0)).toBe(ERROR)
    expect((await ask(held.port, check(5n))).readUInt16BE(0)).toBe(SUCCESS)
  })

  it('lets a tie-breaker of zero in, and tells the client its own address', async () => {
    const answer = await ask(door.port, check())
    expect(answer.readUInt16BE(0)).toBe(SUCCESS)
    const at = answer.indexOf(Buffer.from('002000080001', 'hex'))
    expect(answer.readUInt16BE(at + 6) ^ 0x2112).toBe(client.address().port)
    expect((answer.readUInt32BE(at + 8) ^ 0x2112a442) >>> 0).toBe(0x7f000001)
    const digestAt = answer.indexOf(Buffer.from('00080014', 'hex'))
    const covered = Buffer.from(answer.subarray(0, digestAt))
    covered.writeUInt16BE(digestAt + 24 - 20, 2)
    expect(answer.subarray(digestAt + 4, digestAt + 24)).toEqual(
      createHmac('sha1', local.icePwd).update(covered).digest(),
    )
  })

  it('lets nothing in from whoever does not know the password, and nothing that is no check before one', async () => {
    const asked = [check(5n, 'another'), Buffer.from('not STUN'), checkOf('nobody:x', local.icePwd, 5n)]
    const seen: Buffer[] = []
    client.on('message', (one) => seen.push(one))
    for (const one of asked) client.send(one, door.port, BIND)
    // Datagrams keep their order on loopback: what came before this one has been dealt with.
    await ask(door.port, check())
    for (const one of asked)
      expect(seen.some((answer) => answer.subarray(8, 20).equals(one.subarray(8, 20)))).toBe(false)
  })
})
