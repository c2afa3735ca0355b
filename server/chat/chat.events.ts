import { chatFacts, type chatCommands } from '#shared/protocol/chat.ts'
import type { CommandHandlers } from '../platform/realtime/register-commands.ts'
import type { ChatService } from './chat.service.ts'

/** The socket.io room of those who hear a stand's chat. */
export const chatRoom = (standId: string) => `chat:${standId}`

export const chatCommandHandlers = (chat: ChatService): CommandHandlers<typeof chatCommands> => ({
  async join({ socket, principal }, { standId, afterSeq }) {
    // Hear first, read second: what is stored in between arrives twice rather than never.
    await socket.join(chatRoom(standId))
    try {
      return await chat.read(standId, afterSeq, principal)
    } catch (error) {
      await socket.leave(chatRoom(standId))
      throw error
    }
  },
  async leave({ socket }, { standId }) {
    await socket.leave(chatRoom(standId))
    return {}
  },
  post: ({ principal }, { standId, id, text }) => chat.post(standId, id, text, principal),
  async type({ socket, principal }, { standId }) {
    await chat.assertMayWrite(standId, principal)
    socket
      .to(chatRoom(standId))
      .volatile.emit(chatFacts.typed.name, { standId, visitorId: principal.id, name: principal.name })
    return {}
  },
})
