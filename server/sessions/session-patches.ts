import type { SessionPatch, SessionView } from '#shared/protocol/sessions.ts'
import type { Touched } from './state/apply.ts'
import { mayModerate, type State } from './state/state.ts'
import { headerView, messageView, ownView, personView, pollView, questionView } from './state/views.ts'

/** Who is told what: those who keep order also see who waits and what they prepare. */
export type Audience = 'staff' | 'in' | 'waiting' | 'none'

const MESSAGES_SHOWN = 300

export const audienceOf = (state: State, personId: string): Audience => {
  const standing = state.people.get(personId)?.standing
  if (standing === 'in') return mayModerate(state, personId) ? 'staff' : 'in'
  return standing === 'waiting' ? 'waiting' : 'none'
}

const isPresent = <T>(thing: T | undefined): thing is T => thing !== undefined

const pick = <T>(from: ReadonlyMap<string, T>, ids: Iterable<string>): T[] =>
  [...ids].map((id) => from.get(id)).filter(isPresent)

/** Everything that somebody may see of a session. */
export const viewFor = (sessionId: string, state: State, personId: string, now: Date): SessionView => {
  const audience = audienceOf(state, personId)
  const sees = audience === 'staff' || audience === 'in'
  const all = <T>(from: ReadonlyMap<string, T>): T[] => (sees ? [...from.values()] : [])
  return {
    sessionId,
    seq: state.seq,
    now: now.toISOString(),
    header: headerView(state),
    me: ownView(state, personId),
    stage: state.stage,
    people: all(state.people)
      .map(personView)
      .filter(isPresent)
      .filter(({ standing }) => audience === 'staff' || standing === 'in'),
    messages: all(state.messages).slice(-MESSAGES_SHOWN).map(messageView),
    questions: all(state.questions).map(questionView),
    polls: all(state.polls)
      .map(pollView)
      .filter((poll) => audience === 'staff' || poll.state !== 'draft'),
  }
}

/** What changed, for everybody of an audience; undefined where nothing of it concerns them. */
export const patchFor = (state: State, touched: Touched, audience: Audience): SessionPatch | undefined => {
  const patch: SessionPatch = {}
  if (touched.header) patch.header = headerView(state)
  if (audience === 'staff' || audience === 'in') {
    if (touched.stage) patch.stage = state.stage
    const people = pick(state.people, touched.people)
      .map(personView)
      .filter(isPresent)
      .filter(({ standing }) => audience === 'staff' || standing === 'in')
    const shown = new Set(people.map(({ id }) => id))
    const gone = [...touched.people].filter((id) => !shown.has(id))
    if (people.length > 0) patch.people = people
    if (gone.length > 0) patch.gone = gone
    if (touched.messages.size > 0) patch.messages = pick(state.messages, touched.messages).map(messageView)
    if (touched.questions.size > 0)
      patch.questions = pick(state.questions, touched.questions).map(questionView)
    const polls = pick(state.polls, touched.polls).map(pollView)
    const seen = audience === 'staff' ? polls : polls.filter((poll) => poll.state !== 'draft')
    if (seen.length > 0) patch.polls = seen
  }
  return Object.keys(patch).length > 0 ? patch : undefined
}
