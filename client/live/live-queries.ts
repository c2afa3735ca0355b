import { queryOptions } from '@tanstack/react-query'
import { liveRoutes } from '#shared/protocol/live.ts'
import { ApiError, call } from '../net/api.ts'

const REFRESH_MS = 5000

/** Who is in a room now, for those who think of going in, and for its staff. */
export const liveRoomQuery = (room: string) =>
  queryOptions({
    queryKey: ['live', room],
    queryFn: ({ signal }) => call(liveRoutes.readRoom, { params: { room } }, signal),
    refetchInterval: REFRESH_MS,
  })

/** The way into a room, asked for anew with each entry. */
export const ticketFor = (room: string) => (signal: AbortSignal) =>
  call(liveRoutes.joinRoom, { params: { room } }, signal)

const PASSING = new Set<string>(['offline', 'unavailable', 'internal', 'too_many_requests', 'room_full'])

/** Whether asking again may help; what the engine itself refuses comes right with a new ticket. */
export const isPassing = (error: unknown): boolean => !(error instanceof ApiError) || PASSING.has(error.code)
