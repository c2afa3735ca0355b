import { createSocket } from 'node:dgram'
import { Ping } from '@livekit/protocol'
import { AccessToken } from 'livekit-server-sdk'
import { expect, it } from 'vitest'
import { KEYS, startEngineHere } from '../../../media/support/engine-here.ts'
import { createNativeClient } from '../../../media/support/native-client.ts'

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', () => socket.close(() => resolve(false)))
    socket.bind(port, () => socket.close(() => resolve(true)))
  })

const tokenFor = (identity: string) => {
  const token = new AccessToken(KEYS.key, KEYS.secret, { identity, ttl: 60 })
  token.addGrant({ room: 'room', roomJoin: true, canPublish: true, canSubscribe: true })
  return token.toJwt()
}

it('holds its UDP port from its start, also after the last room emptied', async () => {
  const engine = await startEngineHere()
  const { udpPort } = engine
  expect(await isFree(udpPort)).toBe(false)
  const client = await createNativeClient({
    url: `ws://127.0.0.1:${engine.port}`,
    token: await tokenFor('only'),
    role: 'viewer',
  })
  client.leave()
  await expect.poll(() => engine.health().participants).toBe(0)
  expect(await isFree(udpPort)).toBe(false)
  client.close()
  await engine.close()
})

it('takes another UDP port where the wanted one is taken', async () => {
  const first = await startEngineHere()
  const second = await startEngineHere(first.udpPort)
  expect(second.udpPort).not.toBe(first.udpPort)
  expect(await isFree(second.udpPort)).toBe(false)
  await first.close()
  await second.close()
})

it('asks a few times for sections to receive in, and not without end, where a client brings none', async () => {
  const engine = await startEngineHere()
  // Neither publisher offers a section for what the other one publishes.
  const clients = await Promise.all(
    ['one', 'two'].map(async (identity) =>
      createNativeClient({
        url: `ws://127.0.0.1:${engine.port}`,
        token: await tokenFor(identity),
        role: 'publisher',
      }),
    ),
  )
  for (const client of clients) {
    const answered = client.next('pongResp')
    client.send({ case: 'pingReq', value: new Ping({ timestamp: 1n }) })
    await answered
    const asked = client.received.filter((message) => message.case === 'mediaSectionsRequirement')
    expect(asked.length).toBeGreaterThan(0)
    // Two tracks came, one after the other.
    expect(asked.length).toBeLessThanOrEqual(8)
    client.close()
  }
  await engine.close()
})
