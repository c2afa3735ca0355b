import { createSocket } from 'node:dgram'
import { AccessToken } from 'livekit-server-sdk'
import { expect, it } from 'vitest'
import { createEngine } from '#server/live/sfu/engine.ts'
import { KEYS, startEngineHere } from '../../../media/support/engine-here.ts'
import { createNativeClient } from '../../../media/support/native-client.ts'

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', () => socket.close(() => resolve(false)))
    socket.bind(port, () => socket.close(() => resolve(true)))
  })

it('holds its UDP port from its start, also after the last room emptied', async () => {
  const { engine, udpPort } = await startEngineHere()
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

it('says so where its UDP port is taken', async () => {
  const { engine, udpPort } = await startEngineHere()
  await expect(
    createEngine({
      keys: KEYS,
      webhookUrl: 'http://127.0.0.1:9/',
      address: { port: udpPort, bindAddress: undefined, announced: [] },
      port: 0,
      admits: 'all',
      warn: () => undefined,
    }),
  ).rejects.toThrow(`UDP port ${udpPort} is taken`)
  await engine.close()
})
