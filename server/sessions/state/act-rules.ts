import type { ActKind } from '#shared/protocol/sessions.ts'
import { mayModerate, type State } from './state.ts'

/** Who may do something: whoever is in, those on the stage, or those who keep order. */
type Who = 'in' | 'stage' | 'order'

/** The policy of a session's acts. An act without a rule does not compile. */
export const ACT_RULES: Record<ActKind, Who> = {
  openLobby: 'order',
  start: 'order',
  end: 'order',
  lock: 'order',
  configure: 'order',
  admit: 'order',
  admitAll: 'order',
  remove: 'order',
  readmit: 'order',
  giveRole: 'order',
  giveFloor: 'order',
  mute: 'order',
  hand: 'in',
  lowerHand: 'order',
  consent: 'in',
  layout: 'order',
  spotlight: 'order',
  show: 'stage',
  collect: 'order',
  light: 'stage',
  present: 'stage',
  mark: 'stage',
  unmark: 'stage',
  post: 'in',
  removeMessage: 'order',
  ask: 'in',
  vote: 'in',
  settleQuestion: 'order',
  makePoll: 'order',
  openPoll: 'order',
  closePoll: 'order',
  ballot: 'in',
  record: 'order',
}

/** On the stage are speakers and those who keep order. */
export const isOnStage = (state: State, personId: string): boolean =>
  mayModerate(state, personId) || state.people.get(personId)?.role === 'speaker'

export const mayAct = (state: State, kind: ActKind, personId: string): boolean => {
  const person = state.people.get(personId)
  if (person?.standing !== 'in') return false
  const who = ACT_RULES[kind]
  if (who === 'order') return mayModerate(state, personId)
  // An observer is not there for the others: they may agree to something, and nothing else.
  if (who === 'in') return person.role !== 'observer' || kind === 'consent'
  return isOnStage(state, personId)
}
