// A session under load: the fair as an operator starts it, and in this process its host and those who attend.
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { talkDraft } from '#test/support/programme.ts'
import { call } from '#test/support/rest-client.ts'
import { startRunningFair } from '#test/support/running-fair.ts'
import { percentile, rounded } from '../percentile.ts'
import { cpuSeconds } from '../process-cost.ts'
import { compare, perform, spread, type Kind } from './acts.ts'
import { attend, type Attendee } from './attendee.ts'
import { present } from './presenter.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    viewers: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '10' },
    /** All come within this. */
    within: { type: 'string', default: '30' },
    votes: { type: 'string', default: '200' },
  },
})
const viewers = z.coerce.number().int().min(2).max(900).parse(values.viewers)
const seconds = z.coerce.number().min(1).max(600).parse(values.seconds)
const withinS = z.coerce.number().min(1).max(600).parse(values.within)
const votesPerSecond = z.coerce.number().min(1).max(2000).parse(values.votes)

const QUESTIONS_PER_S = 5
const MESSAGES_PER_S = 20
const WARM_UP_S = 3

const fair = await startRunningFair()
const { cookie, standIds } = await fair.found(1)
const api = call(fair.url, cookie)

/** A session that has begun, its host presenting in it. */
const begin = async () => {
  const sessionId = crypto.randomUUID()
  const draft = talkDraft(standIds[0] ?? '')
  await api(programmeRoutes.createSession, { body: { id: sessionId, draft } })
  await api(sessionRoutes.holdSession, {
    params: { sessionId },
    body: { ...USUAL_SETTINGS, waitingRoom: false, capacity: viewers + 1 },
  })
  const host = await attend(fair.url, cookie, sessionId)
  for (const kind of ['openLobby', 'start', 'present'] as const) await host.act({ kind })
  return { sessionId, host }
}

const comeAll = async (sessionId: string): Promise<Attendee[]> => {
  const guests: string[] = []
  for (let at = 0; at < viewers; at++) guests.push(await fair.guest())
  return Promise.all(
    guests.map(async (guest, at) => {
      await pause((at * withinS * 1000) / viewers)
      return attend(fair.url, guest, sessionId)
    }),
  )
}

/** Questions to be voted for: a person has one vote each. */
const askTopics = async (phase: string, host: Attendee, attendees: readonly Attendee[], count: number) => {
  const text = (at: number) => `${phase} topic ${at}`
  const asking = Array.from({ length: count }, (_, at) =>
    attendees[at % attendees.length]?.act({ kind: 'ask', text: text(at), anonymous: false }),
  )
  await Promise.all(asking)
  const topics = () =>
    host.view()?.questions.filter((question) => question.text.startsWith(`${phase} topic `)) ?? []
  while (topics().length < count) await pause(50)
  return topics().map(({ id }) => id)
}

/** Votes, questions and messages at their pace, and what became of them by the log. */
const offer = async (
  phase: string,
  { sessionId, host }: Awaited<ReturnType<typeof begin>>,
  attendees: readonly Attendee[],
  forSeconds: number,
  disturb?: () => Promise<void>,
) => {
  const topics = await askTopics(phase, host, attendees, Math.ceil((votesPerSecond * forSeconds) / viewers))
  const planned = [
    ...spread(votesPerSecond, forSeconds, attendees, (number) => ({
      kind: 'vote',
      questionId: topics[Math.floor(number / viewers)] ?? '',
      on: true,
    })),
    ...spread(QUESTIONS_PER_S, forSeconds, attendees, (number) => ({
      kind: 'ask',
      text: `${phase} question ${number}`,
      anonymous: number % 2 === 0,
    })),
    ...spread(MESSAGES_PER_S, forSeconds, attendees, (number) => ({
      kind: 'post',
      text: `${phase} message ${number}`,
      replyTo: null,
      productId: null,
    })),
  ]
  const acknowledged = await perform(planned, disturb)
  const { lines } = await api(sessionRoutes.readSessionLog, { params: { sessionId } })
  const perSecond = (kind: Kind) => {
    const times = acknowledged.filter((one) => one.kind === kind).map(({ atMs }) => atMs)
    return rounded((times.length / Math.max(...times)) * 1000)
  }
  return {
    votesPerSecond: perSecond('vote'),
    questionsPerSecond: perSecond('ask'),
    messagesPerSecond: perSecond('post'),
    actP95Ms: rounded(
      percentile(
        acknowledged.map(({ tookMs }) => tookMs),
        0.95,
      ),
    ),
    ...compare(planned, lines),
  }
}

try {
  const session = await begin()
  const attendees = await comeAll(session.sessionId)
  const joinP95Ms = rounded(
    percentile(
      attendees.map(({ joinMs }) => joinMs),
      0.95,
    ),
  )
  if (attendees.some(({ view }) => view()?.me.standing !== 'in')) throw new Error('somebody is not in')
  // A server that has just been started compiles and connects; a fair's has been up for hours.
  await offer('warm-up', session, attendees, WARM_UP_S)

  const { web } = await fair.pids()
  const cpuBefore = await cpuSeconds(web)
  const presenting = present(session.host, attendees)
  const startedAt = performance.now()
  const steady = await offer('steady', session, attendees, seconds)
  const poses = presenting.stop()
  const cpu = (await cpuSeconds(web)) - cpuBefore
  const webCpuPercent = rounded((cpu / (performance.now() - startedAt)) * 100_000)

  let killedAt = 0
  const killed = await offer('killed', session, attendees, seconds, async () => {
    await fair.killWeb()
    killedAt = performance.now()
  })
  const { voteLost, questionsLost, messagesLost, doubled } = killed
  const backP95Ms = rounded(
    percentile(
      attendees.map(({ inAt }) => inAt() - killedAt),
      0.95,
    ),
  )
  for (const { leave } of [session.host, ...attendees]) leave()
  const result = {
    viewers,
    joinP95Ms,
    ...poses,
    ...steady,
    webCpuPercent,
    killed: { voteLost, questionsLost, messagesLost, doubled, backP95Ms },
  }
  if (!values.json) console.table(result)
  console.log(JSON.stringify(result))
} finally {
  await fair.stop()
}
process.exit(0)
