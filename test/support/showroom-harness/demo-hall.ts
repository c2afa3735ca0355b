import { FAIR, HALLS } from '#assets/fair/hall-plan.ts'
import { STANDS } from '#assets/fair/stands.ts'
import type { HallView } from '#client/showroom/state/showroom-types.ts'
import type { ModelIndex } from './fixture-hall.ts'

function uuid(kind: number, at: number): string {
  return `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`
}

/** The demo fair's first hall, with the models that `make-demo-models.ts` has made so far. */
export function demoHall(models: ModelIndex): HallView {
  let productCount = 0
  const [hall] = HALLS
  if (!hall) throw new RangeError('the demo fair has no hall')
  return {
    hall: { ...hall, id: uuid(0, 9), name: `${FAIR.name.en}, ${hall.name}` },
    stands: STANDS.filter(({ hallSlug }) => hallSlug === hall.slug).map((stand, at) => {
      const ids = new Map<string, string>()
      for (const slug of stand.slots.flatMap((slot) => slot.productSlugs)) {
        if (!ids.has(slug)) ids.set(slug, uuid(3, productCount++))
      }
      return {
        id: uuid(4, at),
        number: stand.number,
        companyName: stand.companySlug.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase()),
        place: stand.place,
        layout: {
          slots: stand.slots.map(({ productSlugs, ...slot }) => ({
            ...slot,
            productIds: productSlugs.map((slug) => ids.get(slug) ?? ''),
          })),
        },
        products: [...ids].map(([slug, id]) => ({
          id,
          name: slug,
          kind: 'fabric',
          variants: models[slug] ?? [],
        })),
      }
    }),
  }
}
