export { createSessionsService, type SessionsService } from './sessions.service.ts'
export { attachSessions, sessionCommandHandlers, sessionTeller } from './sessions.events.ts'
export { sessionsPolicy } from './sessions.policy.ts'
export { sessionHandlers } from './sessions.routes.ts'
