import { randomUUID } from 'node:crypto'
import type { LiveSettings, StagePose } from '#shared/model/live-session.ts'
import type { MediaGrant } from '#shared/model/media.ts'
import { lanyardOf, runsFair, type Principal } from '#shared/model/principal.ts'
import type { Session } from '#shared/model/programme.ts'
import type { SessionAct, SessionPatch, SessionView } from '#shared/protocol/sessions.ts'
import type { FairService } from '../fair/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { InvitationsService } from '../invitations/index.ts'
import { AppError } from '../platform/errors.ts'
import type { ProgrammeService } from '../programme/index.ts'
import { attendanceOf } from './attendance.ts'
import { createChangeTeller } from './change-teller.ts'
import { createMediaFollower, type SessionMedia } from './media-follower.ts'
import { createSessionRoom, type SessionRoom } from './session-room.ts'
import { audienceOf, viewFor, type Audience } from './session-patches.ts'
import { sessionsRepository } from './sessions.repository.ts'
import { assertVisible, comeIn, type Newcomer } from './state/admission.ts'
import { isOnStage } from './state/act-rules.ts'
import { decide } from './state/decide.ts'
import type { Actor, Entry, LoggedEntry } from './state/entries.ts'
import { mediaGrant } from './state/media-grant.ts'
import { isIn, mayModerate, type State } from './state/state.ts'
import { succeed } from './state/succession.ts'
import { headerView } from './state/views.ts'
import { isWatcher, mayWatch, onNowView, personOfWatcher, WATCH_GRANT, watcherOf } from './state/watching.ts'

/** A line that is back within this leaves no trace in the log. */
const LEFT_AFTER_MS = 5000
/** After a crash of this process people need some seconds to come back. */
const EXPECTED_BACK_MS = 45_000
const WATCH_EVERY_MS = 1000

const FAIR: Actor = { id: 'fair', name: '', lanyard: 'organiser' }

export interface SessionsParts {
  db: Database
  fair: Pick<FairService, 'findStand' | 'isStaff'>
  programme: Pick<ProgrammeService, 'find' | 'create'>
  invitations: Pick<InvitationsService, 'find'>
  emailsOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  now(): Date
  warn(error: unknown, what: string): void
  tell: {
    changed(sessionId: string, audience: Audience, seq: number, patch: SessionPatch): void
    own(sessionId: string, personId: string, seq: number, patch: SessionPatch): void
    standing(sessionId: string, personId: string, standing: 'in' | 'waiting' | 'removed'): void
  }
  media: SessionMedia
}

/** How somebody comes: by a letter's link, or asking anew after having been sent out. */
interface Coming {
  invitation?: string | undefined
  knocks?: boolean | undefined
}

interface Held {
  room: SessionRoom
  /** Sockets by person: who is here. */
  sockets: Map<string, Set<string>>
  leaving: Map<string, NodeJS.Timeout>
  /** The presenter's latest. */
  pose: StagePose | undefined
}

export const createSessionsService = (parts: SessionsParts) => {
  const { db, fair, programme, tell, media, now, warn } = parts
  const log = sessionsRepository(db)
  const held = new Map<string, Held>()
  /** Of the stand's own people, those who are in a session; known by their coming. */
  const standStaff = new Map<string, Set<string>>()

  const followWithMedia = createMediaFollower(media, warn)
  const teller = createChangeTeller({ ...tell })

  const open = (sessionId: string): Held => {
    const known = held.get(sessionId)
    if (known) return known
    const one: Held = {
      sockets: new Map(),
      leaving: new Map(),
      pose: undefined,
      room: createSessionRoom({
        sessionId,
        log,
        now,
        onStored(state, entries, touched) {
          followWithMedia(sessionId, state, entries, touched.own)
          teller.note(sessionId, state, touched)
        },
      }),
    }
    held.set(sessionId, one)
    // Whoever was here before this process began and does not come back has left.
    setTimeout(
      () => void expectBack(one).catch((error: unknown) => warn(error, 'a session was not tidied')),
      EXPECTED_BACK_MS,
    ).unref()
    return one
  }

  const expectBack = async ({ room, sockets }: Held) => {
    const state = await room.read()
    for (const { id, isHere } of state.people.values()) if (isHere && !sockets.has(id)) await leave(room, id)
  }

  const leave = (room: SessionRoom, personId: string) =>
    room.submit(randomUUID(), FAIR, ({ people }) =>
      people.get(personId)?.isHere ? [{ kind: 'left', personId }] : [],
    )

  /** The session in the programme, where it is and whether the caller may hold it. */
  const locate = async (sessionId: string) => {
    const session = await programme.find(sessionId)
    if (!session) throw new AppError('not_found')
    const stand = session.place.kind === 'stand' ? await fair.findStand(session.place.standId) : undefined
    return { session, stand }
  }

  /** What of a session is in memory; asked for with every act, so that it reads nothing once it is there. */
  const requireHeld = async (sessionId: string): Promise<Held> => {
    const known = held.get(sessionId)
    if (known) return known
    if (!(await log.find(sessionId))) throw new AppError('not_found')
    return open(sessionId)
  }

  const actorOf = (principal: Principal): Actor => ({
    id: principal.id,
    name: principal.name,
    lanyard: lanyardOf(principal),
  })

  const newcomerOf = async (
    sessionId: string,
    stand: Awaited<ReturnType<typeof locate>>['stand'],
    principal: Principal,
    { invitation, knocks = false }: Coming = {},
  ): Promise<Newcomer> => {
    const isOfCompany = stand !== undefined && fair.isStaff(principal, stand)
    return {
      ...actorOf(principal),
      hasAccount: principal.kind !== 'guest',
      invitedAs: await parts.invitations.find(sessionId, principal, invitation),
      isOfCompany,
      knocks,
      mayHost: isOfCompany || runsFair(principal),
    }
  }

  const watch = setInterval(() => {
    for (const [sessionId, { room }] of held) {
      const { state } = room
      const staff = standStaff.get(sessionId) ?? new Set()
      if (state && succeed(state, staff, now()).length > 0)
        room
          .submit(randomUUID(), FAIR, (current, at) => succeed(current, staff, at))
          .catch((error: unknown) => warn(error, 'a session was not handed on'))
    }
  }, WATCH_EVERY_MS).unref()

  return {
    /** Who may hold it: the company at whose stand it is, and the host and co-hosts that it has. */
    async partiesOf(sessionId: string) {
      const { stand } = await locate(sessionId)
      const row = await log.find(sessionId)
      return { companyId: stand?.companyId ?? null, staffIds: row?.staffIds ?? [] }
    },

    async describe(sessionId: string, principal: Principal) {
      const { stand } = await locate(sessionId)
      const mayHost = runsFair(principal) || (stand !== undefined && fair.isStaff(principal, stand))
      if (!held.has(sessionId) && !(await log.find(sessionId))) return { header: null, mayHost }
      const one = await requireHeld(sessionId)
      const state = await one.room.read()
      return { header: headerView(state), mayHost: mayHost || mayModerate(state, principal.id) }
    },

    /** Holds a session of the programme here, or changes how; whoever does it first is its host. */
    async hold(sessionId: string, settings: LiveSettings, principal: Principal) {
      await locate(sessionId)
      await log.begin(sessionId)
      const { room } = open(sessionId)
      const { id, name } = principal
      await room.submit(randomUUID(), actorOf(principal), (state) => [
        { kind: 'held', settings },
        ...(state.people.size === 0
          ? [{ kind: 'roleGiven', personId: id, name, role: 'host', channel: null } as const]
          : []),
      ])
      return { header: headerView(await room.read()), mayHost: true }
    },

    /** A draft after the pattern of a session, with its settings, polls and goods; the caller is its host. */
    async copy(sessionId: string, id: string, startsAt: string, principal: Principal): Promise<Session> {
      const { session } = await locate(sessionId)
      const { kind, title, abstract, hosts, language, place } = session
      const lastsMs = Date.parse(session.endsAt) - Date.parse(session.startsAt)
      const endsAt = new Date(Date.parse(startsAt) + lastsMs).toISOString()
      const draft = { kind, title, abstract, hosts, language, place, startsAt, endsAt }
      const copy = await programme.create(id, draft, 'draft')
      if (!(await log.find(sessionId))) return copy
      const { settings, polls, stage } = await (await requireHeld(sessionId)).room.read()
      await log.begin(id)
      const { id: host, name } = principal
      await open(id).room.submit(id, actorOf(principal), () => [
        { kind: 'held', settings },
        { kind: 'roleGiven', personId: host, name, role: 'host', channel: null },
        ...[...polls.values()].map(({ question, kind: one, options }): Entry => ({
          kind: 'pollMade',
          poll: { question, kind: one, options },
        })),
        { kind: 'staged', stage: { collection: stage.collection } },
      ])
      return copy
    },

    /** Comes in, or to the waiting room; `audience` says what the socket is to be told from now on. */
    async enter(
      sessionId: string,
      principal: Principal,
      socketId: string,
      coming: Coming = {},
    ): Promise<{ view: SessionView; audience: Audience; pose: StagePose | undefined }> {
      const { stand, session } = await locate(sessionId)
      const one = await requireHeld(sessionId)
      const who = await newcomerOf(sessionId, stand, principal, coming)
      // Drafts are nobody's but those who may hold them; what was cancelled does not take place.
      if (session.state !== 'planned' && !who.mayHost) throw new AppError('not_found')
      await one.room.submit(randomUUID(), who, (state) => comeIn(state, who))
      if (who.isOfCompany)
        standStaff.set(sessionId, new Set([...(standStaff.get(sessionId) ?? []), principal.id]))
      clearTimeout(one.leaving.get(principal.id))
      one.leaving.delete(principal.id)
      one.sockets.set(principal.id, new Set([...(one.sockets.get(principal.id) ?? []), socketId]))
      const state = await one.room.read()
      const audience = audienceOf(state, principal.id)
      teller.told(sessionId, principal.id, audience)
      return { view: viewFor(sessionId, state, principal.id, now()), audience, pose: one.pose }
    },

    /** A socket has left a session, or was lost. */
    async leave(sessionId: string, personId: string, socketId: string, how: 'left' | 'lost'): Promise<void> {
      const one = held.get(sessionId)
      const sockets = one?.sockets.get(personId)
      if (!one || !sockets?.delete(socketId) || sockets.size > 0) return
      one.sockets.delete(personId)
      if (how === 'left') return void (await leave(one.room, personId))
      const timer = setTimeout(() => {
        one.leaving.delete(personId)
        leave(one.room, personId).catch((error: unknown) => warn(error, 'a leave was not stored'))
      }, LEFT_AFTER_MS)
      one.leaving.set(personId, timer.unref())
    },

    async act(sessionId: string, id: string, act: SessionAct, principal: Principal): Promise<number> {
      const one = await requireHeld(sessionId)
      return one.room.submit(id, actorOf(principal), (state) => decide(state, act, principal.id))
    },

    /** Keeps the latest pose for those who come; throws where the caller is not presenting. */
    takePose(sessionId: string, pose: StagePose, principal: Principal): void {
      const one = held.get(sessionId)
      const state = one?.room.state
      if (!one || !state || !isIn(state, principal.id)) throw new AppError('not_entered')
      if (state.stage.presenter !== principal.id || !isOnStage(state, principal.id))
        throw new AppError('not_allowed')
      one.pose = pose
    },

    assertIn(sessionId: string, principal: Principal): void {
      const state = held.get(sessionId)?.room.state
      if (!state || !isIn(state, principal.id)) throw new AppError('not_entered')
    },

    /** What somebody gets of the session's media; throws `not_admitted` before they are let in. */
    async mediaFor(sessionId: string, principal: Principal) {
      const one = await requireHeld(sessionId)
      const state = await one.room.read()
      const grant = mediaGrant(state, principal.id)
      if (!grant) throw new AppError('not_admitted')
      return { grant, mayModerate: mayModerate(state, principal.id), capacity: state.settings.capacity }
    },

    /** The same for somebody who is in the session's room already, or watches. */
    async grantOf(sessionId: string, identity: string): Promise<MediaGrant | undefined> {
      const one = await requireHeld(sessionId)
      const state = await one.room.read()
      if (!isWatcher(identity)) return mediaGrant(state, identity)
      return mayWatch(state, personOfWatcher(identity)) ? WATCH_GRANT : undefined
    },

    /** As whom somebody watches from the hall; throws `not_admitted` where that is not for them. */
    async watchFor(sessionId: string, principal: Principal) {
      const one = await requireHeld(sessionId)
      const state = await one.room.read()
      if (!mayWatch(state, principal.id)) throw new AppError('not_admitted')
      return { identity: watcherOf(principal.id), grant: WATCH_GRANT, capacity: state.settings.capacity }
    },

    /** Sessions that are being held, as the halls see them. */
    onNow: async (principal: Principal) =>
      Promise.all(
        (await log.live()).map(async (sessionId) => {
          const one = await requireHeld(sessionId)
          return onNowView(sessionId, await one.room.read(), principal.id)
        }),
      ),

    async attendance(sessionId: string) {
      const one = await requireHeld(sessionId)
      const entries = await log.log(sessionId)
      const ids = [...(await one.room.read()).people.keys()]
      return attendanceOf(entries, await parts.emailsOf(ids), now())
    },

    async lines(sessionId: string) {
      await requireHeld(sessionId)
      return (await log.log(sessionId)).map(({ seq, at, by, entry: { kind, ...body } }) => ({
        seq,
        at: at.toISOString(),
        by: by.id,
        byName: by.name,
        kind,
        body: { ...body },
      }))
    },

    async stateOf(sessionId: string): Promise<State> {
      return (await requireHeld(sessionId)).room.read()
    },

    logOf: (sessionId: string): Promise<LoggedEntry[]> => log.log(sessionId),

    /** Somebody who wants to see what was recorded; throws where the session is not meant for them. */
    async viewerOf(sessionId: string, principal: Principal): Promise<{ mayHost: boolean }> {
      const { stand } = await locate(sessionId)
      const one = await requireHeld(sessionId)
      const state = await one.room.read()
      const known = state.people.get(principal.id)
      if (known?.standing === 'blocked') throw new AppError('not_allowed')
      const who = await newcomerOf(sessionId, stand, principal)
      assertVisible(state, known, who)
      return { mayHost: who.mayHost || mayModerate(state, principal.id) }
    },

    /** Lets the fair's recorder in, whoever else is kept out; it takes no place, and nobody sees it. */
    async admitRecorder(sessionId: string, { id, name }: { id: string; name: string }): Promise<void> {
      const one = await requireHeld(sessionId)
      const person: Actor = { id, name, lanyard: 'visitor' }
      await one.room.submit(randomUUID(), FAIR, () => [
        { kind: 'came', person, role: 'observer', standing: 'in' },
      ])
    },

    async dismissRecorder(sessionId: string, personId: string): Promise<void> {
      const one = await requireHeld(sessionId)
      await one.room.submit(randomUUID(), FAIR, ({ people }) =>
        people.get(personId)?.standing === 'in' ? [{ kind: 'removed', personId, blocked: false }] : [],
      )
    },

    /** Nobody records any more, and everybody is told so. */
    async endRecording(sessionId: string): Promise<void> {
      const one = await requireHeld(sessionId)
      await one.room.submit(randomUUID(), FAIR, ({ recordedSince }) =>
        recordedSince ? [{ kind: 'recording', on: false }] : [],
      )
    },

    /** Shows a session after its end to those whom it was meant for, or to its hosts alone again. */
    async publish(sessionId: string, on: boolean, principal: Principal): Promise<void> {
      const one = await requireHeld(sessionId)
      const to = on ? 'published' : 'ended'
      await one.room.submit(randomUUID(), actorOf(principal), ({ phase }) => {
        if (phase !== 'ended' && phase !== 'published') throw new AppError('conflict')
        return phase === to ? [] : [{ kind: 'phase', phase: to }]
      })
    },

    stop(): void {
      clearInterval(watch)
      teller.stop()
      for (const { leaving } of held.values()) for (const timer of leaving.values()) clearTimeout(timer)
    },
  }
}

export type SessionsService = ReturnType<typeof createSessionsService>
