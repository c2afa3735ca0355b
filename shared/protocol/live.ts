import { z } from 'zod'
import { Id } from '../model/ids.ts'
import { LiveRoomName } from '../model/live-room.ts'
import { MediaGrant, MediaJoin } from '../model/media.ts'
import { defineRoute } from './define.ts'

const JoinReply = MediaJoin.extend({ grant: MediaGrant, mayModerate: z.boolean() })
const roomParams = z.object({ room: LiveRoomName })

/** Somebody in a room as its staff sees them. */
export const LivePerson = z.object({
  id: z.string(),
  name: z.string(),
  /** May not speak or show anything until staff allows it again. */
  isSilenced: z.boolean(),
})
export type LivePerson = z.infer<typeof LivePerson>

export const liveRoutes = {
  readRoom: defineRoute({
    method: 'GET',
    path: '/api/live/:room',
    summary: 'Who is in a room with sound and picture now, and who was sent out of it',
    params: roomParams,
    reply: z.object({
      people: z.array(LivePerson),
      /** Told to staff only. */
      removed: z.array(z.object({ id: z.string(), name: z.string() })),
      mayModerate: z.boolean(),
    }),
    errors: ['not_found', 'door_closed', 'unavailable'],
    action: 'live:read',
    target: 'liveRoom',
  }),
  joinRoom: defineRoute({
    method: 'POST',
    path: '/api/live/:room/join',
    summary: 'Get what is needed to join a room with sound and picture; good for one entry soon',
    params: roomParams,
    reply: JoinReply,
    errors: ['not_found', 'door_closed', 'not_allowed', 'room_full', 'unavailable'],
    action: 'live:join',
    target: 'liveRoom',
    perMinute: 40,
  }),
  watchSession: defineRoute({
    method: 'POST',
    path: '/api/sessions/:sessionId/watch',
    summary:
      'Get what is needed to watch a session from its place in the hall, unseen; good for one entry soon',
    params: z.object({ sessionId: Id }),
    reply: JoinReply,
    errors: ['not_found', 'not_admitted', 'room_full', 'unavailable'],
    action: 'live:join',
    target: 'session',
    perMinute: 40,
  }),
  muteRoom: defineRoute({
    method: 'POST',
    path: '/api/live/:room/mute',
    summary: 'Mute every microphone but those of the staff; each may speak again by their own hand',
    params: roomParams,
    reply: z.object({ muted: z.int() }),
    errors: ['not_found', 'unavailable'],
    action: 'live:moderate',
    target: 'liveRoom',
  }),
  restrictPerson: defineRoute({
    method: 'PUT',
    path: '/api/live/:room/people/:personId',
    summary: 'Silence somebody, send them out, or allow everything again; it holds however they come back',
    params: roomParams.extend({ personId: z.string().min(1).max(80) }),
    body: z.object({ restriction: z.enum(['none', 'silenced', 'removed']) }),
    reply: z.object({}),
    errors: ['not_found', 'unavailable'],
    action: 'live:moderate',
    target: 'liveRoom',
  }),
}
