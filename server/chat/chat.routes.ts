import type { chatRoutes } from '#shared/protocol/chat.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { ChatService } from './chat.service.ts'

export const chatHandlers = (chat: ChatService): RouteHandlers<typeof chatRoutes> => ({
  listMessages: ({ principal }, { params, query }) => chat.read(params.standId, query.after, principal),
  async removeMessage({ principal }, { params }) {
    await chat.remove(params.standId, params.messageId, principal)
    return {}
  },
  async muteVisitor({ principal }, { params, body }) {
    await chat.mute(params.standId, params.visitorId, body.minutes, principal)
    return {}
  },
})
