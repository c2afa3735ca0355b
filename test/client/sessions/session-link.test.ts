import { describe, expect, it } from 'vitest'
import { USUAL_SETTINGS } from '#shared/model/live-session.ts'
import type { SessionAct, SessionView } from '#shared/protocol/sessions.ts'
import { ApiError } from '#client/net/api.ts'
import { createSessionLink, type PendingAct } from '#client/sessions/session-link.ts'
import type { SessionWire } from '#client/sessions/session-wire.ts'

const ask = (text: string): SessionAct => ({ kind: 'ask', text, anonymous: false })

const view = (standing: 'waiting' | 'in' = 'in'): SessionView => ({
  sessionId: '00000000-0000-4000-8000-000000000001',
  seq: 4,
  now: new Date().toISOString(),
  header: {
    phase: 'live',
    startedAt: null,
    endedAt: null,
    isLocked: false,
    inCharge: null,
    isRecording: false,
    settings: USUAL_SETTINGS,
    present: 1,
  },
  me: {
    personId: 'me',
    role: 'attendee',
    standing,
    mayModerate: false,
    hasFloor: false,
    handAt: null,
    consents: [],
    votes: [],
    ballots: {},
  },
  stage: {
    layout: 'speaker',
    spotlight: null,
    goods: [],
    collection: [],
    light: 'hall',
    presenter: null,
    marks: [],
  },
  people: [],
  messages: [],
  questions: [],
  polls: [],
})

/** A line whose answers the test gives by hand. */
const heldWire = (enters: (() => SessionView)[]) => {
  const asked: { id: string; act: SessionAct; answer(error?: unknown): void; storedAs(seq: number): void }[] =
    []
  let connect: () => void = () => undefined
  let changed: Parameters<SessionWire['onChanged']>[0] = () => undefined
  const stop = () => undefined
  const wire: SessionWire = {
    enter: async () => (enters.shift() ?? view)(),
    leave: stop,
    act: (id, act) =>
      new Promise((resolve, reject) =>
        asked.push({
          id,
          act,
          answer: (error) => (error ? reject(error) : resolve({ seq: 1 })),
          storedAs: (seq) => resolve({ seq }),
        }),
      ),
    react: stop,
    pose: () => undefined as never,
    onConnected(listener) {
      connect = listener
      listener()
      return stop
    },
    onChanged(hear) {
      changed = hear
      return stop
    },
    onStanding: () => stop,
    onPosed: () => stop,
    onReacted: () => stop,
  }
  return {
    wire,
    asked,
    reconnect: () => connect(),
    change: (body: Parameters<typeof changed>[0]) => changed(body),
  }
}

const keptIn = (kept: PendingAct[] = []) => ({
  kept,
  load: () => kept,
  save: (pending: readonly PendingAct[]) => void kept.splice(0, kept.length, ...pending),
})

const waits: (() => void)[] = []
const timers = {
  nowMs: () => 0,
  after(_: number, call: () => void) {
    waits.push(call)
    return () => undefined
  },
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

describe('one’s part in a session', () => {
  it('sends one act after the other, each until it is acknowledged', async () => {
    const { wire, asked } = heldWire([])
    const link = createSessionLink({ wire, outbox: keptIn(), timers })
    await settle()
    const done = Promise.all([link.act(ask('one')), link.act(ask('two'))])
    expect(asked.map(({ act }) => act)).toEqual([ask('one')])
    asked[0]?.answer()
    await settle()
    expect(asked.map(({ act }) => act)).toEqual([ask('one'), ask('two')])
    asked[1]?.answer()
    await done
    expect(link.store.getState().pending).toEqual([])
  })

  it('sends the same id again over a new line, and what a reload left', async () => {
    const before: PendingAct = { id: '00000000-0000-4000-8000-000000000009', act: ask('kept') }
    const { wire, asked, reconnect } = heldWire([])
    const outbox = keptIn([before])
    const link = createSessionLink({ wire, outbox, timers })
    await settle()
    expect(asked.map(({ id }) => id)).toEqual([before.id])
    reconnect()
    await settle()
    expect(asked.map(({ id }) => id)).toEqual([before.id, before.id])
    // The answer to the first attempt was on its way: it counts as well.
    asked[0]?.answer()
    await settle()
    expect(link.store.getState().pending).toEqual([])
    expect(outbox.kept).toEqual([])
  })

  it('tries again what may pass, and tells what is refused', async () => {
    const { wire, asked } = heldWire([])
    const link = createSessionLink({ wire, outbox: keptIn(), timers })
    await settle()
    const done = link.act(ask('again'))
    asked[0]?.answer(new ApiError('unavailable'))
    await settle()
    waits.pop()?.()
    asked[1]?.answer(new ApiError('session_over'))
    await expect(done).rejects.toMatchObject({ code: 'session_over' })
    expect(asked[1]?.id).toBe(asked[0]?.id)
    expect(link.store.getState().pending).toEqual([])
  })

  it('holds what is stored as pending until it is seen, and sends the next meanwhile', async () => {
    const { wire, asked, change } = heldWire([])
    const outbox = keptIn()
    const link = createSessionLink({ wire, outbox, timers })
    await settle()
    const done = link.act({ kind: 'consent', to: 'contact', on: true })
    void link.act(ask('next'))
    asked[0]?.storedAs(6)
    await done
    expect(link.store.getState().pending.map(({ act }) => act.kind)).toEqual(['consent', 'ask'])
    expect(outbox.kept.map(({ act }) => act.kind)).toEqual(['ask'])
    expect(asked.map(({ act }) => act.kind)).toEqual(['consent', 'ask'])
    change({ sessionId: view().sessionId, seq: 5, patch: {} })
    expect(link.store.getState().pending).toHaveLength(2)
    change({ sessionId: view().sessionId, seq: 6, patch: { me: { ...view().me, consents: ['contact'] } } })
    expect(link.store.getState().pending.map(({ act }) => act.kind)).toEqual(['ask'])
  })

  it('puts changes into what it sees, and enters again when it may see more', async () => {
    const { wire, change } = heldWire([() => view('waiting'), () => view('in')])
    const link = createSessionLink({ wire, outbox: keptIn(), timers })
    await settle()
    const { sessionId } = view()
    const question = {
      id: sessionId,
      text: 'Wide?',
      by: null,
      at: view().now,
      votes: 1,
      state: 'open' as const,
    }
    change({ sessionId, seq: 5, patch: { questions: [question] } })
    change({ sessionId, seq: 6, patch: { questions: [{ ...question, votes: 2 }] } })
    expect(link.store.getState().view).toMatchObject({ seq: 6, questions: [{ votes: 2 }] })
    change({ sessionId, seq: 7, patch: { me: view('in').me } })
    await settle()
    expect(link.store.getState().view).toMatchObject({ seq: 4, me: { standing: 'in' } })
  })
})
