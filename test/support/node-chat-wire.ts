import type { ChatWire } from '#client/net/chat-link.ts'
import { chatCommands, chatFacts, chatRoutes, type ChatMessage } from '#shared/protocol/chat.ts'
import { nodeLine } from './node-line.ts'
import { call } from './rest-client.ts'

/** What a browser's chat needs, over a line of its own. */
export const nodeChatWire = (url: string, cookie: string): ChatWire & { close(): void } => {
  const { send, onFact, onConnected, close } = nodeLine(url, cookie)
  return {
    join: (standId, afterSeq) => send(chatCommands.join, { standId, afterSeq }),
    leave: () => undefined,
    read: (standId, after) =>
      call(url, cookie)(chatRoutes.listMessages, { params: { standId }, query: { after } }),
    post: (standId, id, text) => send(chatCommands.post, { standId, id, text }),
    type: () => undefined,
    onConnected,
    onPosted: (standId, listener) =>
      onFact(chatFacts.posted, (message) => {
        if (message.standId === standId) listener(message)
      }),
    onRemoved: (standId, listener) =>
      onFact(chatFacts.removed, (removed) => {
        if (removed.standId === standId) listener(removed.seq)
      }),
    onTyped: () => () => undefined,
    close,
  }
}

/** Every message of a stand's chat, read page by page. */
export const readRoom = async (url: string, cookie: string, standId: string) => {
  const all: ChatMessage[] = []
  for (;;) {
    const { messages } = await call(url, cookie)(chatRoutes.listMessages, {
      params: { standId },
      query: { after: all.length },
    })
    if (messages.length === 0) return all
    all.push(...messages)
  }
}
