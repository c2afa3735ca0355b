import { liveRoomName, parseLiveRoom, type LiveRoom } from '#shared/model/live-room.ts'
import type { MediaGrant } from '#shared/model/media.ts'
import { runsFair, type Principal } from '#shared/model/principal.ts'
import type { LivePerson } from '#shared/protocol/live.ts'
import type { FairService } from '../fair/index.ts'
import type { SessionsService } from '../sessions/index.ts'
import type { Database } from '../platform/database/database.ts'
import { AppError } from '../platform/errors.ts'
import { liveRepository } from './live.repository.ts'
import type { LiveRestriction } from './live.schema.ts'
import type { MediaEngine } from './media/media-engine.ts'
import { turnCredentials } from './turn-credentials.ts'

/** More voices than this in one room and nobody understands a word; sessions have rooms of their own. */
const CAPACITY = 50
/** Who watches a session from the hall takes no place of those inside. */
const MOST_WATCHERS = 200

/** What a room lets somebody do. */
interface Entrance {
  name: string
  mayModerate: boolean
  capacity: number
  /** By the session that is held there; elsewhere by what the staff allows. */
  grant: MediaGrant | undefined
}

export interface LiveParts {
  db: Database
  sessions: Pick<SessionsService, 'grantOf' | 'mediaFor' | 'watchFor'>
  fair: Pick<FairService, 'findStand' | 'findHall' | 'assertMayEnter' | 'isStaff'>
  engine: MediaEngine
  turn: { urls: string[]; secret: string } | undefined
  now(): Date
  warn(error: unknown, what: string): void
}

const grantFor = (restriction: LiveRestriction | undefined): MediaGrant => {
  const speaks = restriction === undefined
  return { receive: true, microphone: speaks, camera: speaks, screen: speaks, data: speaks, hidden: false }
}

export const createLiveService = ({ db, fair, sessions, engine, turn, now, warn }: LiveParts) => {
  const live = liveRepository(db)

  const requireRoom = (name: string): LiveRoom => {
    const room = parseLiveRoom(name)
    if (!room) throw new AppError('not_found')
    return room
  }

  /** The room's name, whether the caller may enter, and whether they keep order in it. */
  const enter = async (asked: string, principal: Principal): Promise<Entrance> => {
    const room = requireRoom(asked)
    const name = liveRoomName(room)
    if (room.kind === 'session') {
      const { capacity, ...entrance } = await sessions.mediaFor(room.sessionId, principal)
      return { name, ...entrance, capacity: capacity + MOST_WATCHERS }
    }
    const usual = { name, capacity: CAPACITY, grant: undefined }
    if (room.kind === 'stand') {
      const stand = await fair.findStand(room.standId)
      if (!stand) throw new AppError('not_found')
      await fair.assertMayEnter(stand, principal)
      return { ...usual, mayModerate: fair.isStaff(principal, stand) || runsFair(principal) }
    }
    const hall = await fair.findHall(room.hallId)
    if (!hall?.areas.some((area) => area.name === room.area)) throw new AppError('not_found')
    return { ...usual, mayModerate: runsFair(principal) }
  }

  const requireEngine = async () => {
    const state = await engine.health()
    if (!state.isUp) throw new AppError('unavailable')
    return state
  }

  const admit = async (room: string, identity: string, name: string, grant: MediaGrant, capacity: number) => {
    await engine.ensureRoom(room, { capacity })
    const token = await engine.mintJoin({ room, identity, name, grant })
    const iceServers = turn
      ? [{ urls: turn.urls, ...turnCredentials(turn.secret, identity, now().getTime()) }]
      : []
    return { url: engine.url, token, iceServers, grant }
  }

  const requireRoomForMore = async () => {
    const { hasRoomForMore } = await requireEngine()
    if (!hasRoomForMore) throw new AppError('room_full')
  }

  /** Somebody came in with a token from before they were restricted. */
  const enforce = async (room: string, identity: string) => {
    const parsed = parseLiveRoom(room)
    if (parsed?.kind === 'session') {
      const grant = await sessions.grantOf(parsed.sessionId, identity)
      return grant ? engine.setGrant(room, identity, grant) : engine.remove(room, identity)
    }
    const restriction = await live.restrictionOf(room, identity)
    if (restriction === 'removed') await engine.remove(room, identity)
    if (restriction === 'silenced') await engine.setGrant(room, identity, grantFor(restriction))
  }

  engine.onEvent((event) => {
    if (event.kind === 'joined')
      enforce(event.room, event.identity).catch((error: unknown) =>
        warn(error, 'a restriction was not enforced'),
      )
  })

  return {
    async read(roomName: string, principal: Principal) {
      const { name, mayModerate } = await enter(roomName, principal)
      await requireEngine()
      const [participants, restrictions] = await Promise.all([
        engine.listParticipants(name),
        live.restrictions(name),
      ])
      const silenced = new Set(
        restrictions.filter((row) => row.restriction === 'silenced').map((row) => row.personId),
      )
      const people = participants
        .filter(({ grant }) => !grant.hidden)
        .map(({ identity, name: called }): LivePerson => ({
          id: identity,
          name: called,
          isSilenced: silenced.has(identity),
        }))
      const removed = mayModerate ? restrictions.filter((row) => row.restriction === 'removed') : []
      return {
        people,
        removed: removed.map(({ personId, personName }) => ({ id: personId, name: personName })),
        mayModerate,
      }
    },

    async join(roomName: string, principal: Principal) {
      const { name, mayModerate, capacity, grant: ofSession } = await enter(roomName, principal)
      const restriction = await live.restrictionOf(name, principal.id)
      if (restriction === 'removed') throw new AppError('not_allowed')
      await requireRoomForMore()
      const grant = ofSession ?? grantFor(restriction)
      return { ...(await admit(name, principal.id, principal.name, grant, capacity)), mayModerate }
    },

    /** From the hall, unseen. */
    async watch(sessionId: string, principal: Principal) {
      const { identity, grant, capacity } = await sessions.watchFor(sessionId, principal)
      await requireRoomForMore()
      const room = liveRoomName({ kind: 'session', sessionId })
      const watching = (await engine.listParticipants(room)).filter((one) => one.grant.hidden)
      if (watching.length >= MOST_WATCHERS) throw new AppError('room_full')
      return {
        ...(await admit(room, identity, '', grant, capacity + MOST_WATCHERS)),
        mayModerate: false,
      }
    },

    /** Mutes all microphones but the caller's; answers how many there were. */
    async muteAll(roomName: string, principal: Principal): Promise<number> {
      const { name } = await enter(roomName, principal)
      await requireEngine()
      const open = (await engine.listParticipants(name))
        .filter(({ identity }) => identity !== principal.id)
        .flatMap(({ identity, tracks }) =>
          tracks
            .filter(({ source, muted }) => source === 'microphone' && !muted)
            .map(({ sid }) => ({ identity, sid })),
        )
      await Promise.all(open.map(({ identity, sid }) => engine.muteTrack(name, identity, sid)))
      return open.length
    },

    /** Stored first: an engine that is down has nobody to silence, and a new one asks here. */
    async restrict(
      roomName: string,
      personId: string,
      restriction: LiveRestriction | 'none',
      principal: Principal,
    ): Promise<void> {
      const { name } = await enter(roomName, principal)
      const { isUp } = await engine.health()
      if (restriction === 'none') await live.lift(name, personId)
      else {
        const known = isUp ? await engine.listParticipants(name).catch(() => []) : []
        const personName = known.find(({ identity }) => identity === personId)?.name ?? ''
        await live.restrict({
          room: name,
          personId,
          personName,
          restriction,
          restrictedBy: principal.id,
        })
      }
      if (!isUp) return
      if (restriction === 'removed') await engine.remove(name, personId)
      else await engine.setGrant(name, personId, grantFor(restriction === 'none' ? undefined : restriction))
    },
  }
}

export type LiveService = ReturnType<typeof createLiveService>
