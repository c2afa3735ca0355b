import { createStore, type StoreApi } from 'zustand/vanilla'
import {
  browserTimers,
  codeOf,
  createBackoff,
  isPassing,
  type RefusalCode,
  type Timers,
} from '../../net/delivery.ts'

/** Where pieces go. Rejections are ApiErrors. */
export interface PieceWire {
  /** Begins an upload; rejects with `conflict` where it was begun already. */
  create(): Promise<void>
  /** How many bytes of it are on the server's disk. */
  offset(): Promise<number>
  /** Adds bytes at `offset`; `length` is the whole length, told with the last of them. */
  append(offset: number, bytes: Blob, length: number | undefined): Promise<void>
}

export interface SenderState {
  readonly sentBytes: number
  readonly waitingBytes: number
  /** Why nothing can be sent now, where it is tried again by itself. */
  readonly away: RefusalCode | undefined
  /** Why nothing more can be sent. */
  readonly refusal: RefusalCode | undefined
}

/** What was kept while a line was away goes in requests of this size. */
const MOST_AT_ONCE = 4 * 1024 * 1024

/**
 * Sends a recording while it is made, in order, each byte until the server has it on its disk. What is not sent yet
 * waits here for as long as the page lives.
 */
export const createPieceSender = (wire: PieceWire, timers: Timers = browserTimers) => {
  const store: StoreApi<SenderState> = createStore(() => ({
    sentBytes: 0,
    waitingBytes: 0,
    away: undefined,
    refusal: undefined,
  }))
  const backoff = createBackoff()
  const done = Promise.withResolvers<void>()
  let waiting = new Blob()
  let sentBytes = 0
  let isCreated = false
  let isKnown = true
  let isEnded = false
  let isBusy = false

  const note = (change: Partial<SenderState> = {}) =>
    store.setState({ sentBytes, waitingBytes: waiting.size, ...change })

  const take = (offset: number) => {
    waiting = waiting.slice(offset - sentBytes)
    sentBytes = offset
    isKnown = true
  }

  const create = async () => {
    await wire.create().catch((error: unknown) => {
      // An earlier try succeeded, and its answer was lost.
      if (codeOf(error) !== 'conflict' || store.getState().away === undefined) throw error
      isKnown = false
    })
    isCreated = true
  }

  const step = async () => {
    if (!isCreated) await create()
    // After a failure nobody here knows how much of what was sent arrived.
    if (!isKnown) take(await wire.offset())
    const bytes = waiting.slice(0, MOST_AT_ONCE)
    const isLast = isEnded && bytes.size === waiting.size
    isKnown = false
    await wire.append(sentBytes, bytes, isLast ? sentBytes + bytes.size : undefined)
    take(sentBytes + bytes.size)
    return isLast
  }

  const run = async (): Promise<void> => {
    if (isBusy || store.getState().refusal) return
    isBusy = true
    try {
      while (waiting.size > 0 || isEnded) {
        const isLast = await step()
        backoff.reset()
        note({ away: undefined })
        if (isLast) return done.resolve()
      }
      isBusy = false
    } catch (error) {
      const code = codeOf(error)
      // The server may still be writing what came by a line that is lost: it says `conflict`.
      if (!isPassing(code) && !(code === 'conflict' && isCreated)) {
        note({ refusal: code })
        return done.reject(error)
      }
      note({ away: code })
      timers.after(backoff.takeMs(), () => {
        isBusy = false
        void run()
      })
    }
  }

  done.promise.catch(() => undefined)

  return {
    store,
    add(piece: Blob): void {
      waiting = new Blob([waiting, piece])
      note()
      void run()
    },
    /** Nothing more comes. Resolves when all of it has arrived. */
    end(): Promise<void> {
      isEnded = true
      void run()
      return done.promise
    },
  }
}

export type PieceSender = ReturnType<typeof createPieceSender>
