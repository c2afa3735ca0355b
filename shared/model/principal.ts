import { z } from 'zod'

export const PRINCIPAL_KINDS = [
  'guest', 'buyer', 'exhibitorMember', 'exhibitorAdmin', 'host', 'organiser', 'platformAdmin', 'suspended', 'expired',
] as const // prettier-ignore

/** What somebody is to this installation; at most one at a time, the strongest that applies. */
export const PrincipalKind = z.enum(PRINCIPAL_KINDS)
export type PrincipalKind = z.infer<typeof PrincipalKind>

/** Who is calling. A guest's id is made for the browser and kept in a signed cookie. */
export const Principal = z.object({
  kind: PrincipalKind,
  id: z.string(),
  name: z.string(),
  /** The company for which an exhibitor acts. */
  companyId: z.string().optional(),
})
export type Principal = z.infer<typeof Principal>

/** The colour of the ribbon that a visitor wears in the halls. */
export const Lanyard = z.enum(['buyer', 'exhibitor', 'host', 'organiser'])
export type Lanyard = z.infer<typeof Lanyard>

const LANYARDS: Record<PrincipalKind, Lanyard> = {
  guest: 'buyer',
  buyer: 'buyer',
  suspended: 'buyer',
  expired: 'buyer',
  exhibitorMember: 'exhibitor',
  exhibitorAdmin: 'exhibitor',
  host: 'host',
  organiser: 'organiser',
  platformAdmin: 'organiser',
}
export const lanyardOf = (kind: PrincipalKind): Lanyard => LANYARDS[kind]
