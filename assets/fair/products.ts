import { COTTONS } from './cotton-products.ts'
import type { DemoProduct } from './demo-fair.types.ts'
import { KNITS } from './knit-products.ts'
import { LEATHERS, SILK_AND_COTTON } from './leather-and-silk-products.ts'
import { LINENS } from './linen-products.ts'
import { WOOLS } from './wool-products.ts'

/** Every product of the demo fair, with its company and the model that is generated for it. */
export const PRODUCTS: readonly DemoProduct[] = [
  ...COTTONS, ...WOOLS, ...LINENS, ...KNITS, ...LEATHERS, ...SILK_AND_COTTON,
] // prettier-ignore
