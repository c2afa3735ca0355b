import { lanyardOf, type Principal } from '#shared/model/principal.ts'
import { CHAT_PAGE, type ChatMessage } from '#shared/protocol/chat.ts'
import type { FairService } from '../fair/index.ts'
import type { Database } from '../platform/database/database.ts'
import { AppError, isDuplicateKey } from '../platform/errors.ts'
import { presentMessage } from './chat.presenter.ts'
import { chatRepository, type MessageRow } from './chat.repository.ts'

// More than staff would remove while somebody's line was away.
const REMOVED_TOLD = 1000

export interface ChatParts {
  db: Database
  fair: Pick<FairService, 'findStand' | 'assertMayEnter' | 'isStaff'>
  /** Tells those who hear this stand's chat; called after the commit. */
  tellPosted(message: ChatMessage): void
  tellRemoved(removed: { standId: string; id: string; seq: number }): void
}

export const createChatService = ({ db, fair, tellPosted, tellRemoved }: ChatParts) => {
  const chat = chatRepository(db)

  const requireOpen = async (standId: string, principal: Principal) => {
    const stand = await fair.findStand(standId)
    if (!stand) throw new AppError('not_found')
    await fair.assertMayEnter(stand, principal)
    return stand
  }

  const requireVoice = async (standId: string, principal: Principal) => {
    const [stand, isMuted] = await Promise.all([
      requireOpen(standId, principal),
      chat.isMuted(standId, principal.id),
    ])
    if (isMuted) throw new AppError('muted')
    return stand
  }

  /** The message that this id already names, if it is the same author's at the same stand. */
  const alreadyStored = (row: MessageRow, standId: string, principal: Principal): ChatMessage => {
    if (row.standId !== standId || row.authorId !== principal.id) throw new AppError('conflict')
    return presentMessage(row)
  }

  return {
    async read(standId: string, afterSeq: number, principal: Principal) {
      const stand = await requireOpen(standId, principal)
      const rows =
        afterSeq < 0 ? chat.latest(standId, CHAT_PAGE) : chat.following(standId, afterSeq, CHAT_PAGE)
      const [messages, lastSeq, removed] = await Promise.all([
        rows,
        chat.lastSeq(standId),
        afterSeq > 0 ? chat.removedUpTo(standId, afterSeq, REMOVED_TOLD) : [],
      ])
      const mayModerate = fair.isStaff(principal, stand)
      return { messages: messages.map(presentMessage), lastSeq, removed, mayModerate }
    },

    /** Resolves once the message is stored; the same id twice is one message. */
    async post(standId: string, id: string, text: string, principal: Principal): Promise<ChatMessage> {
      try {
        await requireVoice(standId, principal)
        const message = await chat.append({
          id,
          standId,
          authorId: principal.id,
          authorName: principal.name,
          authorLanyard: lanyardOf(principal),
          text,
        })
        if (!message) throw new AppError('internal')
        const presented = presentMessage(message)
        tellPosted(presented)
        return presented
      } catch (error) {
        // Sent again after a lost acknowledgement, by somebody who may no longer write here perhaps.
        const asked = isDuplicateKey(error) || error instanceof AppError
        const first = asked ? await chat.find(id) : undefined
        if (!first) throw error
        return alreadyStored(first, standId, principal)
      }
    },

    assertMayWrite: requireVoice,

    async remove(standId: string, messageId: string, principal: Principal): Promise<void> {
      const row = await chat.remove(standId, messageId, principal.id)
      if (row) return tellRemoved({ standId, id: row.id, seq: row.seq })
      const existing = await chat.find(messageId)
      if (existing?.standId !== standId) throw new AppError('not_found')
    },

    mute: (standId: string, visitorId: string, minutes: number, principal: Principal) =>
      chat.mute(standId, visitorId, minutes, principal.id),
  }
}

export type ChatService = ReturnType<typeof createChatService>
