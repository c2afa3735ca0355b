import { z } from 'zod'
import { Colourway } from './product-colour.ts'
import { fabricFields } from './product-fabric.ts'
import {
  accessoryFields,
  footwearFields,
  garmentFields,
  homeTextileFields,
  leatherFields,
  rawMaterialFields,
} from './product-goods.ts'
import type { ProductKind } from './product-kinds.ts'
import { Certificate, TestResult } from './product-proof.ts'
import { TradeTerms } from './product-trade.ts'

/** Chapters of TN VED EAEU (the Harmonised System) under which each kind is declared; 9404 is stuffed bedding. */
export const HS_CHAPTERS: Record<ProductKind, readonly string[]> = {
  fabric: ['43', '50', '51', '52', '53', '54', '55', '56', '58', '59', '60'],
  garment: ['42', '43', '61', '62', '65'],
  accessory: ['42', '43', '61', '62', '63', '65', '66', '67'],
  footwear: ['64'],
  leather: ['41', '42', '43'],
  homeTextile: ['57', '58', '61', '62', '63', '9404'],
  rawMaterial: ['41', '43', '50', '51', '52', '53', '54', '55', '56'],
}

const declaredUnder = (kind: ProductKind) => (spec: { trade: { hsCode: string } }) =>
  HS_CHAPTERS[kind].some((chapter) => spec.trade.hsCode.startsWith(chapter))
const wrongChapter = { error: 'hs_chapter_mismatch', path: ['trade', 'hsCode'] }

/** What every product has beside the fields of its kind. */
const sharedFields = {
  /** The exhibitor's article number. */
  articleNumber: z.string().trim().min(1).max(60),
  colourways: z.array(Colourway).max(200),
  careCodes: z.array(z.string().min(1).max(30)).max(12).optional(),
  tests: z.array(TestResult).max(60),
  certificates: z.array(Certificate).max(30),
  trade: TradeTerms,
}

export const FabricSpec = z
  .object({ ...fabricFields, ...sharedFields })
  .refine((spec) => (spec.usableWidthCm ?? 0) <= spec.widthCm, {
    error: 'usable_width_above_width',
    path: ['usableWidthCm'],
  })
  .refine(declaredUnder('fabric'), wrongChapter)
export const GarmentSpec = z
  .object({ ...garmentFields, ...sharedFields })
  .refine(declaredUnder('garment'), wrongChapter)
export const AccessorySpec = z
  .object({ ...accessoryFields, ...sharedFields })
  .refine(declaredUnder('accessory'), wrongChapter)
export const FootwearSpec = z
  .object({ ...footwearFields, ...sharedFields })
  .refine((spec) => spec.smallestMm <= spec.largestMm, { error: 'sizes_reversed', path: ['largestMm'] })
  .refine((spec) => spec.smallestEu <= spec.largestEu, { error: 'sizes_reversed', path: ['largestEu'] })
  .refine(declaredUnder('footwear'), wrongChapter)
export const LeatherSpec = z
  .object({ ...leatherFields, ...sharedFields })
  .refine(declaredUnder('leather'), wrongChapter)
export const HomeTextileSpec = z
  .object({ ...homeTextileFields, ...sharedFields })
  .refine(declaredUnder('homeTextile'), wrongChapter)
export const RawMaterialSpec = z
  .object({ ...rawMaterialFields, ...sharedFields })
  .refine(declaredUnder('rawMaterial'), wrongChapter)

export type FabricSpec = z.infer<typeof FabricSpec>

export const PRODUCT_SPECS = {
  fabric: FabricSpec,
  garment: GarmentSpec,
  accessory: AccessorySpec,
  footwear: FootwearSpec,
  leather: LeatherSpec,
  homeTextile: HomeTextileSpec,
  rawMaterial: RawMaterialSpec,
} as const satisfies Record<ProductKind, z.ZodObject>

/**
 * The data sheet of a product, by kind. Refuses what can't be (hard ranges, parts that don't sum to 100, price tiers
 * with gaps, an HS code of another kind's chapters); `unusualValues` points at what can be but rarely is.
 */
export const ProductSpec = z.discriminatedUnion('kind', [
  FabricSpec,
  GarmentSpec,
  AccessorySpec,
  FootwearSpec,
  LeatherSpec,
  HomeTextileSpec,
  RawMaterialSpec,
])
export type ProductSpec = z.infer<typeof ProductSpec>
