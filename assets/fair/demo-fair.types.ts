import type { z } from 'zod'
import type { Certificate } from '#shared/model/product-proof.ts'
import type { ProductSpec } from '#shared/model/product-specs.ts'
import type { Hall, SlotKind, StandPlace } from '#shared/model/fair.ts'
import type { LocalText } from '#shared/model/text.ts'

/** The forms into which the generators bring a material. */
export const GOODS_SHAPES = [
  'header', 'bolt', 'roll', 'folded', 'drape', 'cushion', 'towels', 'scarf', 'tote', 'tunic', 'apron', 'skin',
  'slipper', 'bale', 'curtain', 'bedLinen', 'tableDrape', 'dressForm', 'sneaker', 'sliver',
] as const // prettier-ignore
export type GoodsShape = (typeof GOODS_SHAPES)[number]

/** What a product's model is made from: a form, and a fabric sheet with one of its colourways, or another material. */
export type DemoModel = {
  shape: GoodsShape
  /** Slug of a fabric sheet, or of a material of `materials.ts` (leather, felt, raw cotton). */
  fabric: string
  colourway: string
}

export type DemoProduct = {
  slug: string
  companySlug: string
  name: LocalText
  summary: LocalText
  spec: ProductSpec
  model: DemoModel
}

export type DemoPerson = {
  name: string
  email: string
  /** `owner` and `member` of a company, or somebody of the fair itself. */
  role: 'owner' | 'member' | 'buyer' | 'host' | 'organiser'
  companySlug?: string
  locale: 'en' | 'ru'
  title: LocalText
}

export type DemoCompany = {
  slug: string
  name: string
  trade: LocalText
  country: string
  city: string
  address: string
  website: string
  languages: string[]
  founded: number
  story: LocalText
  certificates: z.infer<typeof Certificate>[]
}

export type DemoSlot = {
  id: string
  kind: SlotKind
  xM: number
  zM: number
  turnDeg: number
  productSlugs: string[]
}

export type DemoStand = {
  slug: string
  number: string
  hallSlug: string
  companySlug: string
  place: z.infer<typeof StandPlace>
  door: 'open' | 'registered'
  capacity: number
  slots: DemoSlot[]
}

export type DemoFair = {
  fair: { slug: string; name: LocalText; tagline: LocalText; opensAt: string; closesAt: string }
  halls: Omit<Hall, 'id'>[]
  stands: DemoStand[]
  companies: DemoCompany[]
  people: DemoPerson[]
  products: DemoProduct[]
}
