import type { Session } from '#shared/model/programme.ts'

/** Where a session stands in time: over, on now, the next to begin, or later. */
export type SessionPhase = 'over' | 'now' | 'next' | 'later'

/** The phase of each session by its id. Next are those that begin first after `nowMs`; cancelled ones never are. */
export const phasesOf = (sessions: readonly Session[], nowMs: number): Map<string, SessionPhase> => {
  const ahead = sessions.filter(({ state, startsAt }) => state === 'planned' && Date.parse(startsAt) > nowMs)
  const first = Math.min(...ahead.map(({ startsAt }) => Date.parse(startsAt)))
  return new Map(
    sessions.map(({ id, state, startsAt, endsAt }): [string, SessionPhase] => {
      const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)]
      if (to <= nowMs) return [id, 'over']
      if (state === 'cancelled') return [id, 'later']
      if (from <= nowMs) return [id, 'now']
      return [id, from === first ? 'next' : 'later']
    }),
  )
}

/** What is on and what comes next, at most `most` sessions. */
export const comingUp = (sessions: readonly Session[], nowMs: number, most: number): Session[] => {
  const phases = phasesOf(sessions, nowMs)
  return sessions.filter(({ id, state }) => state === 'planned' && phases.get(id) !== 'over').slice(0, most)
}

const SOON_MS = 10 * 60_000

/** The session that begins within ten minutes, or began so long ago; the nearest where there are several. */
export const soonest = (sessions: readonly Session[], nowMs: number): Session | undefined =>
  sessions
    .filter(({ state }) => state === 'planned')
    .map((session) => ({ session, offMs: Math.abs(Date.parse(session.startsAt) - nowMs) }))
    .filter(({ offMs }) => offMs <= SOON_MS)
    .toSorted((a, b) => a.offMs - b.offMs)[0]?.session

/** Sessions by the calendar days of a time zone, `2026-11-26` first. */
export const byDay = (
  sessions: readonly Session[],
  timeZone: string,
): { day: string; sessions: Session[] }[] => {
  // The Swedish way of writing a date is ISO 8601.
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const days = new Map<string, Session[]>()
  for (const session of sessions) {
    const day = date.format(new Date(session.startsAt))
    days.set(day, [...(days.get(day) ?? []), session])
  }
  return [...days].map(([day, list]) => ({ day, sessions: list }))
}
