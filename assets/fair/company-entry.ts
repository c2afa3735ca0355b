import type { DemoCompany, DemoPerson } from './demo-fair.types.ts'

type Scheme = DemoCompany['certificates'][number]['scheme']

/** Every certificate of the demo says that it's an example, in its number, its issuer and its state. */
export const example = (
  holder: string,
  scheme: Scheme,
  scope: string,
): DemoCompany['certificates'][number] => ({
  scheme,
  number: `EXAMPLE-${scheme.toUpperCase()}-0001`,
  issuer: 'Example certification body (invented)',
  holder,
  scope,
  validFrom: '2026-01-15',
  validTo: '2027-01-14',
  proof: { state: 'example' },
})

type Words = readonly [en: string, ru: string]

type Profile = Omit<DemoCompany, 'trade' | 'story' | 'website' | 'certificates'> & {
  trade: Words
  story: Words
  certificates: readonly (readonly [Scheme, string])[]
}

/** A company of the demo; its site is of a name that can't exist, its certificates are examples. */
export const company = ({ trade, story, certificates, ...profile }: Profile): DemoCompany => ({
  ...profile,
  trade: { en: trade[0], ru: trade[1] },
  story: { en: story[0], ru: story[1] },
  website: `https://${profile.slug}.example`,
  certificates: certificates.map(([scheme, scope]) => example(profile.name, scheme, scope)),
})

export const person = (
  name: string, mailbox: string, role: DemoPerson['role'], en: string, ru: string, locale: 'en' | 'ru', companySlug?: string,
): DemoPerson => ({
  name, email: `${mailbox}@fairloom.example`, role, locale, title: { en, ru }, ...(companySlug !== undefined && { companySlug }),
}) // prettier-ignore
