import { setTimeout as pause } from 'node:timers/promises'
import type { SessionAct, SessionLogLine } from '#shared/protocol/sessions.ts'
import type { Attendee } from './attendee.ts'

const TICK_MS = 5
const DRAIN_WITHIN_MS = 60_000
const KINDS = { vote: 'voted', ask: 'asked', post: 'posted' } as const
export type Kind = keyof typeof KINDS

export interface Planned {
  atMs: number
  by: Attendee
  act: Extract<SessionAct, { kind: Kind }>
}

/** Acts at a steady pace, one attendee after the other. */
export const spread = (
  perSecond: number,
  seconds: number,
  attendees: readonly Attendee[],
  make: (number: number) => Planned['act'],
): Planned[] =>
  Array.from({ length: Math.round(perSecond * seconds) }, (_, number) => number).flatMap((number) => {
    const by = attendees[number % attendees.length]
    return by ? [{ atMs: (number * 1000) / perSecond, by, act: make(number) }] : []
  })

/** Does all that is planned when its time has come, whatever the answers; tells when each was acknowledged. */
export const perform = async (planned: readonly Planned[], disturb?: () => Promise<void>) => {
  const acts = planned.toSorted((a, b) => a.atMs - b.atMs)
  const startedAt = performance.now()
  const acknowledged: { kind: Kind; atMs: number; tookMs: number }[] = []
  const settled: Promise<void>[] = []
  let disturbed: Promise<void> | undefined
  for (let next = 0; next < acts.length; await pause(TICK_MS)) {
    const nowMs = performance.now() - startedAt
    for (let one = acts[next]; one && one.atMs <= nowMs; one = acts[++next]) {
      const { kind } = one.act
      const sentMs = performance.now() - startedAt
      const done = () => {
        const atMs = performance.now() - startedAt
        acknowledged.push({ kind, atMs, tookMs: atMs - sentMs })
      }
      settled.push(one.by.act(one.act).then(done, (error: unknown) => console.error(kind, error)))
    }
    if (next > acts.length / 2) disturbed ??= disturb?.()
  }
  await disturbed
  await Promise.race([Promise.all(settled), pause(DRAIN_WITHIN_MS)])
  return acknowledged
}

const keyOf = (by: string, act: Planned['act'] | Record<string, unknown>) =>
  `${by} ${'questionId' in act ? String(act['questionId']) : String(act['text'])}`

/** What the log lacks of what was planned, and what it has more than once. Each act is planned once. */
export const compare = (planned: readonly Planned[], log: readonly SessionLogLine[]) => {
  const counts = new Map<string, number>()
  for (const { kind, by, body } of log) {
    const key = `${kind} ${keyOf(by, body)}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const countOf = ({ by, act }: Planned) => counts.get(`${KINDS[act.kind]} ${keyOf(by.id, act)}`) ?? 0
  const lost = (kind: Kind) => planned.filter((one) => one.act.kind === kind && countOf(one) === 0).length
  return {
    voteLost: lost('vote'),
    questionsLost: lost('ask'),
    messagesLost: lost('post'),
    doubled: planned.filter((one) => countOf(one) > 1).length,
  }
}
