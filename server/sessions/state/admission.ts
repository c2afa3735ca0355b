import type { InvitedRole } from '#shared/model/invitation.ts'
import type { SessionLanguage } from '#shared/model/programme.ts'
import { AppError } from '../../platform/errors.ts'
import type { Actor, Entry } from './entries.ts'
import { isStaff, present, type Person, type State } from './state.ts'

/** How the fair knows whoever comes. */
export interface Newcomer extends Actor {
  hasAccount: boolean
  /** As what they are invited by mail. */
  invitedAs: { role: InvitedRole; channel: SessionLanguage | null } | undefined
  /** Of the company at whose stand the session is held. */
  isOfCompany: boolean
  /** Asks to be let in again after having been sent out. */
  knocks: boolean
  /** May hold the session: its company's staff, or those who run the fair. */
  mayHost: boolean
}

/** Throws for whoever the session is not meant for; who is in, or has a role in it, was let in before. */
export const assertVisible = ({ settings }: State, known: Person | undefined, who: Newcomer): void => {
  if (known && (known.standing === 'in' || known.role !== 'attendee')) return
  if (who.mayHost || settings.visibility === 'public') return
  if (settings.visibility === 'registered' && !who.hasAccount) throw new AppError('sign_in_needed')
  if (settings.visibility === 'invited' && !who.invitedAs) throw new AppError('not_allowed')
  if (settings.visibility === 'company' && !who.isOfCompany) throw new AppError('not_allowed')
}

/**
 * Lets somebody come: in, or to the waiting room. Nothing happens where they are here already. Throws `not_allowed`
 * for whoever was blocked or is not meant to come, `not_admitted` for whoever was sent out and did not knock,
 * `session_locked`, `session_full` and `session_over`.
 */
export const comeIn = (state: State, who: Newcomer): readonly Entry[] => {
  const known = state.people.get(who.id)
  if (known?.standing === 'blocked') throw new AppError('not_allowed')
  // A line that comes back by itself must not ask for what its owner does not know that they lost.
  if (known?.standing === 'removed' && !who.knocks) throw new AppError('not_admitted')
  assertVisible(state, known, who)
  const role = known?.role ?? who.invitedAs?.role ?? 'attendee'
  const isOver = state.phase === 'ended' || state.phase === 'published'
  if (isOver && known?.standing !== 'in') throw new AppError('session_over')
  const wasIn = known?.standing === 'in'
  const isBack = known?.standing === 'removed'
  const keepsOrder = isStaff(role) && !isBack
  if (!wasIn && !keepsOrder && state.isLocked) throw new AppError('session_locked')
  const takesPlace = !(wasIn && known.isHere) && !keepsOrder && role !== 'observer'
  if (takesPlace && present(state).length >= state.settings.capacity) throw new AppError('session_full')
  // Who was sent out is let in by hand, whatever they were.
  const mustWait = isBack || (!wasIn && role === 'attendee' && state.settings.waitingRoom)
  // Before it begins nobody but those on the stage is inside.
  const standing = mustWait || (role === 'attendee' && state.phase === 'scheduled') ? 'waiting' : 'in'
  if (known?.isHere && known.standing === standing && known.name === who.name) return []
  const { id, name, lanyard } = who
  const entries: Entry[] = [{ kind: 'came', person: { id, name, lanyard }, role, standing }]
  const channel = who.invitedAs?.channel ?? null
  if (!known && channel) entries.push({ kind: 'roleGiven', personId: id, name, role, channel })
  if (state.inCharge === null && role === 'host') entries.push({ kind: 'inCharge', personId: id })
  return entries
}
