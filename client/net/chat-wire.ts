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
  onPosted: (standId, listener) =>
    onFact(chatFacts.posted, (message) => {
      if (message.standId === standId) listener(message)
    }),
  onRemoved: (standId, listener) =>
    onFact(chatFacts.removed, (removed) => {
      if (removed.standId === standId) listener(removed.seq)
    }),
  onTyped: (standId, listener) =>
    onFact(chatFacts.typed, (typed) => {
      if (typed.standId === standId) listener(typed)
    }),
}
