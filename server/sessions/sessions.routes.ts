import type { sessionRoutes } from '#shared/protocol/sessions.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { SessionsService } from './sessions.service.ts'

export const sessionHandlers = (sessions: SessionsService): RouteHandlers<typeof sessionRoutes> => ({
  listOnNow: async ({ principal }) => ({ sessions: await sessions.onNow(principal) }),
  getLiveSession: ({ principal }, { params }) => sessions.describe(params.sessionId, principal),
  holdSession: ({ principal }, { params, body }) => sessions.hold(params.sessionId, body, principal),
  copySession: ({ principal }, { params, body }) =>
    sessions.copy(params.sessionId, body.id, body.startsAt, principal),
  readAttendance: (_context, { params }) => sessions.attendance(params.sessionId),
  readSessionLog: async (_context, { params }) => ({ lines: await sessions.lines(params.sessionId) }),
})
