import { createStore, type StoreApi } from 'zustand/vanilla'
import type { StagePose } from '#shared/model/live-session.ts'
import type { SessionAct, SessionView } from '#shared/protocol/sessions.ts'
import {
  browserTimers,
  codeOf,
  createBackoff,
  isPassing,
  type RefusalCode,
  type Timers,
} from '../net/delivery.ts'
import { newId } from '../net/new-id.ts'
import { patchView } from './patch-view.ts'
import type { Reaction, SessionWire } from './session-wire.ts'

/** An act that is not seen in the session yet; `seq` is where it is stored, once the server acknowledged it. */
export interface PendingAct {
  readonly id: string
  readonly act: SessionAct
  readonly seq?: number
}

export interface SessionLinkState {
  readonly phase: 'entering' | 'here' | 'removed' | 'refused'
  readonly refusal?: RefusalCode
  readonly view?: SessionView
  readonly pending: readonly PendingAct[]
  /** How far the server's clock is ahead of this device's. */
  readonly clockAheadMs: number
}

/** Keeps what isn't acknowledged over a reload of the page. */
export interface ActOutbox {
  load(): readonly PendingAct[]
  save(pending: readonly PendingAct[]): void
}

export interface SessionLinkParts {
  wire: SessionWire
  outbox: ActOutbox
  timers?: Timers
}

/**
 * One's part in a session. Acts get their id here and are sent with it, one after the other, until the server
 * acknowledges, across lost lines and reloads; what one sees comes whole when one enters, and then by changes.
 */
export const createSessionLink = ({ wire, outbox, timers = browserTimers }: SessionLinkParts) => {
  const store: StoreApi<SessionLinkState> = createStore(() => ({
    phase: 'entering',
    pending: outbox.load(),
    clockAheadMs: 0,
  }))
  const settled = new Map<string, { resolve(): void; reject(error: unknown): void }>()
  const posed = new Set<(pose: StagePose) => void>()
  const reacted = new Set<(reaction: Reaction, personId: string) => void>()
  const backoff = createBackoff()
  let connectionCount = 0
  let sendingId: string | undefined
  let cancelLater: (() => void) | undefined
  let closed = false

  const setPending = (pending: readonly PendingAct[]) => {
    store.setState({ pending })
    outbox.save(pending.filter(({ seq }) => seq === undefined))
  }

  /** What is stored is pending until it is seen: a tick must not go away between the two. */
  const see = (view: SessionView) => {
    const { pending } = store.getState()
    store.setState({ view, pending: pending.filter(({ seq }) => seq === undefined || seq > view.seq) })
  }

  const later = (call: () => void) => {
    cancelLater?.()
    cancelLater = timers.after(backoff.takeMs(), () => !closed && call())
  }

  const enter = async (knocks = false): Promise<void> => {
    const connection = ++connectionCount
    sendingId = undefined
    try {
      const view = await wire.enter(knocks)
      if (closed || connection !== connectionCount) return
      backoff.reset()
      store.setState({ phase: 'here', clockAheadMs: Date.parse(view.now) - Date.now() })
      see(view)
      sendNext()
    } catch (error) {
      if (closed || connection !== connectionCount) return
      const code = codeOf(error)
      if (isPassing(code) || code === 'session_full')
        later(() => connection === connectionCount && void enter(knocks))
      // Sent out while the line was away.
      if (code === 'not_admitted') store.setState({ phase: 'removed' })
      else if (!isPassing(code)) store.setState({ phase: 'refused', refusal: code })
    }
  }

  const storedAs = (id: string, seq: number) => {
    const { pending, view } = store.getState()
    const isSeen = view !== undefined && view.seq >= seq
    setPending(
      isSeen
        ? pending.filter((one) => one.id !== id)
        : pending.map((one) => (one.id === id ? { ...one, seq } : one)),
    )
    settled.get(id)?.resolve()
    settled.delete(id)
  }

  const refuse = (id: string, error: unknown) => {
    setPending(store.getState().pending.filter((one) => one.id !== id))
    settled.get(id)?.reject(error)
    settled.delete(id)
  }

  const sendNext = (): void => {
    const { phase, pending } = store.getState()
    const next = pending.find(({ seq }) => seq === undefined)
    if (sendingId !== undefined || !next || phase !== 'here' || closed) return
    const connection = connectionCount
    sendingId = next.id
    const isCurrent = () => {
      if (closed || connection !== connectionCount || sendingId !== next.id) return false
      sendingId = undefined
      return true
    }
    wire.act(next.id, next.act).then(
      ({ seq }) => {
        storedAs(next.id, seq)
        if (!isCurrent()) return
        backoff.reset()
        sendNext()
      },
      (error: unknown) => {
        if (!isCurrent()) return
        if (isPassing(codeOf(error))) return later(sendNext)
        refuse(next.id, error)
        sendNext()
      },
    )
  }

  const stops = [
    wire.onConnected(() => void enter()),
    wire.onChanged(({ seq, patch }) => {
      const { view } = store.getState()
      if (!view) return
      const { standing, mayModerate } = view.me
      see(patchView(view, seq, patch))
      // What one may see is another thing now.
      if (patch.me && (patch.me.standing !== standing || patch.me.mayModerate !== mayModerate)) void enter()
    }),
    wire.onStanding(({ standing }) => {
      if (standing === 'removed') store.setState({ phase: 'removed' })
      else void enter()
    }),
    wire.onPosed(({ pose }) => {
      for (const hear of posed) hear(pose)
    }),
    wire.onReacted(({ reaction, personId }) => {
      for (const hear of reacted) hear(reaction, personId)
    }),
  ]

  return {
    store,
    /** Resolves once it is stored; rejects with an ApiError where it is refused. */
    act: (act: SessionAct): Promise<void> =>
      new Promise((resolve, reject) => {
        const id = newId()
        settled.set(id, { resolve, reject })
        setPending([...store.getState().pending, { id, act }])
        sendNext()
      }),
    react: wire.react,
    pose: wire.pose,
    onPosed(hear: (pose: StagePose) => void): () => void {
      posed.add(hear)
      return () => void posed.delete(hear)
    },
    onReacted(hear: (reaction: Reaction, personId: string) => void): () => void {
      reacted.add(hear)
      return () => void reacted.delete(hear)
    },
    /** Asks again to be let in, after having been sent away. */
    enterAgain: () => void enter(true),
    close(): void {
      closed = true
      cancelLater?.()
      for (const stop of stops) stop()
      wire.leave()
    },
  }
}

export type SessionLink = ReturnType<typeof createSessionLink>
