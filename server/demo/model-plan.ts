import type { DemoFair, DemoProduct } from '#assets/demo-fair.ts'

/** One model and the products that show it. */
export interface PlannedModel {
  key: string
  /** A product that the generator knows; what it looks like is what all of them look like. */
  slug: string
  products: DemoProduct[]
}

const PER_HALL_M = 1000

/** The models of a fair, those that a visitor meets first before the others: hall by hall, away from the entrance. */
export const planModels = (demo: DemoFair, keyOf: (product: DemoProduct) => string): PlannedModel[] => {
  const nearest = new Map<string, number>()
  for (const { hallSlug, place, slots } of demo.stands) {
    const at = demo.halls.findIndex(({ slug }) => slug === hallSlug)
    const entrance = demo.halls[at]?.entrance ?? { xM: 0, zM: 0 }
    const wayM = at * PER_HALL_M + Math.hypot(place.xM - entrance.xM, place.zM - entrance.zM)
    for (const slug of slots.flatMap(({ productSlugs }) => productSlugs))
      nearest.set(slug, Math.min(wayM, nearest.get(slug) ?? Infinity))
  }
  const models = new Map<string, PlannedModel>()
  for (const product of demo.products) {
    const key = keyOf(product)
    const model = models.get(key) ?? { key, slug: product.slug, products: [] }
    model.products.push(product)
    models.set(key, model)
  }
  const wayTo = ({ products }: PlannedModel) =>
    Math.min(...products.map(({ slug }) => nearest.get(slug) ?? Infinity))
  return [...models.values()].sort((a, b) => wayTo(a) - wayTo(b) || (a.slug < b.slug ? -1 : 1))
}
