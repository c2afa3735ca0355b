import { z } from 'zod'
import { AssetVariant } from '../model/asset.ts'
import { Id, Slug } from '../model/ids.ts'
import { CERTIFICATE_SCHEMES, FABRIC_MATERIALS, Fibre, PRODUCT_KINDS, Structure } from '../model/product.ts'
import { Locale, localText } from '../model/text.ts'
import { CompanyCard, Country } from '../model/cards.ts'
import { defineRoute } from './define.ts'

/** Several values of one facet in one parameter: `cotton,flax`. Any of them may apply. */
const anyOf = <T extends z.ZodType<string, string>>(value: T) =>
  z
    .string()
    .max(2000)
    .default('')
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(value).max(40))

/** Where the next page begins: what the reply named as `next`. */
const After = z.string().max(600).optional()
const Text = z.string().trim().max(200).default('')
const WeightGsm = z.coerce.number().min(0).max(2000).optional()

/** Where bands of mass per area begin, g/m²; each ends where the next begins. */
export const WEIGHT_BANDS_GSM = [0, 100, 150, 200, 250, 300, 400] as const

export const PRODUCT_SORTS = ['relevance', 'name', 'lightest', 'heaviest'] as const
export const PRODUCT_FACETS = [
  'kind', 'material', 'structure', 'fibre', 'weight', 'country', 'certificate', 'hall',
] as const // prettier-ignore
export type ProductFacet = (typeof PRODUCT_FACETS)[number]
export const EXHIBITOR_FACETS = ['kind', 'country', 'certificate', 'hall'] as const
export type ExhibitorFacet = (typeof EXHIBITOR_FACETS)[number]

export const ProductSearch = z.object({
  text: Text,
  kind: anyOf(z.enum(PRODUCT_KINDS)),
  material: anyOf(z.enum(FABRIC_MATERIALS)),
  structure: anyOf(Structure),
  fibre: anyOf(Fibre),
  /** Mass per area, both ends included. */
  weightFrom: WeightGsm,
  weightTo: WeightGsm,
  country: anyOf(Country),
  certificate: anyOf(z.enum(CERTIFICATE_SCHEMES)),
  hall: anyOf(Id),
  sort: z.enum(PRODUCT_SORTS).default('relevance'),
  /** The language by whose names the goods are sorted. */
  locale: Locale.default('en'),
  after: After,
})
export type ProductSearch = z.infer<typeof ProductSearch>

export const ExhibitorSearch = ProductSearch.pick({
  text: true,
  kind: true,
  country: true,
  certificate: true,
  hall: true,
  after: true,
})
export type ExhibitorSearch = z.infer<typeof ExhibitorSearch>

/** How many would be found with this value and the choices in the other facets. The commonest come first. */
const FacetCounts = z.array(z.object({ value: z.string(), count: z.int() }))
export type FacetCounts = z.infer<typeof FacetCounts>

/** A product as lists show it; `variants` holds its poster alone. */
export const FoundProduct = z.object({
  id: Id,
  slug: Slug,
  kind: z.enum(PRODUCT_KINDS),
  name: localText(120),
  company: CompanyCard,
  structure: Structure.nullable(),
  weightGsm: z.number().nullable(),
  variants: z.array(AssetVariant),
})
export type FoundProduct = z.infer<typeof FoundProduct>

export const FoundExhibitor = CompanyCard.extend({
  kinds: z.array(z.enum(PRODUCT_KINDS)),
  certificates: z.array(z.enum(CERTIFICATE_SCHEMES)),
  /** Published goods. */
  products: z.int(),
  stands: z.array(z.object({ slug: Slug, number: z.string(), hallId: Id })),
  /** A few of its goods that have a picture. */
  pictures: z.array(FoundProduct.pick({ id: true, name: true, variants: true })),
})
export type FoundExhibitor = z.infer<typeof FoundExhibitor>

export const searchRoutes = {
  searchProducts: defineRoute({
    method: 'GET',
    path: '/api/search/products',
    summary: 'Published goods by words and facets; counts come with the first page only',
    query: ProductSearch,
    reply: z.object({
      products: z.array(FoundProduct),
      next: z.string().nullable(),
      counted: z
        .object({
          total: z.int(),
          facets: z.object({
            kind: FacetCounts,
            material: FacetCounts,
            structure: FacetCounts,
            fibre: FacetCounts,
            weight: FacetCounts,
            country: FacetCounts,
            certificate: FacetCounts,
            hall: FacetCounts,
          }),
        })
        .nullable(),
    }),
    errors: ['bad_request'],
    action: 'search:read',
    target: 'none',
  }),
  searchExhibitors: defineRoute({
    method: 'GET',
    path: '/api/search/exhibitors',
    summary: 'Companies by words and facets; counts come with the first page only',
    query: ExhibitorSearch,
    reply: z.object({
      exhibitors: z.array(FoundExhibitor),
      next: z.string().nullable(),
      counted: z
        .object({
          total: z.int(),
          facets: z.object({
            kind: FacetCounts,
            country: FacetCounts,
            certificate: FacetCounts,
            hall: FacetCounts,
          }),
        })
        .nullable(),
    }),
    errors: ['bad_request'],
    action: 'search:read',
    target: 'none',
  }),
}
