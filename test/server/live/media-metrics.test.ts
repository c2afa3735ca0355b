import { afterAll, beforeAll, expect, it } from 'vitest'
import { liveRoomName } from '#shared/model/live-room.ts'
import { liveRoutes } from '#shared/protocol/live.ts'
import { createNativeClient } from '../../media/support/native-client.ts'
import { sendPicture } from '../../media/support/native-picture.ts'
import { buildCompany, buildHall, buildStand, guest } from '../../support/people.ts'
import { startFairWithEngine } from './fair-with-engine.ts'

let fair: Awaited<ReturnType<typeof startFairWithEngine>>
beforeAll(async () => {
  fair = await startFairWithEngine()
})
afterAll(() => fair.stop())

/** Figures of the engine as `/metrics` tells them, by name. */
const figures = async (): Promise<Record<string, number>> => {
  const text = await (await fetch(`${fair.app.url}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line.startsWith('fairloom_media_'))
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', value] = line.split(' ')
      return [name.replace('fairloom_media_', ''), Number(value)]
    }),
  )
}

it('tells how the engine is, what it carries, and that it is away, without waiting for it', async () => {
  const { hallId } = await buildHall(fair.app)
  const { companyId } = await buildCompany(fair.app)
  const room = liveRoomName({ kind: 'stand', standId: await buildStand(fair.app, hallId, companyId) })
  const enter = async (role: 'publisher' | 'viewer') => {
    const { cookie } = await guest(fair.app)
    const { token } = await fair.app.call(cookie)(liveRoutes.joinRoom, { params: { room } })
    return createNativeClient({ url: fair.app.url, token, role })
  }
  expect(await figures()).toMatchObject({
    up: 1,
    participants: 0,
    forwarded_packets_total: 0,
    paused_pictures: 0,
    restarts_total: 0,
  })

  const publisher = await enter('publisher')
  const viewer = await enter('viewer')
  const picture = sendPicture(publisher.track)
  await expect.poll(async () => (await figures())['forwarded_bytes_total']).toBeGreaterThan(1000)
  picture.stop()
  const busy = await figures()
  expect(busy).toMatchObject({ up: 1, participants: 2, rooms: 1 })
  expect(busy['resident_bytes']).toBeGreaterThan(20e6)
  expect(busy['busy_ratio']).toBeLessThanOrEqual(1)
  expect(busy['late_seconds']).toBeLessThan(10)
  expect(busy).toHaveProperty('room_for_more')
  viewer.close()
  publisher.close()

  // It hangs: the scrape brings the rest.
  process.kill(fair.enginePid(), 'SIGSTOP')
  expect(await figures()).toEqual({ up: 0, restarts_total: 0 })
  await fair.killEngine()
  expect(await figures()).toEqual({ up: 0, restarts_total: 0 })
  await fair.startEngineAgain()
  expect(await figures()).toMatchObject({ up: 1, participants: 0, rooms: 0, restarts_total: 1 })
})
