import type { SignalResponse } from '@livekit/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveRoomName } from '#shared/model/live-room.ts'
import { liveRoutes } from '#shared/protocol/live.ts'
import { createNativeClient } from '../../media/support/native-client.ts'
import { buildCompany, buildHall, buildStand, guest } from '../../support/people.ts'
import { startFairWithEngine } from './fair-with-engine.ts'

/** What somebody was last told of themselves. */
const lastOfMyself = (received: readonly SignalResponse['message'][], identity: string) =>
  received
    .flatMap((message) => (message.case === 'update' ? message.value.participants : []))
    .findLast((one) => one.identity === identity)

describe('[LV4] somebody who comes in with a token from before they were restricted', () => {
  let fair: Awaited<ReturnType<typeof startFairWithEngine>>
  let room: string
  let staffCookie: string

  beforeAll(async () => {
    fair = await startFairWithEngine()
    const { hallId } = await buildHall(fair.app)
    const company = await buildCompany(fair.app)
    staffCookie = company.owner.cookie
    room = liveRoomName({ kind: 'stand', standId: await buildStand(fair.app, hallId, company.companyId) })
  })
  afterAll(() => fair.stop())

  const withTicket = async () => {
    const { id, cookie } = await guest(fair.app)
    const { token } = await fair.app.call(cookie)(liveRoutes.joinRoom, { params: { room } })
    return { id, token }
  }
  const restrict = (personId: string, restriction: 'silenced' | 'removed') =>
    fair.app.call(staffCookie)(liveRoutes.restrictPerson, {
      params: { room, personId },
      body: { restriction },
    })

  it('is silenced as the engine tells that they came', async () => {
    const { id, token } = await withTicket()
    await restrict(id, 'silenced')
    const client = await createNativeClient({ url: fair.app.url, token, role: 'publisher' })
    await expect
      .poll(() => lastOfMyself(client.received, id)?.permission)
      .toMatchObject({ canSubscribe: true, canPublish: false, canPublishData: false })
    expect(lastOfMyself(client.received, id)?.tracks).toEqual([])
    client.close()
  })

  it('is sent out, where the engine did not answer when the staff said so', async () => {
    const { id, token } = await withTicket()
    process.kill(fair.enginePid(), 'SIGSTOP')
    await restrict(id, 'removed')
    process.kill(fair.enginePid(), 'SIGCONT')
    await createNativeClient({ url: fair.app.url, token, role: 'viewer' }).then(
      async (client) => {
        await expect.poll(() => client.received.map((message) => message.case)).toContain('leave')
        client.close()
      },
      // So early that they had not quite come in.
      (error: unknown) => expect(String(error)).toMatch(/sent the client away/),
    )
    const { people } = await fair.app.call(staffCookie)(liveRoutes.readRoom, { params: { room } })
    expect(people.map((one) => one.id)).not.toContain(id)
  })
})
