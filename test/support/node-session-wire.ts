import type { SessionWire } from '#client/sessions/session-wire.ts'
import { sessionCommands, sessionFacts } from '#shared/protocol/sessions.ts'
import type { NodeLine } from './node-line.ts'

/** What a browser's part in a session needs; the line serves this session alone. */
export const nodeSessionWire = (
  { send, say, onFact, onConnected }: NodeLine,
  sessionId: string,
): SessionWire => ({
  enter: (knocks) => send(sessionCommands.enter, { sessionId, knocks }),
  leave: () => void send(sessionCommands.leave, { sessionId }).catch(() => undefined),
  act: (id, act) => send(sessionCommands.act, { sessionId, id, act }),
  react: (reaction) => say(sessionCommands.react, { sessionId, reaction }),
  pose: (pose) => say(sessionCommands.pose, { sessionId, pose }),
  onConnected,
  onChanged: (hear) => onFact(sessionFacts.changed, hear),
  onStanding: (hear) => onFact(sessionFacts.standing, hear),
  onPosed: (hear) => onFact(sessionFacts.posed, hear),
  onReacted: (hear) => onFact(sessionFacts.reacted, hear),
})
