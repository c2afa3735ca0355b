import type { Server, Socket } from 'socket.io'
import type { Principal } from '#shared/model/principal.ts'
import { sessionFacts, type sessionCommands } from '#shared/protocol/sessions.ts'
import { emitFact } from '../platform/realtime/emit-fact.ts'
import type { CommandHandlers } from '../platform/realtime/register-commands.ts'
import type { Audience } from './session-patches.ts'
import type { SessionsParts, SessionsService } from './sessions.service.ts'

const AUDIENCES = ['staff', 'in', 'waiting'] as const
const roomOf = (sessionId: string, audience: Audience) => `session:${sessionId}:${audience}`
const ownRoom = (sessionId: string, personId: string) => `session:${sessionId}:person:${personId}`
/** Everybody inside. */
const inside = (sessionId: string) => [roomOf(sessionId, 'staff'), roomOf(sessionId, 'in')]

/** Tells sockets what the service says. */
export const sessionTeller = (io: () => Server): SessionsParts['tell'] => ({
  changed: (sessionId, audience, seq, patch) =>
    emitFact(io().to(roomOf(sessionId, audience)), sessionFacts.changed, { sessionId, seq, patch }),
  own: (sessionId, personId, seq, patch) =>
    emitFact(io().to(ownRoom(sessionId, personId)), sessionFacts.changed, { sessionId, seq, patch }),
  standing(sessionId, personId, standing) {
    const own = io().in(ownRoom(sessionId, personId))
    // Nothing more is told before they come again as what they are now.
    own.socketsLeave(AUDIENCES.map((audience) => roomOf(sessionId, audience)))
    emitFact(own, sessionFacts.standing, { sessionId, standing })
  },
})

const sessionsOf = (socket: Socket): string[] =>
  [...socket.rooms].flatMap((room) => /^session:([^:]+):person:/.exec(room)?.[1] ?? [])

export const sessionCommandHandlers = (
  sessions: SessionsService,
): CommandHandlers<typeof sessionCommands> => ({
  async enter({ socket, principal }, { sessionId, ...coming }) {
    const { view, audience, pose } = await sessions.enter(sessionId, principal, socket.id, coming)
    for (const one of AUDIENCES) if (one !== audience) await socket.leave(roomOf(sessionId, one))
    await socket.join([ownRoom(sessionId, principal.id), roomOf(sessionId, audience)])
    if (pose && audience !== 'waiting') emitFact(socket, sessionFacts.posed, { sessionId, pose })
    return view
  },
  async leave({ socket, principal }, { sessionId }) {
    for (const one of AUDIENCES) await socket.leave(roomOf(sessionId, one))
    await socket.leave(ownRoom(sessionId, principal.id))
    await sessions.leave(sessionId, principal.id, socket.id, 'left')
    return {}
  },
  async act({ principal }, { sessionId, id, act }) {
    return { seq: await sessions.act(sessionId, id, act, principal) }
  },
  pose({ socket, principal }, { sessionId, pose }) {
    sessions.takePose(sessionId, pose, principal)
    emitFact(socket.to(inside(sessionId)).volatile, sessionFacts.posed, { sessionId, pose })
    return {}
  },
  react({ socket, principal }, { sessionId, reaction }) {
    sessions.assertIn(sessionId, principal)
    const body = { sessionId, personId: principal.id, reaction }
    emitFact(socket.to(inside(sessionId)).volatile, sessionFacts.reacted, body)
    return {}
  },
})

/** A lost socket leaves the sessions in which it was. */
export const attachSessions = (
  socket: Socket,
  sessions: SessionsService,
  principalOf: (socket: Socket) => Principal,
): void => {
  socket.on('disconnecting', () => {
    for (const sessionId of sessionsOf(socket))
      void sessions.leave(sessionId, principalOf(socket).id, socket.id, 'lost')
  })
}
