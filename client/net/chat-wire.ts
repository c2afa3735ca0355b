import { chatCommands, chatFacts, chatRoutes } from '#shared/protocol/chat.ts'
import { call } from './api.ts'
import type { ChatWire } from './chat-link.ts'
import { connection, onConnected, onFact, send } from './socket.ts'

const ignore = () => undefined

/** The chat's line over this page's connection. */
export const chatWire: ChatWire = {
  join: (standId, afterSeq) => send(chatCommands.join, { standId, afterSeq }),
  leave(standId) {
    if (connection().connected) send(chatCommands.leave, { standId }).catch(ignore)
  },
  read: (standId, after) => call(chatRoutes.listMessages, { params: { standId }, query: { after } }),
  post: (standId, id, text) => send(chatCommands.post, { standId, id, text }),
  type(standId) {
    if (connection().connected) send(chatCommands.type, { standId }).catch(ignore)
  },
  onConnected,
  onPosted: (listener) => onFact(chatFacts.posted, listener),
  onRemoved: (listener) => onFact(chatFacts.removed, listener),
  onTyped: (listener) => onFact(chatFacts.typed, listener),
}
