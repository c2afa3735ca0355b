import type { programmeRoutes } from '#shared/protocol/programme.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { ProgrammeService } from './programme.service.ts'

export const programmeHandlers = (programme: ProgrammeService): RouteHandlers<typeof programmeRoutes> => ({
  listSessions: async () => ({ sessions: await programme.list() }),
  createSession: (_context, { body }) => programme.create(body.id, body.draft),
  changeSession: (_context, { params, body }) =>
    programme.change(params.sessionId, body.baseRevision, body.draft),
  setSessionState: (_context, { params, body }) => programme.setState(params.sessionId, body.state),
})
