import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { liveRoutes } from '#shared/protocol/live.ts'
import { sessionCommands, sessionFacts, sessionRoutes, type SessionAct } from '#shared/protocol/sessions.ts'
import { liveRoomName } from '#shared/model/live-room.ts'
import { buildCompany, buildHall, buildStand, guest, signUp } from '../../support/people.ts'
import { attend, buildLiveSession } from '../../support/sessions.ts'
import { command, nextFact } from '../../support/socket-client.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

describe('a session held here', () => {
  let app: TestApp
  let host: { userId: string; cookie: string }
  let companyId: string
  let hallId: string

  beforeAll(async () => {
    app = await startTestApp()
    hallId = (await buildHall(app)).hallId
    const company = await buildCompany(app)
    host = company.owner
    companyId = company.companyId
  })
  afterAll(() => app.stop())

  /** A session that has begun, with its host in it. */
  const begin = async (settings: Parameters<typeof buildLiveSession>[3] = { waitingRoom: false }) => {
    const standId = await buildStand(app, hallId, companyId)
    const sessionId = await buildLiveSession(app, standId, host.cookie, settings)
    const hosting = await attend(app, host.cookie, sessionId)
    await hosting.act({ kind: 'openLobby' })
    await hosting.act({ kind: 'start' })
    return { sessionId, hosting }
  }
  const come = async (sessionId: string, name = 'Guest') => {
    const who = await guest(app, name)
    return { ...who, in: await attend(app, who.cookie, sessionId) }
  }
  const ticket = (cookie: string, sessionId: string) =>
    app.call(cookie)(liveRoutes.joinRoom, { params: { room: liveRoomName({ kind: 'session', sessionId }) } })

  it('[SS1] lets whoever comes wait until a host lets them in; until then they see nothing and get no media', async () => {
    const { sessionId, hosting } = await begin({ waitingRoom: true })
    const lola = await come(sessionId, 'Lola')
    expect(lola.in.view.me.standing).toBe('waiting')
    await hosting.act({ kind: 'post', text: 'Good day', replyTo: null, productId: null })
    await expect(ticket(lola.cookie, sessionId)).rejects.toMatchObject({ code: 'not_admitted' })
    await expect(lola.in.act({ kind: 'hand', up: true })).rejects.toThrow('not_entered')
    await expect.poll(() => hosting.view.people.find(({ name }) => name === 'Lola')?.standing).toBe('waiting')
    await hosting.act({ kind: 'admit', personIds: [lola.id] })
    await expect.poll(() => lola.in.view.me.standing).toBe('in')
    expect(lola.in.view.messages.map(({ text }) => text)).toEqual(['Good day'])
  })

  it('[SS1] shows those who wait to those who keep order alone', async () => {
    const { sessionId, hosting } = await begin({ waitingRoom: true })
    const inside = await come(sessionId, 'Inside')
    await hosting.act({ kind: 'admitAll' })
    await expect.poll(() => inside.in.view.me.standing).toBe('in')
    await come(sessionId, 'Outside')
    await expect.poll(() => hosting.view.people.map(({ name }) => name)).toContain('Outside')
    expect(inside.in.view.people.map(({ name }) => name)).not.toContain('Outside')
  })

  it('[SS2] keeps whoever was sent away out, and blocks for good', async () => {
    const { sessionId, hosting } = await begin()
    const [rude, worse] = [await come(sessionId, 'Rude'), await come(sessionId, 'Worse')]
    await hosting.act({ kind: 'remove', personId: rude.id, block: false })
    await expect.poll(() => rude.in.standings).toEqual(['removed'])
    await expect(ticket(rude.cookie, sessionId)).rejects.toMatchObject({ code: 'not_admitted' })
    // Their line may come back by itself, and does not knock for them.
    await expect(rude.in.again()).rejects.toThrow('not_admitted')
    await rude.in.again(true)
    // The door is open for others; this one must be let in by hand.
    expect(rude.in.view.me.standing).toBe('waiting')
    await hosting.act({ kind: 'remove', personId: worse.id, block: true })
    await expect.poll(() => worse.in.standings).toEqual(['removed'])
    await expect(worse.in.again()).rejects.toThrow('not_allowed')
    expect(hosting.view.people.find(({ id }) => id === worse.id)?.standing).toBe('blocked')
    await hosting.act({ kind: 'readmit', personId: worse.id })
    await worse.in.again(true)
    expect(worse.in.view.me.standing).toBe('waiting')
  })

  it('[SS2] leaves a co-host who was sent out none of their rights, and lets them wait like anybody', async () => {
    const { sessionId, hosting } = await begin()
    const second = await signUp(app, 'Second host')
    const there = await attend(app, second.cookie, sessionId)
    await hosting.act({ kind: 'giveRole', personId: second.userId, role: 'cohost', channel: null })
    const readLog = () =>
      app
        .call(second.cookie)(sessionRoutes.readSessionLog, { params: { sessionId } })
        .then(
          () => 'read',
          (error: { code: string }) => error.code,
        )
    expect(await readLog()).toBe('read')
    await hosting.act({ kind: 'remove', personId: second.userId, block: false })
    await expect.poll(() => there.standings).toContain('removed')
    expect(await readLog()).toBe('not_allowed')
    await there.again(true)
    expect(there.view.me).toMatchObject({ standing: 'waiting', mayModerate: false })
    expect(await readLog()).toBe('not_allowed')
    await hosting.act({ kind: 'admit', personIds: [second.userId] })
    await expect.poll(() => there.view.me.mayModerate).toBe(true)
    expect(await readLog()).toBe('read')
  })

  it('[SS3] does an act that is sent twice once, and answers the same number', async () => {
    const { sessionId, hosting } = await begin()
    const lola = await come(sessionId)
    const id = randomUUID()
    const act: SessionAct = { kind: 'ask', text: 'How wide?', anonymous: false }
    const first = await lola.in.act(act, id)
    expect(await lola.in.act(act, id)).toEqual(first)
    await expect.poll(() => hosting.view.questions).toHaveLength(1)
  })

  it('[SS4] counts a vote once a person, and takes it back', async () => {
    const { sessionId, hosting } = await begin()
    const people = await Promise.all(['One', 'Two', 'Three'].map((name) => come(sessionId, name)))
    const questionId = randomUUID()
    await hosting.act({ kind: 'ask', text: 'Which twill?', anonymous: true }, questionId)
    await Promise.all(
      people.flatMap((one) => [0, 1].map(() => one.in.act({ kind: 'vote', questionId, on: true }))),
    )
    await expect.poll(() => hosting.view.questions[0]).toMatchObject({ votes: 3, by: null })
    await people[0]!.in.act({ kind: 'vote', questionId, on: false })
    await expect.poll(() => hosting.view.questions[0]?.votes).toBe(2)
    await expect.poll(() => people[1]!.in.view.me.votes).toEqual([questionId])
    expect(people[0]!.in.view.me.votes).toEqual([])
  })

  it('[SS5] closes a poll for every vote that comes after: what was acknowledged is counted, the rest is refused', async () => {
    const { sessionId, hosting } = await begin()
    const people = await Promise.all(Array.from({ length: 8 }, (_, at) => come(sessionId, `Voter ${at}`)))
    const pollId = randomUUID()
    const poll = { question: 'Which?', kind: 'single' as const, options: ['Twill', 'Satin'] }
    await hosting.act({ kind: 'makePoll', poll }, pollId)
    await expect(people[0]!.in.act({ kind: 'ballot', pollId, choices: [0] })).rejects.toThrow('conflict')
    expect(people[0]!.in.view.polls).toEqual([])
    await hosting.act({ kind: 'openPoll', pollId })
    const votes = await Promise.allSettled([
      ...people.slice(0, 4).map((one) => one.in.act({ kind: 'ballot', pollId, choices: [0] })),
      hosting.act({ kind: 'closePoll', pollId }),
      ...people.slice(4).map((one) => one.in.act({ kind: 'ballot', pollId, choices: [1] })),
    ])
    const counted = votes.filter(({ status }, at) => at !== 4 && status === 'fulfilled').length
    await expect.poll(() => hosting.view.polls[0]).toMatchObject({ state: 'closed', voters: counted })
    await expect(people[7]!.in.act({ kind: 'ballot', pollId, choices: [1] })).rejects.toThrow('conflict')
  })

  it('[SS6] lets two hosts act at once: each act is done on what the one before left', async () => {
    const { sessionId, hosting } = await begin({ waitingRoom: true })
    const second = await signUp(app, 'Second host')
    const other = await attend(app, second.cookie, sessionId)
    await hosting.act({ kind: 'giveRole', personId: second.userId, role: 'cohost', channel: null })
    await expect.poll(() => other.view.me.mayModerate).toBe(true)
    const lola = await come(sessionId, 'Lola')
    await Promise.all([hosting, other].map((one) => one.act({ kind: 'admit', personIds: [lola.id] })))
    await expect.poll(() => lola.in.view.me.standing).toBe('in')
    const { lines } = await app.call(host.cookie)(sessionRoutes.readSessionLog, { params: { sessionId } })
    expect(
      lines.filter(({ kind, body }) => kind === 'admitted' && String(body['personIds']) === lola.id),
    ).toHaveLength(1)
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1))
  })

  it('[SS7] is full for one more than its places, and locked for whoever is not in', async () => {
    const { sessionId, hosting } = await begin({ waitingRoom: false, capacity: 2 })
    const lola = await come(sessionId, 'Lola')
    const late = await guest(app, 'Late')
    await expect(attend(app, late.cookie, sessionId)).rejects.toThrow('session_full')
    await hosting.act({ kind: 'lock', on: true })
    await command(lola.in.socket, sessionCommands.leave, { sessionId })
    await expect(attend(app, late.cookie, sessionId)).rejects.toThrow('session_locked')
    // Whose line was lost was in: the lock is not for them.
    await lola.in.again()
    expect(lola.in.view.me.standing).toBe('in')
  })

  it('[SS8] shows everybody the presenter’s pose, and whoever comes later the latest one', async () => {
    const { sessionId, hosting } = await begin()
    const lola = await come(sessionId, 'Lola')
    await hosting.act({ kind: 'show', goods: [randomUUID()] })
    await expect.poll(() => lola.in.view.stage.presenter).toBe(host.userId)
    const pose = { azimuth: 1, elevation: 0.2, reach: 0.5, shift: 0, lift: 0, laser: null }
    const seen = nextFact(lola.in.socket, sessionFacts.posed)
    await command(hosting.socket, sessionCommands.pose, { sessionId, pose })
    expect((await seen).pose).toEqual(pose)
    await expect(command(lola.in.socket, sessionCommands.pose, { sessionId, pose })).rejects.toThrow(
      'not_allowed',
    )
    const socket = await app.connect((await guest(app, 'Later')).cookie)
    const latest = nextFact(socket, sessionFacts.posed)
    await command(socket, sessionCommands.enter, { sessionId })
    expect((await latest).pose).toEqual(pose)
  })

  it('[SS9] is the same session after the process was lost', async () => {
    const { sessionId, hosting } = await begin()
    const lola = await come(sessionId, 'Lola')
    const questionId = randomUUID()
    await lola.in.act({ kind: 'ask', text: 'How wide?', anonymous: false }, questionId)
    await hosting.act({ kind: 'vote', questionId, on: true })
    await expect.poll(() => hosting.view.header.startedAt).not.toBeNull()
    const before = hosting.view
    const second = await startTestApp({}, undefined, app)
    const there = await attend(second, host.cookie, sessionId)
    expect(there.view.questions).toMatchObject([{ id: questionId, votes: 1, by: { name: 'Lola' } }])
    expect(there.view.header).toMatchObject({ phase: 'live', startedAt: before.header.startedAt })
    // The other process wrote meanwhile: the first one notices and goes on from there.
    await there.act({ kind: 'post', text: 'From the second', replyTo: null, productId: null })
    await hosting.act({ kind: 'post', text: 'From the first', replyTo: null, productId: null })
    await hosting.again()
    expect(hosting.view.messages.map(({ text }) => text)).toEqual(['From the second', 'From the first'])
    await second.stop()
  })

  it('[SS10] gives an address of those only who agreed to be written to, and counts the others without a name', async () => {
    const { sessionId, hosting } = await begin()
    const buyer = await signUp(app, 'Buyer')
    const agreeing = await attend(app, buyer.cookie, sessionId)
    await agreeing.act({ kind: 'consent', to: 'attendance', on: true })
    await agreeing.act({ kind: 'consent', to: 'contact', on: true })
    await come(sessionId, 'Nobody')
    await hosting.act({ kind: 'end' })
    const { people, unnamed } = await app.call(host.cookie)(sessionRoutes.readAttendance, {
      params: { sessionId },
    })
    expect(people.map(({ name, email }) => [name, email])).toEqual([['Buyer', buyer.email]])
    expect(unnamed).toBe(2)
    const other = await buildCompany(app, 'Another mill')
    await expect(
      app.call(other.owner.cookie)(sessionRoutes.readAttendance, { params: { sessionId } }),
    ).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('[SS17] takes whoever was away for long back as they were, with what was missed, and what they did meanwhile', async () => {
    const { sessionId, hosting } = await begin({ waitingRoom: true })
    const speaker = await signUp(app, 'Rustam')
    const before = await attend(app, speaker.cookie, sessionId)
    await hosting.act({ kind: 'giveRole', personId: speaker.userId, role: 'speaker', channel: null })
    await expect.poll(() => before.view.me).toMatchObject({ role: 'speaker', standing: 'in' })
    const pollId = randomUUID()
    const poll = { question: 'Which?', kind: 'single' as const, options: ['Twill', 'Satin'] }
    await hosting.act({ kind: 'makePoll', poll }, pollId)
    await hosting.act({ kind: 'openPoll', pollId })
    before.socket.disconnect()
    // For longer than a line is waited for: how much longer makes no difference any more.
    await expect
      .poll(() => hosting.view.people.find(({ id }) => id === speaker.userId)?.isHere, { timeout: 15_000 })
      .toBe(false)
    await hosting.act({ kind: 'closePoll', pollId })
    await hosting.act({ kind: 'lock', on: true })
    await hosting.act({ kind: 'post', text: 'Written meanwhile', replyTo: null, productId: null })
    const after = await attend(app, speaker.cookie, sessionId)
    expect(after.view.me).toMatchObject({ role: 'speaker', standing: 'in' })
    expect(after.view.messages.map(({ text }) => text)).toEqual(['Written meanwhile'])
    await expect(after.act({ kind: 'ballot', pollId, choices: [0] })).rejects.toThrow('conflict')
    const kept = randomUUID()
    const post = { kind: 'post', text: 'Kept meanwhile', replyTo: null, productId: null } as const
    expect(await after.act(post, kept)).toEqual(await after.act(post, kept))
    await expect.poll(() => hosting.view.messages.map(({ text }) => text)).toContain('Kept meanwhile')
  })
})
