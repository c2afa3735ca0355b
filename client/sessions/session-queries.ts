import { queryOptions } from '@tanstack/react-query'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { call } from '../net/api.ts'

const REFRESH_MS = 15_000

/** How a session of the programme is held here. */
export const liveSessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['live-session', sessionId],
    queryFn: ({ signal }) => call(sessionRoutes.getLiveSession, { params: { sessionId } }, signal),
    refetchInterval: REFRESH_MS,
  })
