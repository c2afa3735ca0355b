import { randomUUID } from 'node:crypto'
import { accountsRepository } from '#server/accounts/index.ts'
import { catalogueRepository } from '#server/catalogue/index.ts'
import type { LocalText } from '#shared/model/text.ts'
import { twillDraft } from '../../support/products.ts'
import type { TestApp } from '../../support/test-app.ts'

export const addCompany = async (
  { parts }: TestApp,
  company: { name: string; city: string; country: string; story?: LocalText },
) => {
  const { db } = parts.database
  const companyId = randomUUID()
  await accountsRepository(db).insertCompany({
    id: companyId,
    slug: `company-${companyId.slice(0, 8)}`,
    name: company.name,
  })
  await catalogueRepository(db).saveProfile({
    companyId,
    country: company.country,
    city: company.city,
    address: '',
    website: '',
    languages: [],
    founded: null,
    story: company.story ?? { en: 'A mill.' },
  })
  return companyId
}

/** A published fabric that differs from the usual twill in what is given. */
export const addFabric = async (
  { parts }: TestApp,
  companyId: string,
  name: LocalText,
  spec: Record<string, unknown> = {},
  summary: LocalText = { en: 'A cloth.' },
) => {
  const catalogue = catalogueRepository(parts.database.db)
  const id = randomUUID()
  await catalogue.insertProduct({
    id,
    companyId,
    slug: `cloth-${id.slice(0, 8)}`,
    name,
    summary,
    spec: { ...twillDraft().spec, ...spec } as ReturnType<typeof twillDraft>['spec'],
  })
  await catalogue.setPublished(id, true)
  return id
}

export const certificate = (scheme: string) => ({
  scheme,
  number: '1',
  issuer: 'An office',
  holder: 'A mill',
  validFrom: '2026-01-01',
  validTo: '2027-01-01',
  proof: { state: 'example' },
})
