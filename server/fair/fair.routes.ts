import type { fairRoutes } from '#shared/protocol/fair.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { FairService } from './fair.service.ts'

export const fairHandlers = (fair: FairService): RouteHandlers<typeof fairRoutes> => ({
  getFair: () => fair.directory(),
  getHall: (_context, { params }) => fair.getHall(params.hallId),
  getStand: ({ principal }, { params }) => fair.getStand(params.standId, principal),
  saveLayout: ({ principal }, { params, body }) =>
    fair.saveLayout(params.standId, body.baseVersion, body.layout, principal),
  listLayouts: async (_context, { params }) => ({ versions: await fair.listLayouts(params.standId) }),
  restoreLayout: ({ principal }, { params }) => fair.restoreLayout(params.standId, params.version, principal),
  setDoor: (_context, { params, body }) => fair.setDoor(params.standId, body),
  async inviteToStand(_context, { params, body }) {
    await fair.invite(params.standId, body.email)
    return { invited: true }
  },
  saveFair: (_context, { body }) => fair.saveFair(body),
  createHall: (_context, { body }) => fair.createHall(body),
  createStand: (_context, { params, body }) => fair.createStand(params.hallId, body.number, body.place),
  assignStand: (_context, { params, body }) => fair.assignStand(params.standId, body.companyId),
})
