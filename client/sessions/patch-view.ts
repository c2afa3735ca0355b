import type { SessionPatch, SessionView } from '#shared/protocol/sessions.ts'

/** A list with some of its things changed or added, in the order in which they came first. */
const changed = <T extends { id: string }>(list: readonly T[], changes: readonly T[] | undefined): T[] => {
  if (!changes || changes.length === 0) return list as T[]
  const byId = new Map(list.map((one) => [one.id, one]))
  for (const one of changes) byId.set(one.id, one)
  return [...byId.values()]
}

/** What somebody sees of a session after a change. */
export const patchView = (view: SessionView, seq: number, patch: SessionPatch): SessionView => {
  const gone = new Set(patch.gone)
  return {
    ...view,
    seq: Math.max(seq, view.seq),
    header: patch.header ?? view.header,
    stage: patch.stage ?? view.stage,
    me: patch.me ?? view.me,
    people: changed(view.people, patch.people).filter(({ id }) => !gone.has(id)),
    messages: changed(view.messages, patch.messages),
    questions: changed(view.questions, patch.questions),
    polls: changed(view.polls, patch.polls),
  }
}
