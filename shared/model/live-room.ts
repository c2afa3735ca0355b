import { z } from 'zod'
import { Id } from './ids.ts'

/** Where people talk with each other: at a stand, in an area of a hall such as its lounge, or in a session. */
export type LiveRoom =
  | { kind: 'stand'; standId: string }
  | { kind: 'area'; hallId: string; area: string }
  | { kind: 'session'; sessionId: string }

/** Name of a room in addresses and in the media engine: `stand~<id>`, `session~<id>` or `area~<hall id>~<area's name, percent-encoded>`. */
export const LiveRoomName = z
  .string()
  .max(600)
  .refine((name) => parseLiveRoom(name) !== undefined, 'no such room')
export type LiveRoomName = z.infer<typeof LiveRoomName>

const escapeArea = (area: string): string => encodeURIComponent(area).replaceAll('~', '%7E')

const unescapeArea = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

export const liveRoomName = (room: LiveRoom): string => {
  if (room.kind === 'stand') return `stand~${room.standId}`
  if (room.kind === 'session') return `session~${room.sessionId}`
  return `area~${room.hallId}~${escapeArea(room.area)}`
}

/** Reads a name; undefined where it names no room. */
export const parseLiveRoom = (name: string): LiveRoom | undefined => {
  const [kind, id, area, ...more] = name.split('~')
  if (id === undefined || more.length > 0 || !Id.safeParse(id).success) return undefined
  if (kind === 'stand' && area === undefined) return { kind, standId: id }
  if (kind === 'session' && area === undefined) return { kind, sessionId: id }
  const areaName = area && unescapeArea(area)
  return kind === 'area' && areaName ? { kind, hallId: id, area: areaName } : undefined
}
