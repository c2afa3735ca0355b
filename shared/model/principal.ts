import { z } from 'zod'

export const PRINCIPAL_KINDS = [
  'guest', 'buyer', 'exhibitorMember', 'exhibitorAdmin', 'host', 'organiser', 'platformAdmin', 'suspended', 'expired',
] as const // prettier-ignore

/** What somebody is to this installation; at most one at a time, the strongest that applies. */
export const PrincipalKind = z.enum(PRINCIPAL_KINDS)
export type PrincipalKind = z.infer<typeof PrincipalKind>

/** What visitors without a part in the fair come as, by their own choice. */
export const VISITOR_LANYARDS = ['buyer', 'designer', 'press', 'visitor'] as const
export const VisitorLanyard = z.enum(VISITOR_LANYARDS)
export type VisitorLanyard = z.infer<typeof VisitorLanyard>

/** The colour of the ribbon that somebody wears in the halls: chosen, or that of their part in the fair. */
export const Lanyard = z.enum([...VISITOR_LANYARDS, 'exhibitor', 'host', 'organiser'])
export type Lanyard = z.infer<typeof Lanyard>

/** Who is calling. A guest's id is made for the browser and kept in a signed cookie. */
export const Principal = z.object({
  kind: PrincipalKind,
  id: z.string(),
  name: z.string(),
  /** Counts for those without a part in the fair; `lanyardOf` says what is worn. */
  comesAs: VisitorLanyard,
  /** The company for which an exhibitor acts. */
  companyId: z.string().optional(),
})
export type Principal = z.infer<typeof Principal>

const PART_LANYARDS: Partial<Record<PrincipalKind, Lanyard>> = {
  exhibitorMember: 'exhibitor',
  exhibitorAdmin: 'exhibitor',
  host: 'host',
  organiser: 'organiser',
  platformAdmin: 'organiser',
}

/** Whether this kind of principal may choose what to come as; the policy says the same. */
export const choosesLanyard = (kind: PrincipalKind): boolean =>
  kind === 'guest' || kind === 'expired' || kind === 'buyer'

export const lanyardOf = ({ kind, comesAs }: Pick<Principal, 'kind' | 'comesAs'>): Lanyard =>
  PART_LANYARDS[kind] ?? comesAs

/** Whether somebody runs the fair, and so may do what each exhibitor may at their own stand. */
export const runsFair = ({ kind }: Pick<Principal, 'kind'>): boolean =>
  kind === 'organiser' || kind === 'platformAdmin'
