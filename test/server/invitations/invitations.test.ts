import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInvitationsService } from '#server/invitations/invitations.service.ts'
import { workOnInvitations } from '#server/invitations/index.ts'
import type { InvitationDraft } from '#shared/model/invitation.ts'
import { invitationRoutes } from '#shared/protocol/invitations.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { buildCompany, buildHall, buildStand, guest, signUp } from '../../support/people.ts'
import { talkDraft } from '../../support/programme.ts'
import { attend, buildLiveSession } from '../../support/sessions.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

const STARTS_AT = '2026-11-10T09:00:00.000Z'

describe('invitations to sessions', () => {
  let app: TestApp
  let hallId: string
  let company: Awaited<ReturnType<typeof buildCompany>>
  let worker: Awaited<ReturnType<typeof workOnInvitations>>
  beforeAll(async () => {
    app = await startTestApp()
    hallId = (await buildHall(app)).hallId
    company = await buildCompany(app)
    worker = await workOnInvitations(app.parts)
  })
  afterAll(async () => {
    worker.close()
    await app.stop()
  })

  const staff = () => app.call(company.owner.cookie)
  const plan = async (state: 'draft' | 'planned' = 'planned') => {
    const standId = await buildStand(app, hallId, company.companyId)
    return staff()(programmeRoutes.createStandSession, {
      params: { standId },
      body: { id: crypto.randomUUID(), draft: talkDraft(standId, STARTS_AT), state },
    })
  }
  const someone = () => `${crypto.randomUUID()}@example.test`
  const invite = (sessionId: string, email: string, draft: Partial<InvitationDraft> = {}) =>
    staff()(invitationRoutes.invite, {
      params: { sessionId },
      body: {
        people: [{ email, name: 'Clara' }],
        role: 'attendee',
        channel: null,
        language: 'en',
        ...draft,
      },
    })
  /** The letters to an address in the order of their sending, with the lines of quoted-printable joined. */
  const lettersTo = async (email: string) => {
    const folder = path.join(app.dataDir, 'outbox')
    const files = (await readdir(folder)).filter((file) => file.endsWith('.eml')).sort()
    const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))
    return texts.map((text) => text.replaceAll('=\n', '')).filter((text) => text.includes(`To: ${email}`))
  }
  const subjects = async (email: string) =>
    (await lettersTo(email)).map((text) => /^Subject: (.*)$/m.exec(text)?.[1])
  /** The calendar file of a letter. */
  const calendarIn = (letter: string | undefined): string => {
    const [, encoded = ''] = /text\/calendar[^]*?base64[^]*?\n\n([A-Za-z0-9+/=\n]+)/.exec(letter ?? '') ?? []
    return Buffer.from(encoded, 'base64').toString().replaceAll('\r\n ', '')
  }
  /** The words of a letter; which of two ways they are encoded in depends on how many letters are Cyrillic. */
  const textIn = (letter: string | undefined): string => {
    const part = /text\/plain[^]*?Transfer-Encoding: (\S+)[^]*?\n\n([^]*?)\n--/.exec(letter ?? '')
    const [, encoding, body = ''] = part ?? []
    return encoding === 'base64' ? Buffer.from(body, 'base64').toString() : body.replaceAll('=3D', '=')
  }
  const linkIn = (letter: string | undefined) => /invitation=([\w.-]+)/.exec(textIn(letter))?.[1] ?? ''

  it('[IV1] writes to those who are invited, once, with an entry for their calendar', async () => {
    const { id } = await plan()
    const email = someone()
    await invite(id, email)
    await invite(id, email.toUpperCase(), { role: 'speaker' })
    await expect.poll(() => subjects(email)).toEqual(['Twills: 10 November at 09:00 GMT+0'])
    const [letter] = await lettersTo(email)
    const calendar = calendarIn(letter)
    expect(calendar).toContain('METHOD:REQUEST')
    expect(calendar).toContain(`UID:${id}@fairloom`)
    expect(calendar).toContain('SEQUENCE:0')
    expect(calendar).toContain(`mailto:${email}`)
    const { invitations } = await staff()(invitationRoutes.listInvitations, { params: { sessionId: id } })
    expect(invitations).toMatchObject([{ email, role: 'speaker', byThemselves: false, withdrawnAt: null }])
  })

  it('[IV2] tells them of a change under the same id with the next number, and of the end', async () => {
    const { id, revision, state: _, ...draft } = await plan()
    const email = someone()
    await invite(id, email)
    await expect.poll(() => subjects(email)).toHaveLength(1)
    await staff()(programmeRoutes.changeSession, {
      params: { sessionId: id },
      body: {
        baseRevision: revision,
        draft: { ...draft, startsAt: '2026-11-10T10:00:00.000Z', endsAt: '2026-11-10T10:30:00.000Z' },
      },
    })
    await expect.poll(() => subjects(email)).toHaveLength(2)
    await staff()(programmeRoutes.setSessionState, {
      params: { sessionId: id },
      body: { state: 'cancelled' },
    })
    await expect.poll(() => subjects(email)).toHaveLength(3)
    expect((await subjects(email)).slice(1)).toEqual([
      'Changed: Twills, now 10 November at 10:00 GMT+0',
      'Cancelled: Twills',
    ])
    const [, changed, cancelled] = (await lettersTo(email)).map(calendarIn)
    expect(changed).toContain('SEQUENCE:1')
    expect(changed).toContain('DTSTART:20261110T100000Z')
    expect(cancelled).toContain('METHOD:CANCEL')
    expect(cancelled).toContain('SEQUENCE:2')
    expect(cancelled).toContain(`UID:${id}@fairloom`)
  })

  it('[IV3] writes nothing about a draft before it is announced, and shows it to its company alone', async () => {
    const { id } = await plan('draft')
    const email = someone()
    await invite(id, email)
    const other = await buildCompany(app, 'Chust Satin')
    const seen = async (cookie: string) =>
      (await app.call(cookie)(programmeRoutes.listSessions, {})).sessions.some((one) => one.id === id)
    expect(await seen(company.owner.cookie)).toBe(true)
    expect(await seen(other.owner.cookie)).toBe(false)
    expect(await seen('')).toBe(false)
    await staff()(programmeRoutes.setSessionState, { params: { sessionId: id }, body: { state: 'planned' } })
    await expect.poll(() => subjects(email)).toEqual(['Twills: 10 November at 09:00 GMT+0'])
    expect(await seen('')).toBe(true)
  })

  it('[IV4] lets those in who come by the link, as what they are invited; to others the link gives entrance only', async () => {
    const standId = await buildStand(app, hallId, company.companyId)
    const sessionId = await buildLiveSession(app, standId, company.owner.cookie, { visibility: 'invited' })
    const email = someone()
    await invite(sessionId, email, { role: 'interpreter', channel: 'uz', language: 'ru' })
    await expect.poll(() => subjects(email)).toHaveLength(1)
    const invitation = linkIn((await lettersTo(email))[0])
    const [clara, friend, stranger] = [await guest(app), await guest(app), await guest(app)]
    const come = ({ cookie }: { cookie: string }, by?: string) => attend(app, cookie, sessionId, by)
    await expect(come(stranger)).rejects.toThrow('not_allowed')
    const forged = invitation.slice(0, -1) + (invitation.endsWith('A') ? 'B' : 'A')
    await expect(come(stranger, forged)).rejects.toThrow('not_allowed')
    const first = await come(clara, invitation)
    expect(first.view.me).toMatchObject({ standing: 'in', role: 'interpreter' })
    expect(first.view.people.find(({ id }) => id === clara.id)?.channel).toBe('uz')
    expect((await come(friend, invitation)).view.me).toMatchObject({ standing: 'waiting', role: 'attendee' })
    // Who was in comes back without the letter; who only waited does not.
    expect((await come(clara)).view.me).toMatchObject({ standing: 'in', role: 'interpreter' })
    await expect(come(friend)).rejects.toThrow('not_allowed')
    const { invitations } = await staff()(invitationRoutes.listInvitations, { params: { sessionId } })
    await staff()(invitationRoutes.withdrawInvitation, {
      params: { sessionId, invitationId: invitations[0]!.id },
    })
    await expect(come(stranger, invitation)).rejects.toThrow('not_allowed')
    await expect.poll(() => subjects(email)).toHaveLength(2)
  })

  it('[IV4] knows those with an account by their address, once it is confirmed', async () => {
    const standId = await buildStand(app, hallId, company.companyId)
    const sessionId = await buildLiveSession(app, standId, company.owner.cookie, { visibility: 'invited' })
    const rustam = await signUp(app, 'Rustam')
    await invite(sessionId, rustam.email, { role: 'speaker' })
    await expect(attend(app, rustam.cookie, sessionId)).rejects.toThrow('not_allowed')
    await app.parts.database.pool.query(`update "user" set email_verified = true where id = $1`, [
      rustam.userId,
    ])
    expect((await attend(app, rustam.cookie, sessionId)).view.me.role).toBe('speaker')
    expect(await app.call(rustam.cookie)(invitationRoutes.listOwnInvitations, {})).toEqual({
      sessionIds: [sessionId],
    })
  })

  it('[IV5] reminds each once a quarter of an hour before, again where it was put off, and whoever asked for it', async () => {
    const { id, state: _, ...draft } = await plan()
    const at = (time: string) =>
      createInvitationsService({
        db: app.parts.database.db,
        queue: app.parts.queue,
        secret: 'secret',
        findSession: app.parts.programme.find,
        accountOf: app.parts.accounts.accountOf,
        now: () => new Date(time),
      })
    const dayBefore = at('2026-11-09T09:00:00.000Z')
    const email = someone()
    const people = [{ email, name: 'Lola' }]
    const owner = await app.parts.accounts.refresh(company.owner.userId)
    await dayBefore.invite(id, { people, role: 'attendee', channel: null, language: 'en' }, owner!)
    const buyer = await signUp(app, 'Clara')
    const clara = await app.parts.accounts.refresh(buyer.userId)
    expect(await dayBefore.wish(id, true, clara!)).toEqual({ on: true })
    await at('2026-11-10T08:40:00.000Z').remindDue()
    await Promise.all([
      at('2026-11-10T08:46:00.000Z').remindDue(),
      at('2026-11-10T08:47:00.000Z').remindDue(),
    ])
    await expect.poll(async () => (await subjects(email)).slice(1)).toEqual(['Soon: Twills'])
    await expect.poll(() => subjects(buyer.email)).toContain('Soon: Twills')
    expect(await dayBefore.wish(id, false, clara!)).toEqual({ on: false })
    await app.parts.programme.change(id, 1, {
      ...draft,
      startsAt: '2026-11-10T09:20:00.000Z',
      endsAt: '2026-11-10T09:50:00.000Z',
    })
    await at('2026-11-10T09:10:00.000Z').remindDue()
    await expect
      .poll(async () => (await subjects(email)).slice(2).sort())
      .toEqual(['Changed: Twills, now 10 November at 09:20 GMT+0', 'Soon: Twills'])
    expect((await subjects(buyer.email)).filter((subject) => subject === 'Soon: Twills')).toHaveLength(1)
  })

  it('[PG5] lets a company schedule at its own stand, and nowhere else', async () => {
    const { id, revision, state: _, ...draft } = await plan()
    const elsewhere = await buildStand(app, hallId, (await buildCompany(app, 'Chust Satin')).companyId)
    const place = { kind: 'stand' as const, standId: elsewhere }
    const standId = draft.place.kind === 'stand' ? draft.place.standId : ''
    const change = (to: typeof place) =>
      staff()(programmeRoutes.changeSession, {
        params: { sessionId: id },
        body: { baseRevision: revision, draft: { ...draft, place: to } },
      })
    await expect(change(place)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(
      staff()(programmeRoutes.createStandSession, {
        params: { standId },
        body: { id: crypto.randomUUID(), draft: { ...draft, place } },
      }),
    ).rejects.toMatchObject({ code: 'bad_request' })
  })

  it('[SS14] makes a draft after the pattern of a session: settings, polls and goods, nobody’s votes', async () => {
    const standId = await buildStand(app, hallId, company.companyId)
    const sessionId = await buildLiveSession(app, standId, company.owner.cookie, { capacity: 12 })
    const hosting = await attend(app, company.owner.cookie, sessionId)
    await hosting.act({ kind: 'makePoll', poll: { question: 'Which?', kind: 'single', options: ['A', 'B'] } })
    const [good] = [crypto.randomUUID()]
    await hosting.act({ kind: 'collect', collection: [good] })
    const body = { id: crypto.randomUUID(), startsAt: '2026-11-12T09:00:00.000Z' }
    const copy = () => staff()(sessionRoutes.copySession, { params: { sessionId }, body })
    expect(await copy()).toMatchObject({
      id: body.id,
      state: 'draft',
      title: { en: 'Twills' },
      endsAt: '2026-11-12T09:30:00.000Z',
    })
    await copy()
    const there = await attend(app, company.owner.cookie, body.id)
    expect(there.view.header.settings.capacity).toBe(12)
    expect(there.view.me.role).toBe('host')
    expect(there.view.polls).toMatchObject([{ question: 'Which?', state: 'draft', voters: 0 }])
    expect(there.view.stage.collection).toEqual([good])
  })
})
