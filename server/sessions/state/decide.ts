import type { ActKind, ActOf, SessionAct } from '#shared/protocol/sessions.ts'
import { AppError } from '../../platform/errors.ts'
import { mayAct } from './act-rules.ts'
import type { Entry } from './entries.ts'
import { type Person, type Poll, type Question, type State } from './state.ts'

const MOST_MARKS = 60
const MOST_OPEN_QUESTIONS = 20
const MOST_POLLS = 50

type Decision<K extends ActKind> = (state: State, act: ActOf<K>, by: string) => readonly Entry[]

/** What is not there, or not as the caller thinks. */
const gone = () => new AppError('not_found')
const misfit = () => new AppError('conflict')

const personOf = (state: State, id: string): Person => {
  const person = state.people.get(id)
  if (!person) throw gone()
  return person
}

const questionOf = (state: State, id: string): Question => {
  const question = state.questions.get(id)
  if (!question) throw gone()
  return question
}

const pollOf = (state: State, id: string): Poll => {
  const poll = state.polls.get(id)
  if (!poll) throw gone()
  return poll
}

const waiting = (state: State, among?: readonly string[]): string[] =>
  [...state.people.values()]
    .filter(({ id, standing }) => standing === 'waiting' && (!among || among.includes(id)))
    .map(({ id }) => id)

const admit = (personIds: string[]): Entry[] =>
  personIds.length > 0 ? [{ kind: 'admitted', personIds }] : []

/** Without a waiting room whoever came early comes in as soon as it opens. */
const openDoor = (state: State): Entry[] => (state.settings.waitingRoom ? [] : admit(waiting(state)))

/** Choices as they count: each once, in order, as many as the kind of poll takes. */
const choicesFor = ({ kind, options }: Poll, choices: readonly number[]): number[] => {
  const distinct = [...new Set(choices)].sort((a, b) => a - b)
  const fits = distinct.every((choice) => choice < options.length)
  const isEnough = kind === 'multiple' ? true : distinct.length === 1
  if (!fits || !isEnough) throw new AppError('bad_request')
  return distinct
}

const DECIDE: { [K in ActKind]: Decision<K> } = {
  openLobby: (state) => {
    if (state.phase !== 'scheduled') throw misfit()
    return [{ kind: 'phase', phase: 'lobby' }, ...openDoor(state)]
  },
  start: (state) => {
    if (state.phase !== 'scheduled' && state.phase !== 'lobby') throw misfit()
    return [{ kind: 'phase', phase: 'live' }, ...openDoor(state)]
  },
  end: ({ phase, polls }) => {
    if (phase !== 'live' && phase !== 'lobby') throw misfit()
    const open = [...polls.values()].filter(({ state }) => state === 'open')
    return [
      ...open.map(({ id }): Entry => ({ kind: 'pollClosed', pollId: id })),
      { kind: 'phase', phase: 'ended' },
    ]
  },
  lock: ({ isLocked }, { on }) => (isLocked === on ? [] : [{ kind: 'locked', on }]),
  configure: (state, { settings }) => [
    { kind: 'held', settings },
    // Nobody is left waiting before a door that is open.
    ...(settings.waitingRoom ? [] : admit(waiting(state))),
  ],
  admit: (state, { personIds }) => admit(waiting(state, personIds)),
  admitAll: (state) => admit(waiting(state)),
  remove(state, { personId, block }, by) {
    const person = personOf(state, personId)
    if (personId === by || person.role === 'host') throw new AppError('not_allowed')
    return [{ kind: 'removed', personId, blocked: block }]
  },
  /** They may knock again; whether they are let in is another question. */
  readmit: (state, { personId }) =>
    personOf(state, personId).standing === 'blocked' ? [{ kind: 'readmitted', personId }] : [],
  giveRole(state, { personId, role, channel }) {
    const person = personOf(state, personId)
    const hosts = [...state.people.values()].filter((one) => one.role === 'host')
    // Somebody must remain to whom the session belongs.
    if (person.role === 'host' && role !== 'host' && hosts.length === 1) throw misfit()
    const entries: Entry[] = [
      {
        kind: 'roleGiven',
        personId,
        name: person.name,
        role,
        channel: role === 'interpreter' ? channel : null,
      },
    ]
    return person.standing === 'waiting' && role !== 'attendee' ? [...entries, ...admit([personId])] : entries
  },
  giveFloor(state, { personId, on }) {
    const person = personOf(state, personId)
    if (on && person.standing !== 'in') throw misfit()
    return person.hasFloor === on && person.handAt === null ? [] : [{ kind: 'floor', personId, on }]
  },
  mute: (state, { personIds, source }) => {
    const found = personIds.filter((id) => state.people.get(id)?.standing === 'in')
    return found.length > 0 ? [{ kind: 'muted', personIds: found, source }] : []
  },
  hand: (state, { up }, by) =>
    (personOf(state, by).handAt !== null) === up ? [] : [{ kind: 'hand', personId: by, up }],
  lowerHand: (state, { personId }) =>
    personOf(state, personId).handAt === null ? [] : [{ kind: 'hand', personId, up: false }],
  consent: (_, { to, on }, by) => [{ kind: 'consented', personId: by, to, on }],
  layout: (_, { layout }) => [{ kind: 'staged', stage: { layout } }],
  spotlight(state, { personId }) {
    if (personId !== null) personOf(state, personId)
    return [{ kind: 'staged', stage: { spotlight: personId } }]
  },
  show: (_, { goods }, by) => [
    {
      kind: 'staged',
      stage: goods.length > 0 ? { goods, layout: 'product', presenter: by } : { goods, layout: 'speaker' },
    },
  ],
  collect: (_, { collection }) => [{ kind: 'staged', stage: { collection } }],
  light: (_, { light }) => [{ kind: 'staged', stage: { light } }],
  present: (_, __, by) => [{ kind: 'staged', stage: { presenter: by } }],
  mark: ({ stage }, { mark }) => {
    if (stage.goods.length === 0 || stage.marks.length >= MOST_MARKS) throw misfit()
    return [{ kind: 'marked', mark }]
  },
  unmark: ({ stage }, { markId }) => (stage.marks.length > 0 ? [{ kind: 'unmarked', markId }] : []),
  post(state, { text, replyTo, productId }) {
    if (!state.settings.chat) throw new AppError('not_allowed')
    if (replyTo !== null && !state.messages.has(replyTo)) throw gone()
    return [{ kind: 'posted', text, replyTo, productId }]
  },
  removeMessage(state, { messageId }) {
    const message = state.messages.get(messageId)
    if (!message) throw gone()
    return message.text === null ? [] : [{ kind: 'messageRemoved', messageId }]
  },
  ask(state, { text, anonymous }, by) {
    const { questions, anonymousQuestions } = state.settings
    if (!questions || (anonymous && !anonymousQuestions)) throw new AppError('not_allowed')
    const own = [...state.questions.values()].filter(
      (question) => question.by.id === by && question.state === 'open',
    )
    if (own.length >= MOST_OPEN_QUESTIONS) throw new AppError('too_many_requests')
    return [{ kind: 'asked', text, anonymous }]
  },
  vote(state, { questionId, on }, by) {
    const question = questionOf(state, questionId)
    if (question.state !== 'open') throw misfit()
    return question.voters.has(by) === on ? [] : [{ kind: 'voted', questionId, on }]
  },
  settleQuestion(state, { questionId, state: to }) {
    return questionOf(state, questionId).state === to
      ? []
      : [{ kind: 'questionSettled', questionId, state: to }]
  },
  makePoll: ({ polls }, { poll }) => {
    if (polls.size >= MOST_POLLS) throw misfit()
    return [{ kind: 'pollMade', poll }]
  },
  openPoll(state, { pollId }) {
    const poll = pollOf(state, pollId)
    if (poll.state === 'closed') throw misfit()
    if (poll.state === 'open') return []
    // One poll at a time: whoever votes must not have to look for the question.
    const others = [...state.polls.values()].filter((other) => other.state === 'open')
    return [
      ...others.map(({ id }): Entry => ({ kind: 'pollClosed', pollId: id })),
      { kind: 'pollOpened', pollId },
    ]
  },
  closePoll: (state, { pollId }) =>
    pollOf(state, pollId).state === 'open' ? [{ kind: 'pollClosed', pollId }] : [],
  ballot(state, { pollId, choices }) {
    const poll = pollOf(state, pollId)
    // A vote that arrives after the end is not counted, and its voter is told so.
    if (poll.state !== 'open') throw misfit()
    return [{ kind: 'balloted', pollId, choices: choicesFor(poll, choices) }]
  },
  record: (state, { on }) => {
    if (state.phase !== 'live') throw misfit()
    return (state.recordedSince !== null) === on ? [] : [{ kind: 'recording', on }]
  },
}

/** Once a session is over only what is needed afterwards can still be done. */
const AFTERWARDS: ReadonlySet<ActKind> = new Set(['consent', 'removeMessage', 'settleQuestion'])

/**
 * What an act makes happen: nothing where it is so already. Throws `not_entered` for whoever is not in, `not_allowed`,
 * `session_over`, `conflict` where the session is not as the caller thinks, and `not_found`.
 */
export const decide = (state: State, act: SessionAct, by: string): readonly Entry[] => {
  if (state.people.get(by)?.standing !== 'in') throw new AppError('not_entered')
  if (!mayAct(state, act.kind, by)) throw new AppError('not_allowed')
  const isOver = state.phase === 'ended' || state.phase === 'published'
  if (isOver && !AFTERWARDS.has(act.kind)) throw new AppError('session_over')
  return (DECIDE[act.kind] as Decision<ActKind>)(state, act, by)
}
