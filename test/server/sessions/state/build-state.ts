import { randomUUID } from 'node:crypto'
import type { SessionRole } from '#shared/model/live-session.ts'
import { apply } from '#server/sessions/state/apply.ts'
import type { Actor, Entry, LoggedEntry } from '#server/sessions/state/entries.ts'
import { emptyState, type State } from '#server/sessions/state/state.ts'

const BEGIN = Date.parse('2026-11-10T09:00:00.000Z')

export const actor = (id: string): Actor => ({ id, name: id, lanyard: 'visitor' })

export const came = (
  id: string,
  role: SessionRole = 'attendee',
  standing: 'in' | 'waiting' = 'in',
): Entry => ({
  kind: 'came',
  person: actor(id),
  role,
  standing,
})

/** An entry a minute after the one before. */
export const logged = (seq: number, entry: Entry, by = 'host'): LoggedEntry => ({
  seq,
  id: randomUUID(),
  by: actor(by),
  at: new Date(BEGIN + seq * 60_000),
  entry,
})

/** Lets something happen next, and answers when. */
export const happen = (state: State, entry: Entry, by?: string): Date => {
  const one = logged(state.seq + 1, entry, by)
  apply(state, one)
  return one.at
}

/** A session in which this has happened, a minute apart. */
export const buildState = (...entries: Entry[]): State => {
  const state = emptyState()
  for (const entry of entries) happen(state, entry)
  return state
}
