import type { SessionPerson } from '#shared/model/live-session.ts'
import type { SessionLanguage } from '#shared/model/programme.ts'

/** What a listener has chosen: the floor, or the interpreter of a language. */
export type Hearing = 'floor' | SessionLanguage

/** Beneath an interpreter the floor stays just audible: one hears that somebody speaks, and in which mood. */
export const UNDER_INTERPRETER = 0.15

type Voice = Pick<SessionPerson, 'role' | 'channel' | 'isHere'>

/** Languages into which somebody interprets now. */
export const channelsOf = (people: readonly Voice[]): SessionLanguage[] => [
  ...new Set(
    people.flatMap(({ role, channel, isHere }) =>
      role === 'interpreter' && isHere && channel ? [channel] : [],
    ),
  ),
]

/** What is heard now: the floor while nobody interprets into the chosen language, and by those who interpret. */
export const heardNow = (
  hearing: Hearing,
  myRole: SessionPerson['role'],
  people: readonly Voice[],
): Hearing =>
  hearing !== 'floor' && myRole !== 'interpreter' && channelsOf(people).includes(hearing) ? hearing : 'floor'

/** How loud somebody is heard, 0 to 1; who is at 0 is not even received. */
export const levelOf = (voice: Voice | undefined, heard: Hearing): number => {
  if (voice?.role === 'interpreter') return heard !== 'floor' && voice.channel === heard ? 1 : 0
  return heard === 'floor' ? 1 : UNDER_INTERPRETER
}
