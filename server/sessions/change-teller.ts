import type { SessionPatch } from '#shared/protocol/sessions.ts'
import { audienceOf, patchFor, type Audience } from './session-patches.ts'
import { nothingTouched, type Touched } from './state/apply.ts'
import type { State } from './state/state.ts'
import { ownView } from './state/views.ts'

/** Changes within this are told together: two hundred votes a second are ten patches, not two hundred. */
const TOGETHER_MS = 100

export interface ChangeTellerParts {
  changed(sessionId: string, audience: Audience, seq: number, patch: SessionPatch): void
  own(sessionId: string, personId: string, seq: number, patch: SessionPatch): void
  standing(sessionId: string, personId: string, standing: 'in' | 'waiting' | 'removed'): void
}

interface Waiting {
  state: State
  touched: Touched
}

const KEYED = ['people', 'messages', 'questions', 'polls', 'own'] as const

const merge = (into: Touched, from: Touched): void => {
  into.header ||= from.header
  into.stage ||= from.stage
  for (const key of KEYED) for (const id of from[key]) into[key].add(id)
}

/** Tells what changed in sessions to those whom it concerns, a few times a second. */
export const createChangeTeller = ({ changed, own, standing }: ChangeTellerParts) => {
  const waiting = new Map<string, Waiting>()
  const timers = new Map<string, NodeJS.Timeout>()
  /** What each person was told as, so that a change of it is noticed. */
  const toldAs = new Map<string, Audience>()

  const tell = (sessionId: string) => {
    timers.delete(sessionId)
    const one = waiting.get(sessionId)
    waiting.delete(sessionId)
    if (!one) return
    const { state, touched } = one
    // One's own part first: what is stored counts as seen with the first change that reaches its number.
    for (const personId of touched.own) {
      const key = `${sessionId} ${personId}`
      const before = toldAs.get(key)
      const after = audienceOf(state, personId)
      toldAs.set(key, after)
      if (before !== undefined && before !== after)
        standing(sessionId, personId, after === 'none' ? 'removed' : after === 'waiting' ? 'waiting' : 'in')
      else own(sessionId, personId, state.seq, { me: ownView(state, personId) })
    }
    for (const audience of ['staff', 'in', 'waiting'] as const) {
      const patch = patchFor(state, touched, audience)
      if (patch) changed(sessionId, audience, state.seq, patch)
    }
  }

  return {
    /** What somebody sees from now on, as they were just told. */
    told(sessionId: string, personId: string, audience: Audience): void {
      toldAs.set(`${sessionId} ${personId}`, audience)
    },
    note(sessionId: string, state: State, touched: Touched): void {
      const one = waiting.get(sessionId) ?? { state, touched: nothingTouched() }
      one.state = state
      merge(one.touched, touched)
      waiting.set(sessionId, one)
      if (!timers.has(sessionId))
        timers.set(
          sessionId,
          setTimeout(() => tell(sessionId), TOGETHER_MS),
        )
    },
    stop(): void {
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}
