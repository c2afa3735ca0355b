import { defineMessages } from 'react-intl'
import { z } from 'zod'
import { LivePhase, SessionRole } from '#shared/model/live-session.ts'
import type { SessionLogLine } from '#shared/protocol/sessions.ts'

/** What somebody did, as it follows their name. */
export const logTerms = defineMessages({
  held: { id: 'session.log.held', defaultMessage: 'set how it is held' },
  phase: { id: 'session.log.phase', defaultMessage: 'went on to' },
  locked: { id: 'session.log.locked', defaultMessage: 'closed or opened the door' },
  recording: { id: 'session.log.recording', defaultMessage: 'began or ended a recording' },
  came: { id: 'session.log.came', defaultMessage: 'came' },
  left: { id: 'session.log.left', defaultMessage: 'noted that somebody left:' },
  admitted: { id: 'session.log.admitted', defaultMessage: 'let in' },
  removed: { id: 'session.log.removed', defaultMessage: 'sent out' },
  readmitted: { id: 'session.log.readmitted', defaultMessage: 'allowed to knock again' },
  roleGiven: { id: 'session.log.roleGiven', defaultMessage: 'gave a role to' },
  inCharge: { id: 'session.log.inCharge', defaultMessage: 'handed the session to' },
  floor: { id: 'session.log.floor', defaultMessage: 'gave or took the floor:' },
  hand: { id: 'session.log.hand', defaultMessage: 'raised or lowered a hand' },
  muted: { id: 'session.log.muted', defaultMessage: 'muted' },
  consented: { id: 'session.log.consented', defaultMessage: 'agreed, or took it back' },
  staged: { id: 'session.log.staged', defaultMessage: 'changed the stage' },
  marked: { id: 'session.log.marked', defaultMessage: 'drew on the goods' },
  unmarked: { id: 'session.log.unmarked', defaultMessage: 'erased lines' },
  posted: { id: 'session.log.posted', defaultMessage: 'wrote' },
  messageRemoved: { id: 'session.log.messageRemoved', defaultMessage: 'removed a message' },
  asked: { id: 'session.log.asked', defaultMessage: 'asked' },
  voted: { id: 'session.log.voted', defaultMessage: 'voted for a question' },
  questionSettled: { id: 'session.log.questionSettled', defaultMessage: 'marked a question' },
  pollMade: { id: 'session.log.pollMade', defaultMessage: 'prepared a poll' },
  pollOpened: { id: 'session.log.pollOpened', defaultMessage: 'opened a poll' },
  pollClosed: { id: 'session.log.pollClosed', defaultMessage: 'closed a poll' },
  balloted: { id: 'session.log.balloted', defaultMessage: 'answered a poll' },
})

const ORDER = new Set([
  'held', 'phase', 'locked', 'recording', 'admitted', 'removed', 'readmitted', 'roleGiven', 'inCharge', 'floor', 'muted',
  'messageRemoved',
]) // prettier-ignore

/** Whether something was done to keep order. */
export const ofOrder = ({ kind }: SessionLogLine): boolean => ORDER.has(kind)

/** Of whom it is told that they came, also where they didn’t by themselves. */
const Came = z.object({ id: z.string(), name: z.string() })

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Names by the ids that later lines mention. */
export const namesIn = (lines: readonly SessionLogLine[]): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap(({ by, byName, body }) => {
      const came = Came.safeParse(body['person']).data
      return [[by, byName] as const, ...(came ? [[came.id, came.name] as const] : [])]
    }),
  )

/** Of whom or of what a line tells. */
export const partsOf = ({ body }: SessionLogLine, names: ReadonlyMap<string, string>) => {
  const ids = [body['personId'], ...(Array.isArray(body['personIds']) ? body['personIds'] : [])].map(textIn)
  return {
    people: ids.filter(Boolean).map((id) => names.get(id) ?? textIn(body['name'])),
    text: textIn(body['text']),
    phase: LivePhase.safeParse(body['phase']).data,
    role: SessionRole.safeParse(body['role']).data,
  }
}
