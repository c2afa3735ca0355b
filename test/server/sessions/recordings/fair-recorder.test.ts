import { access, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { workOnRecordings } from '#server/sessions/index.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { startEgress, type PageOrder } from '../../../support/egress.ts'
import { buildMp4 } from '../../../support/made-recordings.ts'
import { buildCompany, buildHall, buildStand, signUp } from '../../../support/people.ts'
import { playbackOf, playRange } from '../../../support/recordings.ts'
import { attend, buildLiveSession } from '../../../support/sessions.ts'
import { startTestApp, type TestApp } from '../../../support/test-app.ts'

const KEYS = { key: 'fair', secret: 'known to the fair and its LiveKit server alone' }

describe('the fair’s recorder', () => {
  let first: TestApp
  let app: TestApp
  let egress: Awaited<ReturnType<typeof startEgress>>
  let environment: Record<string, string>
  let folder: string
  let host: { userId: string; cookie: string }
  let companyId: string
  let hallId: string
  let mp4: Buffer
  const orders: PageOrder[] = []
  const stopped: string[] = []
  let refuses = false

  beforeAll(async () => {
    mp4 = await buildMp4(3)
    folder = await mkdtemp(path.join(tmpdir(), 'fairloom-egress-'))
    egress = await startEgress({
      keys: KEYS,
      recorder: {
        take(order) {
          if (refuses) throw new Error('unavailable')
          orders.push(order)
        },
        stop: (id) => stopped.push(id),
      },
    })
    environment = {
      LIVEKIT_URL: egress.url,
      LIVEKIT_API_KEY: KEYS.key,
      LIVEKIT_API_SECRET: KEYS.secret,
      LIVEKIT_EGRESS_DIR: folder,
    }
    first = await startTestApp(environment)
    app = first
    await workOnRecordings(app.parts)
    hallId = (await buildHall(app)).hallId
    const company = await buildCompany(app)
    host = company.owner
    companyId = company.companyId
  })
  beforeEach(() => {
    orders.length = 0
    stopped.length = 0
    refuses = false
  })
  afterAll(async () => {
    await app.stop()
    await first.stop()
    await egress.close()
    await rm(folder, { recursive: true })
  })

  const beginAt = (at: TestApp, sessionId: string, recordingId: string, cookie = host.cookie) =>
    at.call(cookie)(recordingRoutes.beginRecording, { params: { sessionId }, body: { recordingId } })

  /** A locked session with a waiting room that says that it is recorded. */
  const hold = async () => {
    const sessionId = await buildLiveSession(app, await buildStand(app, hallId, companyId), host.cookie)
    const hosting = await attend(app, host.cookie, sessionId)
    for (const act of [{ kind: 'openLobby' }, { kind: 'start' }, { kind: 'lock', on: true }] as const)
      await hosting.act(act)
    await hosting.act({ kind: 'record', on: true })
    return { sessionId, hosting }
  }
  /** One that the recorder has been asked for. */
  const record = async () => {
    const held = await hold()
    const recordingId = randomUUID()
    const { by } = await beginAt(app, held.sessionId, recordingId)
    const order = orders.at(-1)
    if (by !== 'fair' || !order) throw new Error('the recorder was not asked')
    return { ...held, recordingId, order }
  }
  const recordingOf = async (sessionId: string) => {
    const { recordings } = await playbackOf(app, host.cookie, sessionId)
    expect(recordings.length).toBeLessThanOrEqual(1)
    return recordings[0]
  }
  /** What comes to be so once the fair has asked the recorder again. */
  const eventually = <T>(see: () => T | Promise<T>) =>
    expect.poll(async () => {
      await follow()
      return see()
    })
  const isState = (sessionId: string, state: string) =>
    eventually(async () => (await recordingOf(sessionId))?.state).toBe(state)
  /** The page's address as this test reaches it. */
  const visit = (url: string) => fetch(url.replace('http://fair.test', app.url), { redirect: 'manual' })
  const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const age = (recordingId: string) =>
    app.parts.database.pool.query(
      `update session_recording set started_at = now() - interval '2 minutes' where id = $1`,
      [recordingId],
    )
  const follow = () => app.app.fairRecorder.followAll()

  it('[RC7] records a page of the stage from its first picture, and what it made is played', async () => {
    const { sessionId, hosting, recordingId, order } = await record()
    expect(await recordingOf(sessionId)).toMatchObject({ id: recordingId, state: 'starting', by: 'fair' })
    const orderedAt = (await recordingOf(sessionId))?.startedAt ?? ''
    order.begun()
    await isState(sessionId, 'recording')
    expect((await recordingOf(sessionId))?.startedAt).not.toBe(orderedAt)
    await hosting.act({ kind: 'record', on: false })
    await eventually(() => stopped).toContain(order.id)
    await writeFile(order.filepath, mp4)
    order.ended()
    await isState(sessionId, 'ready')
    expect((await recordingOf(sessionId))?.durationMs).toBeGreaterThan(2900)
    const played = await playRange(app, host.cookie, sessionId, recordingId)
    expect([played.status, played.headers.get('content-type')]).toEqual([206, 'video/mp4'])
    // It is at the fair now.
    await expect
      .poll(() =>
        access(order.filepath).then(
          () => true,
          () => false,
        ),
      )
      .toBe(false)
  })

  it('[RC7] comes into a locked session by its ticket, unseen and uncounted, and is out once it has ended', async () => {
    const { sessionId, hosting, order } = await record()
    for (const wrong of [
      order.url.replace(/=.*/, '=' + 'x'.repeat(22)),
      order.url.replace(/ticket=.*/, 'ticket='),
    ])
      expect((await visit(wrong)).status).toBe(404)
    const visited = await visit(order.url)
    expect([visited.status, visited.headers.get('location')]).toEqual([302, `/sessions/${sessionId}/stage`])
    const seen = await attend(app, cookieOf(visited), sessionId)
    expect(seen.view.me).toMatchObject({ standing: 'in', role: 'observer', mayModerate: false })
    await expect(seen.act({ kind: 'post', text: 'x', replyTo: null, productId: null })).rejects.toThrow('not_allowed') // prettier-ignore
    expect(hosting.view.people.map(({ id }) => id)).toEqual([host.userId])
    expect(hosting.view.header.present).toBe(1)
    order.ended('killed')
    await eventually(() => seen.standings).toContain('removed')
    expect((await visit(order.url)).status).toBe(404)
    const { people, unnamed } = await app.call(host.cookie)(sessionRoutes.readAttendance, {
      params: { sessionId },
    })
    expect([people.length, unnamed]).toEqual([0, 1])
  })

  it('[RC7] leaves it to the host’s browser where it can’t', async () => {
    refuses = true
    const { sessionId, hosting } = await hold()
    expect(await beginAt(app, sessionId, randomUUID())).toEqual({ by: 'browser' })
    expect(await recordingOf(sessionId)).toBeUndefined()
    await expect.poll(() => hosting.view.header.isRecording).toBe(true)
  })

  it('[RC7] is ordered by those who keep order, while the session says so, and once', async () => {
    const { sessionId, hosting } = await hold()
    const speaker = await signUp(app, 'Speaker')
    await expect(beginAt(app, sessionId, randomUUID(), speaker.cookie)).rejects.toMatchObject({ code: 'not_allowed' }) // prettier-ignore
    const both = await Promise.all([randomUUID(), randomUUID()].map((id) => beginAt(app, sessionId, id)))
    const third = await beginAt(app, sessionId, randomUUID())
    expect([...both, third].map(({ by }) => by)).toEqual(['fair', 'fair', 'fair'])
    expect(orders).toHaveLength(1)
    await hosting.act({ kind: 'record', on: false })
    await expect(beginAt(app, sessionId, randomUUID())).rejects.toMatchObject({ code: 'conflict' })
  })

  it('[RC7] begins anew while the one before is still at its end', async () => {
    const { sessionId, hosting, order } = await record()
    order.begun()
    await hosting.act({ kind: 'record', on: false })
    await hosting.act({ kind: 'record', on: true })
    expect(await beginAt(app, sessionId, randomUUID())).toEqual({ by: 'fair' })
    expect(orders).toHaveLength(2)
    await eventually(() => stopped).toContain(order.id)
    order.ended()
    const states = async () =>
      (await playbackOf(app, host.cookie, sessionId)).recordings.map(({ state }) => state)
    await eventually(states).toEqual(['failed', 'starting'])
    expect(stopped).not.toContain(orders.at(-1)?.id)
    expect(hosting.view.header.isRecording).toBe(true)
  })

  it('[RC7] that breaks off leaves nobody called recorded, and what it has written', async () => {
    const lost = await record()
    lost.order.begun()
    lost.order.ended('the machine was stopped')
    await isState(lost.sessionId, 'failed')
    await expect.poll(() => lost.hosting.view.header.isRecording).toBe(false)
    const partly = await record()
    await writeFile(partly.order.filepath, mp4)
    partly.order.ended('the disk was full')
    await isState(partly.sessionId, 'ready')
  })

  it('[RC7] that does not begin within a minute is stopped, and given up', async () => {
    const { sessionId, recordingId, order } = await record()
    await follow()
    expect(stopped).not.toContain(order.id)
    await age(recordingId)
    await eventually(() => stopped).toContain(order.id)
    order.ended('never began')
    await isState(sessionId, 'failed')
  })

  it('[RC7] goes on while the fair is away, also where the fair never learned its name', async () => {
    const known = await record()
    const unknown = await record()
    await app.parts.database.pool.query('update session_recording set recorder_id = null where id = $1', [
      unknown.recordingId,
    ])
    await app.close()
    known.order.begun()
    await writeFile(known.order.filepath, mp4)
    known.order.ended()
    app = await startTestApp(environment, undefined, first)
    await workOnRecordings(app.parts)
    await isState(known.sessionId, 'ready')
    await follow()
    expect((await recordingOf(unknown.sessionId))?.state).toBe('starting')
    await age(unknown.recordingId)
    await isState(unknown.sessionId, 'failed')
  })

  it('[RC7] is stopped with a recording that is deleted', async () => {
    const { sessionId, hosting, recordingId, order } = await record()
    await app.call(host.cookie)(recordingRoutes.removeRecording, { params: { sessionId, recordingId } })
    expect(stopped).toContain(order.id)
    await expect.poll(() => hosting.view.header.isRecording).toBe(false)
  })
})
