import { COMPANIES } from '#assets/fair/companies.ts'
import { HALLS } from '#assets/fair/hall-plan.ts'
import { STANDS } from '#assets/fair/stands.ts'
import type { HallView } from '#client/showroom/state/showroom-types.ts'
import type { ModelIndex } from './fixture-hall.ts'

function uuid(kind: number, at: number): string {
  return `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`
}

/** A hall of the demo fair, with the models that `make-demo-models.ts` has made so far. */
export function demoHall(models: ModelIndex, hallSlug: string): HallView {
  const hall = HALLS.find(({ slug }) => slug === hallSlug)
  if (!hall) throw new Error(`no hall ${hallSlug}`)
  const names = new Map(COMPANIES.map(({ slug, name }) => [slug, name]))
  let productCount = 0
  return {
    hall: { ...hall, id: uuid(0, 9) },
    stands: STANDS
      .filter((stand) => stand.hallSlug === hallSlug)
      .map((stand, at) => {
        const ids = new Map<string, string>()
        for (const slug of stand.slots.flatMap((slot) => slot.productSlugs)) {
          if (!ids.has(slug)) ids.set(slug, uuid(3, productCount++))
        }
        return {
          id: uuid(4, at),
          number: stand.number,
          companyName: names.get(stand.companySlug) ?? '',
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
