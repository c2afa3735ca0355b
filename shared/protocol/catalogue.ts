import { z } from 'zod'
import { CompanyCard, Country, ProductCard } from '../model/cards.ts'
import { Id, Slug } from '../model/ids.ts'
import { Certificate, ProductSpec } from '../model/product.ts'
import { localText } from '../model/text.ts'
import { defineRoute } from './define.ts'

export const CompanyProfile = z.object({
  name: z.string().trim().min(2).max(120),
  country: Country,
  city: z.string().trim().max(80),
  address: z.string().trim().max(200),
  website: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]),
  languages: z.array(z.string().min(2).max(8)).max(12),
  founded: z.int().min(1500).max(2100).nullable(),
  story: localText(4000),
})
export type CompanyProfile = z.infer<typeof CompanyProfile>

export const Company = CompanyProfile.extend({ id: Id, slug: Slug })
export type Company = z.infer<typeof Company>

export const ProductDraft = z.object({
  name: localText(120),
  summary: localText(2000),
  spec: ProductSpec,
})
export type ProductDraft = z.infer<typeof ProductDraft>

/** Something inside the hard range that is rare enough to ask about. */
export const UnusualValue = z.object({
  path: z.string(),
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const Product = ProductCard.extend({
  summary: localText(2000),
  spec: ProductSpec,
  company: CompanyCard,
  /** Grows with each save; a save names the revision that it was made from. */
  revision: z.int(),
  unusual: z.array(UnusualValue),
  mayEdit: z.boolean(),
  stands: z.array(z.object({ id: Id, slug: Slug, number: z.string() })),
})
export type Product = z.infer<typeof Product>

const productParams = z.object({ productId: Id })
const companyParams = z.object({ companyId: Id })

export const catalogueRoutes = {
  listCompanies: defineRoute({
    method: 'GET',
    path: '/api/companies',
    summary: 'Companies of the fair by name',
    reply: z.object({ companies: z.array(CompanyCard) }),
    errors: [],
    action: 'company:read',
    target: 'none',
  }),
  createCompany: defineRoute({
    method: 'POST',
    path: '/api/companies',
    summary: 'Found a company; who does so becomes its administrator',
    body: CompanyProfile.extend({ slug: Slug }),
    reply: Company,
    errors: ['bad_request', 'slug_taken', 'conflict'],
    action: 'company:create',
    target: 'none',
  }),
  getCompany: defineRoute({
    method: 'GET',
    path: '/api/companies/:companyId',
    summary: 'One company with its stands and published goods (all goods for its own people)',
    params: companyParams,
    reply: z.object({
      company: Company,
      products: z.array(ProductCard),
      /** Those of the goods, each once. */
      certificates: z.array(Certificate),
      mayEdit: z.boolean(),
    }),
    errors: ['not_found'],
    action: 'company:read',
    target: 'company',
  }),
  saveCompany: defineRoute({
    method: 'PUT',
    path: '/api/companies/:companyId',
    summary: 'Change what a company says of itself',
    params: companyParams,
    body: CompanyProfile,
    reply: Company,
    errors: ['not_found', 'bad_request'],
    action: 'company:edit',
    target: 'company',
  }),
  createProduct: defineRoute({
    method: 'POST',
    path: '/api/companies/:companyId/products',
    summary: 'Start a product as an unpublished draft',
    params: companyParams,
    body: ProductDraft.extend({ id: Id }),
    reply: Product,
    errors: ['not_found', 'bad_request', 'conflict'],
    action: 'product:create',
    target: 'company',
  }),
  getProduct: defineRoute({
    method: 'GET',
    path: '/api/products/:productId',
    summary: 'One product with all its data; drafts for its own company only',
    params: productParams,
    reply: Product,
    errors: ['not_found'],
    action: 'product:read',
    target: 'product',
  }),
  saveProduct: defineRoute({
    method: 'PUT',
    path: '/api/products/:productId',
    summary: 'Change the data of a product; refused if somebody saved since `baseRevision`',
    params: productParams,
    body: ProductDraft.extend({ baseRevision: z.int() }),
    reply: Product,
    errors: ['not_found', 'bad_request', 'version_conflict'],
    action: 'product:edit',
    target: 'product',
  }),
  publishProduct: defineRoute({
    method: 'PUT',
    path: '/api/products/:productId/published',
    summary: 'Show a product to visitors, or take it back',
    params: productParams,
    body: z.object({ published: z.boolean() }),
    reply: Product,
    errors: ['not_found'],
    action: 'product:edit',
    target: 'product',
  }),
}
