import { sessionCommands, sessionFacts, type REACTIONS, type SessionAct } from '#shared/protocol/sessions.ts'
import type { FactBody } from '#shared/protocol/define.ts'
import type { StagePose } from '#shared/model/live-session.ts'
import { connection, onConnected, onFact, send } from '../net/socket.ts'

export type Reaction = (typeof REACTIONS)[number]

/** The line to the server as a session needs it; `invitation` is from a letter's link. Rejections are ApiErrors. */
export const sessionWire = (sessionId: string, invitation?: string) => {
  const mine = <B extends { sessionId: string }>(hear: (body: B) => void) => {
    return (body: B) => {
      if (body.sessionId === sessionId) hear(body)
    }
  }
  return {
    enter: (knocks: boolean) =>
      send(sessionCommands.enter, { sessionId, knocks, ...(invitation && { invitation }) }),
    leave: () => void send(sessionCommands.leave, { sessionId }).catch(() => undefined),
    act: (id: string, act: SessionAct) => send(sessionCommands.act, { sessionId, id, act }),
    react: (reaction: Reaction) =>
      void send(sessionCommands.react, { sessionId, reaction }).catch(() => undefined),
    /** The latest counts: where the line is slow, older ones are dropped. */
    pose: (pose: StagePose) =>
      void connection().volatile.emit(sessionCommands.pose.name, { sessionId, pose }),
    onConnected,
    onChanged: (hear: (body: FactBody<typeof sessionFacts.changed>) => void) =>
      onFact(sessionFacts.changed, mine(hear)),
    onStanding: (hear: (body: FactBody<typeof sessionFacts.standing>) => void) =>
      onFact(sessionFacts.standing, mine(hear)),
    onPosed: (hear: (body: FactBody<typeof sessionFacts.posed>) => void) =>
      onFact(sessionFacts.posed, mine(hear)),
    onReacted: (hear: (body: FactBody<typeof sessionFacts.reacted>) => void) =>
      onFact(sessionFacts.reacted, mine(hear)),
  }
}

export type SessionWire = ReturnType<typeof sessionWire>
