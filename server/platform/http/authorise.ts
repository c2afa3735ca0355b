import type { Target } from '#shared/protocol/define.ts'
import type { Principal } from '#shared/model/principal.ts'
import { AppError } from '../errors.ts'
import { permits, type Ids, type Relate, type Rule } from '../policy.ts'

const refusal = (principal: Principal): AppError => {
  if (principal.kind === 'expired') return new AppError('session_expired')
  if (principal.kind === 'suspended') return new AppError('suspended')
  if (principal.kind === 'guest') return new AppError('sign_in_needed')
  return new AppError('not_allowed')
}

/** Throws the refusal that fits unless the rule lets this principal do it to that target. */
export const authorise = async (
  relate: Relate,
  rule: Rule,
  target: Target,
  ids: Ids,
  principal: Principal,
): Promise<void> => {
  // A kind that no relation would help is refused before anything is looked up.
  if (!permits(rule, principal.kind, 'own')) throw refusal(principal)
  const relation = target === 'none' ? 'other' : await relate(target, ids, principal)
  if (!permits(rule, principal.kind, relation)) throw refusal(principal)
}
