import { z } from 'zod'
import type { ChatOutbox, PendingMessage } from '../net/chat-link.ts'
import { Pending } from '../net/chat-outbox.ts'
import { createEntryStore, type KeyedStorage } from './entry-store.ts'

interface KeptReply {
  order: number
  message: PendingMessage
}
const KeptReply: z.ZodType<KeptReply> = z.object({ order: z.number(), message: Pending })

/**
 * Unsent messages of one person in one thread. They outlive the window, unlike those of a stand's chat: what is said of
 * prices is still meant tomorrow. Another window's are read, and left to it.
 */
export const createReplyOutbox = (
  enquiryId: string,
  personId: string,
  storage: () => KeyedStorage = () => localStorage,
): ChatOutbox => {
  const store = createEntryStore(`fairloom.enquiry.reply.${personId}.${enquiryId}.`, KeptReply, storage)
  let kept: KeptReply[] = []
  /** The order in which they were written, also where two were written within a millisecond. */
  const orderOf = (id: string, before: readonly KeptReply[]): number =>
    kept.find(({ message }) => message.id === id)?.order ??
    Math.max(Date.now(), (before.at(-1)?.order ?? 0) + 1)
  return {
    load() {
      kept = store.load().sort((a, b) => a.order - b.order)
      return kept.map(({ message }) => message)
    },
    save(pending) {
      const gone = kept.filter(({ message }) => !pending.some(({ id }) => id === message.id))
      for (const { message } of gone) store.remove(message.id)
      kept = pending.reduce<KeptReply[]>(
        (all, message) => [...all, { order: orderOf(message.id, all), message }],
        [],
      )
      for (const entry of kept) store.save(entry.message.id, entry)
    },
  }
}
