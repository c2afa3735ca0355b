import { COMPANIES, PEOPLE } from './fair/companies.ts'
import type { DemoFair } from './fair/demo-fair.types.ts'
import { FAIR, HALLS } from './fair/hall-plan.ts'
import { PRODUCTS } from './fair/products.ts'
import { STANDS } from './fair/stands.ts'

export * from './fair/demo-fair.types.ts'
export { buildModel, buildModelOf } from './goods/build-model.ts'

/** The demo fair as data: invented companies, people, stands and goods. Ids are the importer's business. */
export const demoFair = (): DemoFair => ({
  fair: FAIR,
  halls: [...HALLS],
  stands: [...STANDS],
  companies: [...COMPANIES],
  people: [...PEOPLE],
  products: [...PRODUCTS],
})
