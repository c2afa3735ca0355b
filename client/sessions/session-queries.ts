import { queryOptions } from '@tanstack/react-query'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { call } from '../net/api.ts'

const REFRESH_MS = 15_000
/** A screen in the hall is not far behind its stage. */
const ON_NOW_REFRESH_MS = 4000

/** Sessions that are being held. */
export const onNowQuery = queryOptions({
  queryKey: ['on-now'],
  queryFn: ({ signal }) => call(sessionRoutes.listOnNow, {}, signal),
  refetchInterval: ON_NOW_REFRESH_MS,
})

/** How a session of the programme is held here. */
export const liveSessionQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['live-session', sessionId],
    queryFn: ({ signal }) => call(sessionRoutes.getLiveSession, { params: { sessionId } }, signal),
    refetchInterval: REFRESH_MS,
  })
