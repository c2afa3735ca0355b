import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveRoutes } from '#shared/protocol/live.ts'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import { sessionRoutes, type SessionAct } from '#shared/protocol/sessions.ts'
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

  const room = (sessionId: string) => liveRoomName({ kind: 'session', sessionId })

  const begin = async (settings: Parameters<typeof buildLiveSession>[3] = {}) => {
    const { hallId } = await buildHall(app)
    const { companyId, owner } = await buildCompany(app)
    const standId = await buildStand(app, hallId, companyId)
    const sessionId = await buildLiveSession(app, standId, owner.cookie, { waitingRoom: false, ...settings })
    const host = await attend(app, owner.cookie, sessionId)
    await host.act({ kind: 'start' })
    return { sessionId, host }
  }
  const watch = (cookie: string, sessionId: string) =>
    app.call(cookie)(liveRoutes.watchSession, { params: { sessionId } })
  const onNow = async (cookie: string, sessionId: string) => {
    const { sessions } = await app.call(cookie)(sessionRoutes.listOnNow, {})
    return sessions.find((one) => one.sessionId === sessionId)
  }

  it('[SS16] lets the hall watch unseen, and shows it what is on the stage', async () => {
    const { sessionId, host } = await begin({ capacity: 2 })
    const lola = await guest(app, 'Lola')
    await host.act({ kind: 'layout', layout: 'product' })
    expect(await onNow(lola.cookie, sessionId)).toMatchObject({ stage: { layout: 'product', goods: [] } })
    const { token, grant } = await watch(lola.cookie, sessionId)
    expect(grant).toMatchObject({ receive: true, microphone: false, camera: false, hidden: true })
    const client = await createNativeClient({ url: app.url, token, role: 'publisher' })
    await expect.poll(() => engine.rooms.find(room(sessionId))?.find(`watch~${lola.id}`)).toBeDefined()
    expect(host.view.header.present).toBe(1)
    // Whoever steps in finds their place as if nobody watched.
    expect((await attend(app, lola.cookie, sessionId)).view.me.standing).toBe('in')
    client.close()
  })

  it.each([{ waitingRoom: true }, { visibility: 'registered' } as const, { visibility: 'invited' } as const])(
    '[SS16] gives the hall nothing of a session that is not open to all: %o',
    async (settings) => {
      const { sessionId } = await begin(settings)
      const lola = await guest(app, 'Lola')
      expect(await onNow(lola.cookie, sessionId)).toEqual({ sessionId, stage: null })
      await expect(watch(lola.cookie, sessionId)).rejects.toMatchObject({ code: 'not_admitted' })
    },
  )

  const WAIT = { ...USUAL_SETTINGS, waitingRoom: true }
  it.each<SessionAct>([
    { kind: 'lock', on: true },
    { kind: 'configure', settings: WAIT },
  ])('[SS16] ends watching as soon as not everybody may come in: $kind', async (act) => {
    const { sessionId, host } = await begin()
    const lola = await guest(app, 'Lola')
    const [used, unused] = [await watch(lola.cookie, sessionId), await watch(lola.cookie, sessionId)]
    const client = await createNativeClient({ url: app.url, token: used.token, role: 'publisher' })
    const left = client.next('leave')
    await host.act(act)
    await left
    await expect(watch(lola.cookie, sessionId)).rejects.toMatchObject({ code: 'not_admitted' })
    // Nor does a token from before open anything any more.
    await createNativeClient({ url: app.url, token: unused.token, role: 'publisher' }).catch(() => undefined)
    await expect.poll(() => engine.rooms.find(room(sessionId))?.find(`watch~${lola.id}`)).toBeUndefined()
    client.close()
  })

  it('[SS16] gives whoever was sent out, for good or not, nothing to watch either', async () => {
    const { sessionId, host } = await begin()
    const [rude, worse] = [await guest(app, 'Rude'), await guest(app, 'Worse')]
    for (const [{ id, cookie }, block] of [
      [rude, false],
      [worse, true],
    ] as const) {
      await attend(app, cookie, sessionId)
      const { token } = await watch(cookie, sessionId)
      const client = await createNativeClient({ url: app.url, token, role: 'publisher' })
      const left = client.next('leave')
      await host.act({ kind: 'remove', personId: id, block })
      await left
      await expect(watch(cookie, sessionId)).rejects.toMatchObject({ code: 'not_admitted' })
      expect(await onNow(cookie, sessionId)).toEqual({ sessionId, stage: null })
      client.close()
    }
  })

  it('[SS13] follow what the host decides: the floor, muting, sending out, the end', async () => {
    const { sessionId, host } = await begin()
    const lola = await guest(app, 'Lola')
    await attend(app, lola.cookie, sessionId)
    const ticket = () => app.call(lola.cookie)(liveRoutes.joinRoom, { params: { room: room(sessionId) } })
    const permission = () => engine.rooms.find(room(sessionId))?.find(lola.id)?.info().permission

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
    await expect.poll(() => engine.rooms.find(room(sessionId))).toBeUndefined()
    client.close()
  })
})
