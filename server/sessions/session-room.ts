import { randomUUID } from 'node:crypto'
import { AppError } from '../platform/errors.ts'
import type { SessionsRepository } from './sessions.repository.ts'
import { apply, nothingTouched, type Touched } from './state/apply.ts'
import type { Actor, Entry, LoggedEntry } from './state/entries.ts'
import { emptyState, hasStanding, isStaff, type State } from './state/state.ts'

const MOST_IN_ONE_COMMIT = 500
const TRIES = 3

/** What is decided when its turn comes, on the state as it is then. Throws what its caller is told. */
export type Decide = (state: State, now: Date) => readonly Entry[]

interface Order {
  id: string
  by: Actor
  decide: Decide
  resolve(seq: number): void
  reject(error: unknown): void
  tries: number
}

export interface SessionRoomParts {
  sessionId: string
  log: SessionsRepository
  now(): Date
  /** Something changed, and is stored. */
  onStored(state: State, entries: readonly LoggedEntry[], touched: Touched): void
}

const markOf = (state: State) => ({
  phase: state.phase,
  staffIds: [...state.people.values()]
    .filter((person) => isStaff(person.role) && hasStanding(person))
    .map(({ id }) => id),
})

/**
 * One session in memory. Acts are decided one after the other, so that two hosts at once can't contradict each other,
 * and all that came while the disk was busy is stored in one transaction. An act is acknowledged once it is stored.
 */
export const createSessionRoom = ({ sessionId, log, now, onStored }: SessionRoomParts) => {
  const queue: Order[] = []
  let state: State | undefined
  let loading: Promise<State> | undefined
  let isBusy = false

  const replay = async (): Promise<State> => {
    const replayed = emptyState()
    for (const logged of await log.log(sessionId)) apply(replayed, logged)
    state = replayed
    return replayed
  }

  /** One reading at a time: two would give two states. */
  const load = (): Promise<State> =>
    (loading ??= replay().finally(() => {
      loading = undefined
    }))

  /** Decides a batch on the state, and answers what is to be stored and told. */
  const work = (batch: readonly Order[], on: State) => {
    const at = now()
    const logged: LoggedEntry[] = []
    const touched = nothingTouched()
    const answers: (() => void)[] = []
    for (const { id, by, decide, resolve, reject } of batch) {
      const before = on.seqOf.get(id)
      if (before !== undefined) {
        answers.push(() => resolve(before))
        continue
      }
      try {
        decide(on, at).forEach((entry, index) => {
          const one = { seq: on.seq + 1, id: index === 0 ? id : randomUUID(), by, at, entry }
          apply(on, one, touched)
          logged.push(one)
        })
        const { seq } = on
        answers.push(() => resolve(seq))
      } catch (error) {
        answers.push(() => reject(error))
      }
    }
    return { logged, touched, answers }
  }

  const again = (batch: readonly Order[], error: unknown) => {
    // The state is ahead of what is stored: it is read anew.
    state = undefined
    for (const order of batch)
      if (order.tries >= TRIES || error) order.reject(error ?? new AppError('unavailable'))
      else queue.push({ ...order, tries: order.tries + 1 })
  }

  const commit = async (batch: readonly Order[]) => {
    try {
      const on = state ?? (await load())
      const after = on.seq
      const { logged, touched, answers } = work(batch, on)
      if (logged.length > 0) {
        if (!(await log.append(sessionId, after, logged, markOf(on)))) return again(batch, undefined)
        onStored(on, logged, touched)
      }
      for (const answer of answers) answer()
    } catch (error) {
      again(batch, error)
    }
  }

  const run = async () => {
    if (isBusy) return
    isBusy = true
    while (queue.length > 0) await commit(queue.splice(0, MOST_IN_ONE_COMMIT))
    isBusy = false
  }

  return {
    sessionId,
    read: async (): Promise<State> => state ?? load(),
    /** What is in memory now, where anything is. */
    get state(): State | undefined {
      return state
    },
    /** Resolves with the number up to which it is stored; the same id again answers the same number. */
    submit: (id: string, by: Actor, decide: Decide): Promise<number> =>
      new Promise((resolve, reject) => {
        queue.push({ id, by, decide, resolve, reject, tries: 1 })
        void run()
      }),
  }
}

export type SessionRoom = ReturnType<typeof createSessionRoom>
