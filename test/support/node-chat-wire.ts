import { io } from 'socket.io-client'
import { ApiError } from '#client/net/api.ts'
import type { ChatWire } from '#client/net/chat-link.ts'
import { chatCommands, chatFacts, chatRoutes, type ChatMessage } from '#shared/protocol/chat.ts'
import type { Ack, CommandReply, CommandSpec } from '#shared/protocol/define.ts'
import { wireParser } from '#shared/protocol/wire.ts'
import { call } from './rest-client.ts'

const ANSWER_WITHIN_MS = 10_000

/** The line of a browser's chat, for a visitor who is a process: one socket, coming back by itself. */
export const nodeChatWire = (url: string, cookie: string): ChatWire & { close(): void } => {
  const socket = io(url, {
    parser: wireParser,
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    extraHeaders: { cookie },
  })
  const send = async <C extends CommandSpec>(command: C, body: object): Promise<CommandReply<C>> => {
    const ack: Ack<CommandReply<C>> = await socket
      .timeout(ANSWER_WITHIN_MS)
      .emitWithAck(command.name, body)
      .catch(() => {
        throw new ApiError('offline')
      })
    if (!ack.ok) throw new ApiError(ack.error.code)
    return ack.value
  }
  const on = <T>(name: string, listener: (body: T) => void) => {
    const hear = (body: T) => listener(body)
    socket.on(name, hear)
    return () => void socket.off(name, hear)
  }
  return {
    join: (standId, afterSeq) => send(chatCommands.join, { standId, afterSeq }),
    leave: () => undefined,
    read: (standId, after) =>
      call(url, cookie)(chatRoutes.listMessages, { params: { standId }, query: { after } }),
    post: (standId, id, text) => send(chatCommands.post, { standId, id, text }),
    type: () => undefined,
    onConnected: (listener) => {
      if (socket.connected) listener()
      return on('connect', listener)
    },
    onPosted: (standId, listener) =>
      on<ChatMessage>(chatFacts.posted.name, (message) => {
        if (message.standId === standId) listener(message)
      }),
    onRemoved: (standId, listener) =>
      on<{ standId: string; seq: number }>(chatFacts.removed.name, (removed) => {
        if (removed.standId === standId) listener(removed.seq)
      }),
    onTyped: () => () => undefined,
    close: () => void socket.disconnect(),
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
