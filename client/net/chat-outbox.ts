import { z } from 'zod'
import { ERROR_CODES } from '#shared/protocol/errors.ts'
import { Id } from '#shared/model/ids.ts'
import type { ChatOutbox } from './chat-link.ts'

// Each room has its own limit for a text; what was let into the outbox is sent as it is.
const Text = z.string().min(1)

/** A message that isn't acknowledged yet, as it is kept. */
export const Pending = z.discriminatedUnion('state', [
  z.object({ id: Id, text: Text, state: z.literal('sending') }),
  z.object({
    id: Id,
    text: Text,
    state: z.literal('refused'),
    code: z.enum(['offline', ...ERROR_CODES]),
  }),
])

/** Unsent messages of this window, kept over a reload; another window has its own. */
export const createBrowserOutbox = (roomId: string): ChatOutbox => {
  const key = `fairloom.outbox.${roomId}`
  return {
    load() {
      try {
        const parsed = z.array(Pending).safeParse(JSON.parse(sessionStorage.getItem(key) ?? '[]'))
        return parsed.success ? parsed.data : []
      } catch {
        return []
      }
    },
    save(pending) {
      try {
        if (pending.length === 0) sessionStorage.removeItem(key)
        else sessionStorage.setItem(key, JSON.stringify(pending))
      } catch {
        // Storage is full or forbidden: the message is still sent from memory.
      }
    },
  }
}
