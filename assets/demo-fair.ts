import { COMPANIES, PEOPLE } from './fair/companies.ts'
import type { DemoFair } from './fair/demo-fair.types.ts'
import { FAIR, HALLS } from './fair/hall-plan.ts'
import { largeFair } from './fair/large-fair.ts'
import { SESSIONS } from './fair/programme.ts'
import { PRODUCTS } from './fair/products.ts'
import { STANDS } from './fair/stands.ts'

export * from './fair/demo-fair.types.ts'
export { buildModel, buildModelOf } from './goods/build-model.ts'
export { modelSource } from './goods/model-source.ts'

export const DEMO_SIZES = ['small', 'large'] as const
export type DemoSize = (typeof DEMO_SIZES)[number]

/** The demo fair as data: invented companies, people, halls, stands and goods. The large one is for load and scale. */
export const demoFair = (size: DemoSize = 'small'): DemoFair => {
  const small: DemoFair = {
    fair: FAIR,
    halls: [...HALLS],
    stands: [...STANDS],
    companies: [...COMPANIES],
    people: [...PEOPLE],
    products: [...PRODUCTS],
    sessions: [...SESSIONS],
  }
  return size === 'large' ? largeFair(small) : small
}
