import { z } from 'zod'
import { AssetVariant } from './asset.ts'
import { Id, Slug } from './ids.ts'
import { PRODUCT_KINDS } from './product-kinds.ts'
import { localText } from './text.ts'

/** ISO 3166-1 alpha-2. */
export const Country = z.string().regex(/^[A-Z]{2}$/)

export const CompanyCard = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  country: Country,
  city: z.string(),
})
export type CompanyCard = z.infer<typeof CompanyCard>

export const SizeCm = z.object({ width: z.number(), height: z.number(), depth: z.number() })

/** A product as lists and stands show it. */
export const ProductCard = z.object({
  id: Id,
  slug: Slug,
  companyId: Id,
  kind: z.enum(PRODUCT_KINDS),
  name: localText(120),
  published: z.boolean(),
  sizeCm: SizeCm.nullable(),
  variants: z.array(AssetVariant),
})
export type ProductCard = z.infer<typeof ProductCard>
