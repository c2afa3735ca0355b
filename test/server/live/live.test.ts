import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { liveRoomName } from '#shared/model/live-room.ts'
import { liveRoutes } from '#shared/protocol/live.ts'
import type { Engine } from '#server/live/sfu/engine.ts'
import { KEYS, startEngineHere } from '../../media/support/engine-here.ts'
import { createNativeClient } from '../../media/support/native-client.ts'
import type { signUp } from '../../support/people.ts'
import { buildCompany, buildHall, buildStand, guest } from '../../support/people.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

describe('rooms with sound and picture', () => {
  let app: TestApp
  let engine: Engine
  let room: string
  let standId: string
  let staff: Awaited<ReturnType<typeof signUp>>

  beforeAll(async () => {
    // The application has no address before the engine has one: what the engine tells is tested by posts below.
    engine = await startEngineHere()
    app = await startTestApp({}, { ...KEYS, port: engine.port, udpPort: engine.udpPort })
    const { hallId } = await buildHall(app)
    const company = await buildCompany(app)
    staff = company.owner
    standId = await buildStand(app, hallId, company.companyId)
    room = liveRoomName({ kind: 'stand', standId })
  })
  afterAll(async () => {
    await app.stop()
    await engine.close()
  })

  const ticketOf = (cookie: string) => app.call(cookie)(liveRoutes.joinRoom, { params: { room } })
  const restrict = (personId: string, restriction: 'none' | 'silenced' | 'removed') =>
    app.call(staff.cookie)(liveRoutes.restrictPerson, { params: { room, personId }, body: { restriction } })
  const comeIn = async (token: string, role: 'publisher' | 'viewer' = 'viewer') =>
    createNativeClient({ url: app.url, token, role })

  it('[LV1] lets in whoever may be at the stand, through the fair’s own port', async () => {
    const lola = await guest(app, 'Lola')
    const { token, grant } = await ticketOf(lola.cookie)
    expect(grant).toMatchObject({ receive: true, microphone: true, camera: true, screen: true })
    const client = await comeIn(token)
    const seen = await app.call(staff.cookie)(liveRoutes.readRoom, { params: { room } })
    expect(seen.people).toEqual([{ id: lola.id, name: 'Lola', isSilenced: false }])
    client.close()
  })

  it('[LV1] is a room of a real place only', async () => {
    const lola = await guest(app)
    const join = (name: string) => app.call(lola.cookie)(liveRoutes.joinRoom, { params: { room: name } })
    await expect(join(liveRoomName({ kind: 'stand', standId: randomUUID() }))).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(join('stand~x')).rejects.toMatchObject({ code: 'bad_request' })
  })

  it('[LV4] takes a voice away from somebody who is in, and from their next ticket', async () => {
    const loud = await guest(app, 'Loud')
    const { token } = await ticketOf(loud.cookie)
    const client = await comeIn(token, 'publisher')
    const narrowed = client.next('trackUnpublished')
    await restrict(loud.id, 'silenced')
    await narrowed
    expect((await ticketOf(loud.cookie)).grant).toMatchObject({
      microphone: false,
      camera: false,
      data: false,
    })
    await restrict(loud.id, 'none')
    expect((await ticketOf(loud.cookie)).grant).toMatchObject({ microphone: true })
    client.close()
  })

  it('[LV4] sends somebody out, voids the token they had, and gives no other', async () => {
    const rude = await guest(app, 'Rude')
    const { token } = await ticketOf(rude.cookie)
    const client = await comeIn(token)
    const left = client.next('leave')
    await restrict(rude.id, 'removed')
    await left
    await expect(ticketOf(rude.cookie)).rejects.toMatchObject({ code: 'not_allowed' })
    const again = new WebSocket(`${app.url}/rtc/v1?access_token=${token}&join_request=`)
    const [, response] = (await once(again, 'unexpected-response')) as [unknown, { statusCode: number }]
    expect(response.statusCode).toBe(401)
    const { removed } = await app.call(staff.cookie)(liveRoutes.readRoom, { params: { room } })
    expect(removed).toContainEqual({ id: rude.id, name: 'Rude' })
    client.close()
  })

  it('[LV5] lets staff mute all microphones but their own', async () => {
    const [one, two] = await Promise.all([guest(app, 'One'), guest(app, 'Two')])
    const clients = await Promise.all(
      [one, two].map(async ({ cookie }) => comeIn((await ticketOf(cookie)).token, 'publisher')),
    )
    const told = clients.map((client) => client.next('mute'))
    await expect(
      app
        .call(staff.cookie)(liveRoutes.muteRoom, { params: { room } })
        .then(({ muted }) => muted),
    ).resolves.toBe(2)
    for (const message of await Promise.all(told)) expect(message).toMatchObject({ value: { muted: true } })
    for (const client of clients) client.close()
  })

  it('lets visitors keep no order', async () => {
    const [one, two] = await Promise.all([guest(app), guest(app)])
    await expect(
      app.call(one.cookie)(liveRoutes.restrictPerson, {
        params: { room, personId: two.id },
        body: { restriction: 'removed' },
      }),
    ).rejects.toMatchObject({ code: 'sign_in_needed' })
  })

  it('says that there are no media where the engine is away', async () => {
    const alone = await startTestApp()
    const { hallId } = await buildHall(alone)
    const company = await buildCompany(alone)
    const name = liveRoomName({ kind: 'stand', standId: await buildStand(alone, hallId, company.companyId) })
    await expect(
      alone.call(company.owner.cookie)(liveRoutes.joinRoom, { params: { room: name } }),
    ).rejects.toMatchObject({ code: 'unavailable' })
    await alone.stop()
  })

  it('takes events from its own engine only', async () => {
    const response = await fetch(`${app.url}/api/media-events`, {
      method: 'POST',
      headers: { 'content-type': 'application/webhook+json', authorization: 'Bearer x' },
      body: '{"event":"participant_left"}',
    })
    expect(response.status).toBe(401)
  })

  it('names no permission by silence', async () => {
    const lola = await guest(app)
    const { token } = await ticketOf(lola.cookie)
    const { video } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      video: Record<string, unknown>
    }
    for (const permission of [
      'canPublish',
      'canSubscribe',
      'canPublishData',
      'canUpdateOwnMetadata',
      'roomAdmin',
    ])
      expect(video, permission).toHaveProperty(permission)
  })
})
