import { z } from 'zod'

export const PRODUCT_KINDS = [
  'fabric', 'garment', 'accessory', 'footwear', 'leather', 'homeTextile', 'rawMaterial',
] as const // prettier-ignore
export const ProductKind = z.enum(PRODUCT_KINDS)
export type ProductKind = z.infer<typeof ProductKind>
