import type { programmeRoutes } from '#shared/protocol/programme.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { ProgrammeService } from './programme.service.ts'

export const programmeHandlers = (programme: ProgrammeService): RouteHandlers<typeof programmeRoutes> => ({
  listSessions: async ({ principal }) => ({ sessions: await programme.list(principal) }),
  createSession: (_context, { body }) => programme.create(body.id, body.draft, body.state),
  createStandSession: (_context, { params, body }) =>
    programme.createAtStand(params.standId, body.id, body.draft, body.state),
  async changeSession({ principal }, { params, body }) {
    await programme.assertMayPlace(principal, body.draft.place)
    return programme.change(params.sessionId, body.baseRevision, body.draft)
  },
  setSessionState: (_context, { params, body }) => programme.setState(params.sessionId, body.state),
})
