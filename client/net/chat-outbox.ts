import { z } from 'zod'
import { ChatText } from '#shared/protocol/chat.ts'
import { ERROR_CODES } from '#shared/protocol/errors.ts'
import { Id } from '#shared/model/ids.ts'
import type { ChatOutbox } from './chat-link.ts'

const Pending = z.discriminatedUnion('state', [
  z.object({ id: Id, text: ChatText, state: z.literal('sending') }),
  z.object({
    id: Id,
    text: ChatText,
    state: z.literal('refused'),
    code: z.enum(['offline', ...ERROR_CODES]),
  }),
])

/** Unsent messages of this window, kept over a reload; another window has its own. */
export const createBrowserOutbox = (standId: string): ChatOutbox => {
  const key = `fairloom.outbox.${standId}`
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
