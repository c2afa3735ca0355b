import type { Entry } from './entries.ts'
import { present, type Person, type State } from './state.ts'

/** A host who is gone so long leaves the session to the next. */
export const SUCCEEDED_AFTER_MS = 30_000

/** Who comes first where nobody keeps order: co-hosts, then the stand's own people, each by name for want of better. */
const heirOf = (state: State, staffIds: ReadonlySet<string>): Person | undefined => {
  const here = present(state).toSorted((a, b) => a.id.localeCompare(b.id))
  return (
    here.find(({ role }) => role === 'host') ??
    here.find(({ role }) => role === 'cohost') ??
    here.find(({ id }) => staffIds.has(id))
  )
}

/** Hands the session on where who is in charge has been away for 30 s, and back once a host is here again. */
export const succeed = (state: State, staffIds: ReadonlySet<string>, now: Date): readonly Entry[] => {
  if (state.phase !== 'live' && state.phase !== 'lobby') return []
  const current = state.inCharge === null ? undefined : state.people.get(state.inCharge)
  const hostIsBack = current?.role !== 'host' && present(state).some(({ role }) => role === 'host')
  const isAway = !current?.isHere && now.getTime() - (current?.leftAt?.getTime() ?? 0) >= SUCCEEDED_AFTER_MS
  if (!hostIsBack && !isAway) return []
  const heir = heirOf(state, staffIds)
  return heir && heir.id !== state.inCharge ? [{ kind: 'inCharge', personId: heir.id }] : []
}
