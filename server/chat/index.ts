export { createChatService, type ChatService } from './chat.service.ts'
export { chatPolicy } from './chat.policy.ts'
export { chatHandlers } from './chat.routes.ts'
export { chatCommandHandlers, chatRoom } from './chat.events.ts'
