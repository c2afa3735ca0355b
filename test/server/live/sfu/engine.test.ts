import { createSocket } from 'node:dgram'
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

it('holds its UDP port from its start, also after the last room emptied', async () => {
  const engine = await startEngineHere()
  const { udpPort } = engine
  expect(await isFree(udpPort)).toBe(false)
  const token = new AccessToken(KEYS.key, KEYS.secret, { identity: 'only', ttl: 60 })
  token.addGrant({ room: 'room', roomJoin: true, canPublish: true, canSubscribe: true })
  const client = await createNativeClient({
    url: `ws://127.0.0.1:${engine.port}`,
    token: await token.toJwt(),
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
