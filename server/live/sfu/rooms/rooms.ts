import { DisconnectReason } from '@livekit/protocol'
import type { Forwarded } from '../forward/forwarded.ts'
import type { TransportAddress } from '../transport/transport.ts'
import { createRoom, type Room, type RoomEvent } from './room.ts'

/** A room that nobody is in ends after this. */
const EMPTY_MS = 300_000
/** Who was removed, and which rooms were closed, is remembered longer than a token lasts. */
const REMEMBERED_MS = 24 * 3_600_000
const MOST_ROOMS = 2000

export interface RoomsOptions {
  address: TransportAddress
  forwarded: Forwarded
  nodeId: string
  onEvent(room: Room, event: RoomEvent): void
  warn(room: string, participant: string, reason: string): void
}

/** All rooms of this engine. They live in memory: who is there is lost with the process, and nothing else is kept here. */
export const createRooms = ({ address, forwarded, nodeId, onEvent, warn }: RoomsOptions) => {
  const rooms = new Map<string, Room>()
  /** Tokens for a room that are older than this are void; by name. */
  const closed = new Map<string, number>()
  /** The same for one person; by room and identity. */
  const removed = new Map<string, number>()

  const keyOf = (room: string, identity: string) => `${room}\n${identity}`

  const close = (room: Room, reason: DisconnectReason) => {
    room.close(reason)
    rooms.delete(room.name)
    onEvent(room, { kind: 'room_finished' })
  }

  return {
    all: () => [...rooms.values()],
    find: (name: string) => rooms.get(name),
    /** The room of this name, made where there is none; undefined where there are too many. */
    open(name: string, to: { metadata?: string; maxParticipants?: number } = {}): Room | undefined {
      const known = rooms.get(name)
      if (known) {
        if (to.metadata !== undefined || to.maxParticipants !== undefined) known.configure(to)
        return known
      }
      if (rooms.size >= MOST_ROOMS) return undefined
      const room: Room = createRoom({
        name,
        metadata: to.metadata ?? '',
        maxParticipants: to.maxParticipants ?? 0,
        address,
        forwarded,
        nodeId,
        onEvent: (event) => onEvent(room, event),
        warn: (participant, reason) => warn(name, participant, reason),
      })
      rooms.set(name, room)
      onEvent(room, { kind: 'room_started' })
      return room
    },
    /** Sends everybody away; whoever wants to come again needs a new token. */
    close(name: string): boolean {
      closed.set(name, Date.now())
      const room = rooms.get(name)
      if (!room) return false
      close(room, DisconnectReason.ROOM_DELETED)
      return true
    },
    /** Sends one person away; tokens that were given before are void. */
    remove(name: string, identity: string): boolean {
      removed.set(keyOf(name, identity), Date.now())
      const participant = rooms.get(name)?.find(identity)
      participant?.dismiss(DisconnectReason.PARTICIPANT_REMOVED)
      return participant !== undefined
    },
    /** Whether a token that was given at this moment still lets this person in. */
    admits: (name: string, identity: string, issuedAtMs: number): boolean =>
      issuedAtMs >= (closed.get(name) ?? 0) && issuedAtMs >= (removed.get(keyOf(name, identity)) ?? 0),
    tick(nowMs: number): void {
      for (const room of rooms.values()) room.tick(nowMs)
    },
    share(nowMs: number): void {
      for (const room of rooms.values()) room.share(nowMs)
    },
    report(nowMs: number): void {
      const now = Date.now()
      for (const room of rooms.values()) {
        room.report(nowMs)
        if (room.isEmpty && now - room.emptySinceMs > EMPTY_MS) close(room, DisconnectReason.ROOM_CLOSED)
      }
      for (const memory of [closed, removed])
        for (const [key, atMs] of memory) if (now - atMs > REMEMBERED_MS) memory.delete(key)
    },
    closeAll(reason: DisconnectReason): void {
      for (const room of [...rooms.values()]) close(room, reason)
    },
  }
}

export type Rooms = ReturnType<typeof createRooms>
