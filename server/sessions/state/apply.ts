import type { Entry, LoggedEntry } from './entries.ts'
import type { Person, State } from './state.ts'

/** What an entry changed, by the keys under which clients hold it. */
export interface Touched {
  header: boolean
  stage: boolean
  people: Set<string>
  messages: Set<string>
  questions: Set<string>
  polls: Set<string>
  /** Whose own part changed. */
  own: Set<string>
}

export const nothingTouched = (): Touched => ({
  header: false,
  stage: false,
  people: new Set(),
  messages: new Set(),
  questions: new Set(),
  polls: new Set(),
  own: new Set(),
})

type Applied<K extends Entry['kind']> = (
  state: State,
  entry: Extract<Entry, { kind: K }>,
  logged: LoggedEntry,
  touched: Touched,
) => void

const change = (state: State, personId: string, touched: Touched, to: Partial<Person>): void => {
  const person = state.people.get(personId)
  if (!person) return
  Object.assign(person, to)
  touched.people.add(personId)
  touched.own.add(personId)
  touched.header = true
}

const APPLY: { [K in Entry['kind']]: Applied<K> } = {
  held(state, { settings }, _, touched) {
    state.settings = settings
    touched.header = true
  },
  phase(state, { phase }, { at }, touched) {
    if (phase === 'live' && !state.startedAt) state.startedAt = at
    if (phase === 'ended' && !state.endedAt) {
      state.endedAt = at
      state.recordedSince = null
    }
    state.phase = phase
    touched.header = true
  },
  locked(state, { on }, _, touched) {
    state.isLocked = on
    touched.header = true
  },
  recording(state, { on }, { at }, touched) {
    state.recordedSince = on ? at : null
    touched.header = true
  },
  came(state, { person, role, standing }, _, touched) {
    const known = state.people.get(person.id)
    state.people.set(person.id, {
      channel: null,
      handAt: null,
      hasFloor: false,
      consents: new Set(),
      ...known,
      ...person,
      role: known?.role ?? role,
      standing,
      isHere: true,
      leftAt: null,
    })
    change(state, person.id, touched, {})
  },
  left(state, { personId }, { at }, touched) {
    change(state, personId, touched, { isHere: false, leftAt: at, handAt: null })
  },
  admitted(state, { personIds }, _, touched) {
    for (const id of personIds) change(state, id, touched, { standing: 'in' })
  },
  removed(state, { personId, blocked }, { at }, touched) {
    change(state, personId, touched, {
      standing: blocked ? 'blocked' : 'removed',
      isHere: false,
      leftAt: at,
      handAt: null,
      hasFloor: false,
    })
    if (state.stage.spotlight === personId || state.stage.presenter === personId) touched.stage = true
    if (state.stage.spotlight === personId) state.stage = { ...state.stage, spotlight: null }
    if (state.stage.presenter === personId) state.stage = { ...state.stage, presenter: null }
  },
  readmitted(state, { personId }, _, touched) {
    change(state, personId, touched, { standing: 'removed' })
  },
  roleGiven(state, { personId, name, role, channel }, _, touched) {
    const known = state.people.get(personId)
    if (known) return change(state, personId, touched, { role, channel })
    // Named before they come: they are let in without waiting.
    state.people.set(personId, {
      id: personId,
      name,
      lanyard: 'visitor',
      role,
      channel,
      standing: 'invited',
      isHere: false,
      leftAt: null,
      handAt: null,
      hasFloor: false,
      consents: new Set(),
    })
    touched.people.add(personId)
  },
  inCharge(state, { personId }, _, touched) {
    for (const id of [state.inCharge, personId]) if (id) touched.own.add(id)
    state.inCharge = personId
    touched.header = true
  },
  floor(state, { personId, on }, _, touched) {
    change(state, personId, touched, { hasFloor: on, handAt: null })
  },
  hand(state, { personId, up }, { at }, touched) {
    change(state, personId, touched, { handAt: up ? at : null })
  },
  muted: () => undefined,
  consented(state, { personId, to, on }, _, touched) {
    const consents = state.people.get(personId)?.consents
    if (on) consents?.add(to)
    else consents?.delete(to)
    touched.own.add(personId)
  },
  staged(state, { stage }, _, touched) {
    // Lines belong to the goods on which they were drawn.
    state.stage = { ...state.stage, ...(stage.goods ? { marks: [] } : {}), ...stage }
    touched.stage = true
  },
  marked(state, { mark }, _, touched) {
    state.stage = { ...state.stage, marks: [...state.stage.marks, mark] }
    touched.stage = true
  },
  unmarked(state, { markId }, _, touched) {
    const marks = markId === null ? [] : state.stage.marks.filter(({ id }) => id !== markId)
    state.stage = { ...state.stage, marks }
    touched.stage = true
  },
  posted(state, { text, replyTo, productId }, { id, by, at }, touched) {
    state.messages.set(id, { id, by, text, replyTo, productId, at })
    touched.messages.add(id)
  },
  messageRemoved(state, { messageId }, _, touched) {
    const message = state.messages.get(messageId)
    if (message) message.text = null
    touched.messages.add(messageId)
  },
  asked(state, { text, anonymous }, { id, by, at }, touched) {
    state.questions.set(id, { id, by, anonymous, text, at, state: 'open', voters: new Set() })
    touched.questions.add(id)
  },
  voted(state, { questionId, on }, { by }, touched) {
    const voters = state.questions.get(questionId)?.voters
    if (on) voters?.add(by.id)
    else voters?.delete(by.id)
    touched.questions.add(questionId)
    touched.own.add(by.id)
  },
  questionSettled(state, { questionId, state: to }, _, touched) {
    const question = state.questions.get(questionId)
    if (question) question.state = to
    touched.questions.add(questionId)
  },
  pollMade(state, { poll }, { id }, touched) {
    state.polls.set(id, { ...poll, id, state: 'draft', ballots: new Map() })
    touched.polls.add(id)
  },
  pollOpened: (state, { pollId }, _, touched) => setPoll(state, pollId, 'open', touched),
  pollClosed: (state, { pollId }, _, touched) => setPoll(state, pollId, 'closed', touched),
  balloted(state, { pollId, choices }, { by }, touched) {
    state.polls.get(pollId)?.ballots.set(by.id, choices)
    touched.polls.add(pollId)
    touched.own.add(by.id)
  },
}

const setPoll = (state: State, pollId: string, to: 'open' | 'closed', touched: Touched): void => {
  const poll = state.polls.get(pollId)
  if (poll) poll.state = to
  touched.polls.add(pollId)
}

/** Takes the next entry of the log into the state; `touched` collects what clients must be told. */
export const apply = (state: State, logged: LoggedEntry, touched: Touched = nothingTouched()): void => {
  const take = APPLY[logged.entry.kind] as Applied<Entry['kind']>
  take(state, logged.entry, logged, touched)
  state.seq = logged.seq
  state.seqOf.set(logged.id, logged.seq)
}
