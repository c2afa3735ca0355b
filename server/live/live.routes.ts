import type { liveRoutes } from '#shared/protocol/live.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { LiveService } from './live.service.ts'

export const liveHandlers = (live: LiveService): RouteHandlers<typeof liveRoutes> => ({
  readRoom: ({ principal }, { params }) => live.read(params.room, principal),
  joinRoom: ({ principal }, { params }) => live.join(params.room, principal),
  watchSession: ({ principal }, { params }) => live.watch(params.sessionId, principal),
  async muteRoom({ principal }, { params }) {
    return { muted: await live.muteAll(params.room, principal) }
  },
  async restrictPerson({ principal }, { params, body }) {
    await live.restrict(params.room, params.personId, body.restriction, principal)
    return {}
  },
})
