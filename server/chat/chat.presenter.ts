import type { ChatMessage } from '#shared/protocol/chat.ts'
import type { MessageRow } from './chat.repository.ts'

export const presentMessage = (row: MessageRow): ChatMessage => ({
  id: row.id,
  standId: row.standId,
  seq: row.seq,
  author: { id: row.authorId, name: row.authorName, lanyard: row.authorLanyard },
  text: row.removedAt ? null : row.text,
  sentAt: row.sentAt.toISOString(),
})
