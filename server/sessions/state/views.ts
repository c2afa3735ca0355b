import type {
  OwnPart,
  SessionHeader,
  SessionMessage,
  SessionPerson,
  SessionPoll,
  SessionQuestion,
} from '#shared/model/live-session.ts'
import {
  mayModerate,
  present,
  type Message,
  type Person,
  type Poll,
  type Question,
  type State,
} from './state.ts'

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

export const headerView = (state: State): SessionHeader => ({
  phase: state.phase,
  startedAt: instant(state.startedAt),
  endedAt: instant(state.endedAt),
  isLocked: state.isLocked,
  inCharge: state.inCharge,
  isRecording: state.recordedSince !== null,
  settings: state.settings,
  present: present(state).length,
})

/** Undefined for those whom the others don't see: observers, and who is not here and never came. Staff see who is blocked. */
export const personView = (person: Person): SessionPerson | undefined => {
  const { id, name, lanyard, role, channel, standing, isHere, handAt, hasFloor } = person
  if (standing === 'invited' || standing === 'removed') return undefined
  if (standing !== 'blocked') {
    if (role === 'observer' || (standing === 'waiting' && !isHere)) return undefined
    if (!isHere && role === 'attendee') return undefined
  }
  return { id, name, lanyard, role, channel, standing, isHere, handAt: instant(handAt), hasFloor }
}

export const messageView = ({ id, by, text, replyTo, productId, at }: Message): SessionMessage => ({
  id,
  by,
  text,
  replyTo,
  productId,
  at: at.toISOString(),
})

export const questionView = ({ id, by, anonymous, text, at, state, voters }: Question): SessionQuestion => ({
  id,
  text,
  by: anonymous ? null : { id: by.id, name: by.name },
  at: at.toISOString(),
  votes: voters.size,
  state,
})

export const pollView = ({ id, question, kind, options, state, ballots }: Poll): SessionPoll => {
  const counts = options.map(() => 0)
  for (const choices of ballots.values())
    for (const choice of choices) counts[choice] = (counts[choice] ?? 0) + 1
  return { id, question, kind, options, state, counts, voters: ballots.size }
}

export const ownView = (state: State, personId: string): OwnPart => {
  const person = state.people.get(personId)
  const standing = person?.standing === 'in' || person?.standing === 'waiting' ? person.standing : 'outside'
  const questions = [...state.questions.values()].filter(({ voters }) => voters.has(personId))
  const ballots = [...state.polls.values()].flatMap(({ id, ballots: cast }) => {
    const choices = cast.get(personId)
    return choices ? [[id, choices] as const] : []
  })
  return {
    personId,
    role: person?.role ?? 'attendee',
    standing,
    mayModerate: standing === 'in' && mayModerate(state, personId),
    hasFloor: person?.hasFloor ?? false,
    handAt: instant(person?.handAt ?? null),
    consents: [...(person?.consents ?? [])],
    votes: questions.map(({ id }) => id),
    ballots: Object.fromEntries(ballots),
  }
}
