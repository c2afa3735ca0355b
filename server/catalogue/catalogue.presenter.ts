import type { AssetVariant } from '#shared/model/asset.ts'
import { unusualValues } from '#shared/model/product.ts'
import type { CompanyCard, ProductCard } from '#shared/model/cards.ts'
import type { Company, Product } from '#shared/protocol/catalogue.ts'
import type { CompanyRow, ProductRow } from './catalogue.repository.ts'

/** What the pipeline made of a product's current model. */
export interface ModelView {
  variants: AssetVariant[]
  sizeCm: ProductCard['sizeCm']
}

const NO_MODEL: ModelView = { variants: [], sizeCm: null }

export const presentCompanyCard = ({ id, slug, name, profile }: CompanyRow): CompanyCard => ({
  id,
  slug,
  name,
  country: profile.country,
  city: profile.city,
})

export const presentCompany = (row: CompanyRow): Company => {
  const { companyId: _, ...profile } = row.profile
  return { ...profile, id: row.id, slug: row.slug, name: row.name }
}

export const presentProductCard = (row: ProductRow, model: ModelView = NO_MODEL): ProductCard => ({
  id: row.id,
  slug: row.slug,
  companyId: row.companyId,
  kind: row.spec.kind,
  name: row.name,
  published: row.published,
  ...model,
})

export const presentProduct = (
  row: ProductRow,
  company: CompanyRow,
  model: ModelView | undefined,
  more: Pick<Product, 'mayEdit' | 'stands'>,
): Product => ({
  ...presentProductCard(row, model),
  summary: row.summary,
  spec: row.spec,
  company: presentCompanyCard(company),
  revision: row.revision,
  unusual: unusualValues(row.spec),
  ...more,
})
