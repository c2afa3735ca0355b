import { access, readdir, utimes } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workOnRecordings } from '#server/sessions/index.ts'
import type { SessionVisibility } from '#shared/model/live-session.ts'
import type { CaptionsOrigin } from '#shared/model/recording.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import { buildCompany, buildHall, buildStand, guest, signUp } from '../../../support/people.ts'
import { playbackOf, playRange, sendRecording } from '../../../support/recordings.ts'
import { attend, buildLiveSession } from '../../../support/sessions.ts'
import { startTestApp, type TestApp } from '../../../support/test-app.ts'
import { buildWebm } from '../../../support/made-recordings.ts'

describe('a recording', () => {
  let app: TestApp
  let host: { userId: string; cookie: string }
  let companyId: string
  let hallId: string
  let webm: Buffer<ArrayBuffer>

  beforeAll(async () => {
    webm = Buffer.from(await buildWebm(4))
    app = await startTestApp()
    await workOnRecordings(app.parts)
    hallId = (await buildHall(app)).hallId
    const company = await buildCompany(app)
    host = company.owner
    companyId = company.companyId
  })
  afterAll(() => app.stop())

  /** A session that has begun and that says that it is recorded. */
  const begin = async (visibility: SessionVisibility = 'public') => {
    const standId = await buildStand(app, hallId, companyId)
    const settings = { waitingRoom: false, visibility }
    const sessionId = await buildLiveSession(app, standId, host.cookie, settings)
    const hosting = await attend(app, host.cookie, sessionId)
    await hosting.act({ kind: 'openLobby' })
    await hosting.act({ kind: 'start' })
    await hosting.act({ kind: 'record', on: true })
    return { sessionId, hosting }
  }
  const playback = (sessionId: string, cookie = host.cookie) => playbackOf(app, cookie, sessionId)
  const isReady = (sessionId: string) =>
    expect.poll(async () => (await playback(sessionId)).recordings[0]?.state).toBe('ready')
  const record = async (visibility: SessionVisibility = 'public') => {
    const { sessionId, hosting } = await begin(visibility)
    const sender = sendRecording(app, host.cookie, sessionId)
    expect(await sender.begin()).toBe(201)
    expect(await sender.append(0, webm, webm.length)).toBe(204)
    await hosting.act({ kind: 'end' })
    await isReady(sessionId)
    return {
      sessionId,
      recordingId: sender.recordingId,
      params: { sessionId, recordingId: sender.recordingId },
    }
  }
  /** As though nothing had come for two minutes. */
  const fallSilent = async (recordingId: string) => {
    const before = new Date(Date.now() - 120_000)
    await utimes(path.join(app.dataDir, 'recordings', recordingId), before, before)
    await app.app.recordings.finishSilent()
  }

  it('[RC1] is taken from hosts alone, and only while the session says that it is recorded', async () => {
    const { sessionId, hosting } = await begin()
    const speaker = await signUp(app, 'Speaker')
    await attend(app, speaker.cookie, sessionId)
    await hosting.act({ kind: 'giveRole', personId: speaker.userId, role: 'speaker', channel: null })
    for (const { cookie } of [speaker, await guest(app)])
      expect([401, 403]).toContain(await sendRecording(app, cookie, sessionId).begin())
    const own = sendRecording(app, host.cookie, sessionId)
    expect(await own.begin()).toBe(201)
    // A second beginning would empty it, and somebody else's pieces would spoil it.
    expect(await own.begin()).toBe(409)
    const foreign = sendRecording(app, speaker.cookie, sessionId, own.recordingId)
    expect(await foreign.append(0, webm)).toBe(403)
    await hosting.act({ kind: 'record', on: false })
    expect(await sendRecording(app, host.cookie, sessionId).begin()).toBe(409)
  })

  it('[RC2] goes on from the byte up to which it arrived, and is seekable once it is whole', async () => {
    const { sessionId, hosting } = await begin()
    const sender = sendRecording(app, host.cookie, sessionId)
    await sender.begin()
    const half = Math.floor(webm.length / 2)
    expect(await sender.append(0, webm.subarray(0, half))).toBe(204)
    expect(await sender.append(10, webm.subarray(10, 20))).toBe(409)
    expect(await sender.offset()).toBe(half)
    expect(await sender.append(half, webm.subarray(half), webm.length)).toBe(204)
    // Whoever recorded may have gone without a word.
    await expect.poll(() => hosting.view.header.isRecording).toBe(false)
    await isReady(sessionId)
    const [made] = (await playback(sessionId)).recordings
    expect(made?.durationMs).toBeGreaterThan(3900)
    const response = await playRange(app, host.cookie, sessionId, sender.recordingId, 'bytes=-50')
    expect([response.status, response.headers.get('content-type')]).toEqual([206, 'video/webm'])
    expect(response.headers.get('content-range')).toMatch(new RegExp(`/${made?.bytes}$`))
  })

  it('[RC2] ends by itself where nothing comes any more: what was whole is played, and nobody is called recorded', async () => {
    const { sessionId, hosting } = await begin()
    const sender = sendRecording(app, host.cookie, sessionId)
    await sender.begin()
    await sender.append(0, webm.subarray(0, webm.length - 1500))
    await app.app.recordings.finishSilent()
    expect((await playback(sessionId)).recordings[0]?.state).toBe('recording')
    await fallSilent(sender.recordingId)
    await expect.poll(() => hosting.view.header.isRecording).toBe(false)
    await isReady(sessionId)
    const [made] = (await playback(sessionId)).recordings
    expect(made?.durationMs).toBeGreaterThan(3800)
    // The line comes back after all.
    await sender.append(webm.length - 1500, webm.subarray(webm.length - 1500), webm.length)
    await expect
      .poll(async () => (await playback(sessionId)).recordings[0]?.durationMs)
      .toBeGreaterThan(made?.durationMs ?? Infinity)
  })

  it('[RC2] of which nothing can be played says so', async () => {
    const { sessionId } = await begin()
    const sender = sendRecording(app, host.cookie, sessionId)
    await sender.begin()
    await fallSilent(sender.recordingId)
    const state = async () => (await playback(sessionId)).recordings[0]?.state
    await expect.poll(state).toBe('failed')
    const params = { sessionId, recordingId: sender.recordingId }
    await app.call(host.cookie)(recordingRoutes.prepareRecording, { params })
    expect(await state()).toBe('preparing')
  })

  it('[RC3] is seen by its hosts alone until it is published, and then by those whom the session was for', async () => {
    const { sessionId, recordingId } = await record('registered')
    const publish = (cookie: string, on: boolean) =>
      app.call(cookie)(recordingRoutes.publishSession, { params: { sessionId }, body: { on } })
    const [buyer, passer] = [await signUp(app, 'Buyer'), await guest(app)]
    expect((await playback(sessionId, buyer.cookie)).recordings).toEqual([])
    expect((await playRange(app, buyer.cookie, sessionId, recordingId)).status).toBe(404)
    await expect(publish(buyer.cookie, true)).rejects.toMatchObject({ code: 'not_allowed' })
    await publish(host.cookie, true)
    await publish(host.cookie, true)
    expect(await playback(sessionId, buyer.cookie)).toMatchObject({
      phase: 'published',
      mayHost: false,
      recordings: [{ id: recordingId }],
    })
    expect((await playRange(app, buyer.cookie, sessionId, recordingId)).status).toBe(206)
    await expect(playback(sessionId, passer.cookie)).rejects.toMatchObject({ code: 'sign_in_needed' })
    expect((await playRange(app, passer.cookie, sessionId, recordingId)).status).toBe(401)
    await publish(host.cookie, false)
    expect((await playRange(app, buyer.cookie, sessionId, recordingId)).status).toBe(404)
  })

  const readCaptions = (sessionId: string, recordingId: string) =>
    fetch(`${app.url}/api/sessions/${sessionId}/recordings/${recordingId}/captions/ru`, {
      headers: { cookie: host.cookie },
    })

  it('[RC5] has captions a language, which are refused with the line that can’t be read', async () => {
    const { sessionId, params } = await record()
    const save = (text: string, origin: CaptionsOrigin = 'file') =>
      app.call(host.cookie)(recordingRoutes.saveCaptions, {
        params: { ...params, language: 'ru' },
        body: { text, origin },
      })
    await expect(save('WEBVTT\n\n00:00 --> 00:02\nTimes')).rejects.toMatchObject({ code: 'bad_request' })
    await expect(save(`WEBVTT\n\n${'x'.repeat(1024 * 1024)}`)).rejects.toMatchObject({ code: 'too_large' })
    const text = `WEBVTT\n\n00:00.000 --> 00:02.000\nДобрый день\n\nNOTE ${'x'.repeat(400_000)}\n`
    await save(text)
    expect((await playback(sessionId)).recordings[0]?.captions).toEqual(['ru'])
    const read = await readCaptions(sessionId, params.recordingId)
    expect([read.headers.get('content-type'), await read.text()]).toEqual(['text/vtt; charset=utf-8', text])
  })

  it('[RC5] keeps captions that somebody gave rather than those that a browser wrote', async () => {
    const { sessionId, recordingId, params } = await record()
    const save = (said: string, origin: CaptionsOrigin) =>
      app.call(host.cookie)(recordingRoutes.saveCaptions, {
        params: { ...params, language: 'ru' },
        body: { text: `WEBVTT\n\n00:00.000 --> 00:02.000\n${said}\n`, origin },
      })
    const kept = async () => (await readCaptions(sessionId, recordingId)).text()
    await save('heard', 'voice')
    await save('heard more', 'voice')
    expect(await kept()).toContain('heard more')
    await save('given', 'file')
    await expect(save('heard yet more', 'voice')).rejects.toMatchObject({ code: 'conflict' })
    expect(await kept()).toContain('given')
    await save('given again', 'file')
    expect(await kept()).toContain('given again')
  })

  it('[RC6] is kept as long as its host chose, and then nothing of it is left', async () => {
    const { sessionId, recordingId, params } = await record()
    await app.call(host.cookie)(recordingRoutes.keepRecording, { params, body: { keepDays: 30 } })
    const { pool } = app.parts.database
    const { rows } = await pool.query<{ sha256: string }>(
      'select sha256 from session_recording where id = $1',
      [recordingId],
    )
    const blob = app.parts.blobs.localPath(rows[0]?.sha256 ?? '')
    const age = (days: number) =>
      pool.query(`update session_recording set started_at = now() - $1 * interval '1 day' where id = $2`, [
        days,
        recordingId,
      ])
    await age(29)
    await app.app.recordings.sweep()
    await access(blob)
    await age(31)
    await app.app.recordings.sweep()
    expect((await playback(sessionId)).recordings).toEqual([])
    await expect(access(blob)).rejects.toThrow('ENOENT')
    const left = await readdir(path.join(app.dataDir, 'recordings'))
    expect(left.filter((name) => name.startsWith(recordingId))).toEqual([])
  })
})
