import { z } from 'zod'
import { EnquiryBody } from '#shared/model/enquiry.ts'
import { Id } from '#shared/model/ids.ts'
import { ERROR_CODES } from '#shared/protocol/errors.ts'
import type { Enquiry } from '#shared/protocol/trade.ts'
import {
  browserTimers,
  codeOf,
  createBackoff,
  isPassing,
  type RefusalCode,
  type Timers,
} from '../net/delivery.ts'
import type { EntryStore } from './entry-store.ts'

/** An enquiry that its sender let go and that the server hasn't acknowledged yet. */
export const UnsentEnquiry = z.object({
  companyId: Id,
  companyName: z.string(),
  /** Who pressed “Send”: it goes out under nobody else's name. */
  senderId: z.string(),
  body: EnquiryBody,
  /** Why it was refused; null while it is still on its way. */
  refusal: z.enum(['offline', ...ERROR_CODES]).nullable(),
})
export type UnsentEnquiry = z.infer<typeof UnsentEnquiry>

export interface OutboxState {
  /** Those of the present person. */
  readonly unsent: readonly UnsentEnquiry[]
  /** What was acknowledged on this page, by id. */
  readonly sent: ReadonlyMap<string, Enquiry>
}

export interface EnquiryOutboxParts {
  store: EntryStore<UnsentEnquiry>
  /** Rejects with an ApiError. */
  post(companyId: string, body: EnquiryBody): Promise<Enquiry>
  timers?: Timers
}

// Signing in again is the cure; the enquiry itself is as it should be.
const NEEDS_SIGN_IN = new Set<RefusalCode>(['sign_in_needed', 'session_expired'])

/**
 * Sends enquiries until each is acknowledged, across lost lines, reloads and closed windows; the id that they have
 * makes sending again harmless. One at a time, in no hurry.
 */
export const createEnquiryOutbox = ({ store, post, timers = browserTimers }: EnquiryOutboxParts) => {
  const listeners = new Set<() => void>()
  const backoff = createBackoff()
  let senderId: string | undefined
  let sendingId: string | undefined
  let cancelWait: (() => void) | undefined
  let state: OutboxState = { unsent: [], sent: new Map() }

  const show = (sent = state.sent) => {
    state = { unsent: store.load().filter((one) => one.senderId === senderId), sent }
    for (const listener of listeners) listener()
  }

  const refuse = (one: UnsentEnquiry, refusal: RefusalCode | null) => {
    // Another window may have had it acknowledged, or taken it back, meanwhile.
    if (store.find(one.body.id)) store.save(one.body.id, { ...one, refusal })
  }

  const sendNext = (): void => {
    if (sendingId !== undefined || cancelWait) return
    const next = state.unsent.find(({ refusal }) => refusal === null)
    if (!next) return
    const { id } = next.body
    sendingId = id
    post(next.companyId, next.body).then(
      (enquiry) => {
        sendingId = undefined
        store.remove(id)
        backoff.reset()
        show(new Map(state.sent).set(id, enquiry))
        sendNext()
      },
      (error: unknown) => {
        sendingId = undefined
        const code = codeOf(error)
        if (isPassing(code)) {
          cancelWait = timers.after(backoff.takeMs(), () => {
            cancelWait = undefined
            sendNext()
          })
          return
        }
        refuse(next, code)
        show()
        sendNext()
      },
    )
  }

  const sendNow = () => {
    cancelWait?.()
    cancelWait = undefined
    backoff.reset()
    show()
    sendNext()
  }

  return {
    state: (): OutboxState => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Who is at the browser now; undefined for a guest. Their unsent enquiries go on their way. */
    actAs(personId: string | undefined): void {
      if (personId !== senderId) {
        senderId = personId
        for (const one of store.load())
          if (one.senderId === personId && one.refusal !== null && NEEDS_SIGN_IN.has(one.refusal))
            refuse(one, null)
      }
      sendNow()
    },
    /** Keeps an enquiry and sends it as soon as there is a line. */
    send(enquiry: Omit<UnsentEnquiry, 'refusal'>): void {
      store.save(enquiry.body.id, { ...enquiry, refusal: null })
      show()
      sendNext()
    },
    /** Sends a refused one once more. */
    retry(id: string): void {
      const one = store.find(id)
      if (one) refuse(one, null)
      sendNow()
    },
    /** Takes a refused one back, to be mended or given up. One that is on its way may have been stored already. */
    takeBack(id: string): UnsentEnquiry | undefined {
      const one = store.find(id)
      if (!one || one.refusal === null) return undefined
      store.remove(id)
      show()
      return one
    },
    /** The line is back: no more waiting. */
    sendNow,
  }
}
