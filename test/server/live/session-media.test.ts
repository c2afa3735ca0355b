import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveRoutes } from '#shared/protocol/live.ts'
import { liveRoomName } from '#shared/model/live-room.ts'
import type { Engine } from '#server/live/sfu/engine.ts'
import { KEYS, startEngineHere } from '../../media/support/engine-here.ts'
import { createNativeClient } from '../../media/support/native-client.ts'
import { buildCompany, buildHall, buildStand, guest } from '../../support/people.ts'
import { attend, buildLiveSession } from '../../support/sessions.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

describe('the media of a session', () => {
  let app: TestApp
  let engine: Engine

  beforeAll(async () => {
    engine = await startEngineHere()
    app = await startTestApp({}, { ...KEYS, port: engine.port, udpPort: engine.udpPort })
  })
  afterAll(async () => {
    await app.stop()
    await engine.close()
  })

  it('[SS13] follow what the host decides: the floor, muting, sending out, the end', async () => {
    const { hallId } = await buildHall(app)
    const { companyId, owner } = await buildCompany(app)
    const sessionId = await buildLiveSession(app, await buildStand(app, hallId, companyId), owner.cookie, {
      waitingRoom: false,
    })
    const host = await attend(app, owner.cookie, sessionId)
    await host.act({ kind: 'start' })
    const lola = await guest(app, 'Lola')
    await attend(app, lola.cookie, sessionId)
    const room = liveRoomName({ kind: 'session', sessionId })
    const ticket = () => app.call(lola.cookie)(liveRoutes.joinRoom, { params: { room } })
    const permission = () => engine.rooms.find(room)?.find(lola.id)?.info().permission

    const { token, grant } = await ticket()
    expect(grant).toMatchObject({ receive: true, microphone: false })
    const client = await createNativeClient({ url: app.url, token, role: 'publisher' })
    expect(permission()).toMatchObject({ canSubscribe: true, canPublish: false })

    await host.act({ kind: 'giveFloor', personId: lola.id, on: true })
    await expect.poll(() => permission()?.canPublish).toBe(true)
    await host.act({ kind: 'giveFloor', personId: lola.id, on: false })
    await expect.poll(() => permission()?.canPublish).toBe(false)

    const left = client.next('leave')
    await host.act({ kind: 'remove', personId: lola.id, block: false })
    await left
    await expect(ticket()).rejects.toMatchObject({ code: 'not_admitted' })
    await host.act({ kind: 'end' })
    await expect.poll(() => engine.rooms.find(room)).toBeUndefined()
    client.close()
  })
})
