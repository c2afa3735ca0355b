import type { Target } from '#shared/protocol/define.ts'
import { PRINCIPAL_KINDS, type Principal, type PrincipalKind } from '#shared/model/principal.ts'

/** How the caller stands to the thing: their own, their company's, of a fair they help to run, or none of these. */
export type Relation = 'own' | 'company' | 'fair' | 'other'

const RANK: Record<Relation, number> = { own: 0, company: 1, fair: 2, other: 3 }

/** For each kind of principal the loosest relation that suffices; a kind that isn't named may not. */
export type Rule = Partial<Record<PrincipalKind, Relation>>

export const permits = (rule: Rule, kind: PrincipalKind, relation: Relation): boolean => {
  const loosest = rule[kind]
  return loosest !== undefined && RANK[relation] <= RANK[loosest]
}

const forKinds = (kinds: readonly PrincipalKind[]): Rule =>
  Object.fromEntries(kinds.map((kind): [PrincipalKind, Relation] => [kind, 'other']))

/** Also suspended people and those whose session ran out: what any passer-by may see. */
export const anyone: Rule = forKinds(PRINCIPAL_KINDS)
/** Everyone in good standing, guests included. */
export const visitors: Rule = forKinds(
  PRINCIPAL_KINDS.filter((kind) => kind !== 'suspended' && kind !== 'expired'),
)
/** Everyone in good standing with an account. */
export const signedIn: Rule = forKinds(
  PRINCIPAL_KINDS.filter((kind) => kind !== 'guest' && kind !== 'suspended' && kind !== 'expired'),
)
/** The people of the company that the thing belongs to, and those who run the fair. */
export const companyStaff: Rule = {
  exhibitorMember: 'company',
  exhibitorAdmin: 'company',
  organiser: 'fair',
  platformAdmin: 'other',
}
/** Only the people of the company itself, whatever they are besides; those who run the fair have no part in it. */
export const companyMembers: Rule = {
  exhibitorMember: 'company',
  exhibitorAdmin: 'company',
  host: 'company',
  organiser: 'company',
  platformAdmin: 'company',
}
export const organisers: Rule = { organiser: 'fair', platformAdmin: 'other' }

/** The ids that parsed input names, by which the relation is found: `{ standId: '…' }`. */
export type Ids = Readonly<Record<string, unknown>>

/** Finds the caller's relation to a target; throws `not_found` where the thing isn't there. */
export type Relate = (target: Target, ids: Ids, principal: Principal) => Promise<Relation>
