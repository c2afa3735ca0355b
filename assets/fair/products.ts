import { COTTONS } from './cotton-products.ts'
import type { DemoProduct } from './demo-fair.types.ts'
import { KNITS } from './knit-products.ts'
import { LEATHERS, SILK_AND_COTTON } from './leather-and-silk-products.ts'
import { LINENS } from './linen-products.ts'
import { MORE_GOODS, OASIS_GOODS } from './products-oasis.ts'
import { NORTHERN_GOODS } from './products-russia-belarus.ts'
import { STEPPE_GOODS } from './products-steppe.ts'
import { WOOLS } from './wool-products.ts'

/** Every product of the demo fair; companies' goods stand together. */
export const PRODUCTS: readonly DemoProduct[] = [
  ...COTTONS, ...WOOLS, ...LINENS, ...KNITS, ...LEATHERS, ...SILK_AND_COTTON, ...MORE_GOODS,
  ...NORTHERN_GOODS, ...STEPPE_GOODS, ...OASIS_GOODS,
] // prettier-ignore
