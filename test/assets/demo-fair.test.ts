import { describe, expect, it } from 'vitest'
import { demoFair } from '#assets/demo-fair.ts'
import { FURNITURE } from '#shared/geometry/furniture.ts'
import { StandLayout, StandPlace, Hall } from '#shared/model/fair.ts'
import { Slug } from '#shared/model/ids.ts'
import { FabricSpec, ProductSpec } from '#shared/model/product.ts'
import { unusualValues } from '#shared/model/product.ts'
import { weightFromConstruction } from '#shared/textile/weight.ts'

const demo = demoFair()
type Box = { left: number; right: number; back: number; front: number }
const boxOf = (xM: number, zM: number, widthM: number, depthM: number, turnDeg = 0): Box => {
  const aside = Math.abs(Math.round(turnDeg / 90)) % 2 === 1
  const [w, d] = aside ? [depthM, widthM] : [widthM, depthM]
  return { left: xM - w / 2, right: xM + w / 2, back: zM - d / 2, front: zM + d / 2 }
}
const overlap = (a: Box, b: Box) =>
  a.left < b.right - 1e-9 && b.left < a.right - 1e-9 && a.back < b.front - 1e-9 && b.back < a.front - 1e-9
const pairs = <T>(list: readonly T[]) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const))

describe('the hall of the demo fair', () => {
  const hall = Hall.parse({ ...demo.hall, id: '00000000-0000-4000-8000-000000000001' })
  const stands = demo.stands.map((stand) => ({ name: stand.number, place: StandPlace.parse(stand.place) }))
  const boxes = stands.map(({ name, place }) => ({
    name,
    ...boxOf(place.xM, place.zM, place.widthM, place.depthM, place.headingDeg),
  }))
  const aisles = hall.aisles.map((aisle) => ({
    name: aisle.name,
    ...boxOf(aisle.xM, aisle.zM, aisle.widthM, aisle.depthM),
  }))

  it('has stands of their stated area, of every size and shape', () => {
    for (const { place } of stands) expect(place.widthM * place.depthM).toBe(place.areaM2)
    expect(new Set(stands.map(({ place }) => place.areaM2))).toEqual(new Set([9, 18, 36]))
    expect(new Set(stands.map(({ place }) => place.shape))).toEqual(new Set(['row', 'corner', 'island']))
  })
  it('keeps stands apart, inside the hall and out of the aisles', () => {
    for (const [a, b] of pairs(boxes)) expect(overlap(a, b), `${a.name} and ${b.name}`).toBe(false)
    for (const stand of boxes) {
      expect(Math.max(-stand.left, stand.right)).toBeLessThanOrEqual(hall.widthM / 2)
      expect(Math.max(-stand.back, stand.front)).toBeLessThanOrEqual(hall.depthM / 2)
      for (const aisle of aisles) expect(overlap(stand, aisle), `${stand.name} in ${aisle.name}`).toBe(false)
    }
  })
  it('has aisles of at least 3 m, and one along the front of every stand', () => {
    for (const aisle of hall.aisles) expect(Math.min(aisle.widthM, aisle.depthM)).toBeGreaterThanOrEqual(3)
    for (const stand of boxes) {
      const before = { left: stand.left, right: stand.right, back: stand.front, front: stand.front + 3 }
      expect(
        aisles.some(
          (aisle) =>
            aisle.left <= before.left &&
            aisle.right >= before.right &&
            aisle.back <= before.back &&
            aisle.front >= before.front,
        ),
        stand.name,
      ).toBe(true)
    }
  })
  it('lets corners open to an aisle on their right', () => {
    for (const { place, name } of stands.filter((stand) => stand.place.shape === 'corner')) {
      const beside = boxOf(place.xM + place.widthM / 2 + 1.5, place.zM, 3, place.depthM)
      expect(
        boxes.some((stand) => overlap(stand, beside)),
        name,
      ).toBe(false)
    }
  })
})

describe('the stands', () => {
  it('have furniture that fits in and does not overlap', () => {
    for (const stand of demo.stands) {
      StandLayout.parse({
        slots: stand.slots.map(({ productSlugs, ...slot }) => ({
          ...slot,
          productIds: productSlugs.map(() => '00000000-0000-4000-8000-000000000002'),
        })),
      })
      const boxes = stand.slots.map((slot) => ({
        id: slot.id,
        ...boxOf(slot.xM, slot.zM, FURNITURE[slot.kind].widthM, FURNITURE[slot.kind].depthM, slot.turnDeg),
      }))
      for (const [a, b] of pairs(boxes)) expect(overlap(a, b), `${stand.slug}: ${a.id}, ${b.id}`).toBe(false)
      for (const box of boxes) {
        expect(Math.max(-box.left, box.right), `${stand.slug}: ${box.id}`).toBeLessThanOrEqual(
          stand.place.widthM / 2,
        )
        expect(Math.max(-box.back, box.front), `${stand.slug}: ${box.id}`).toBeLessThanOrEqual(
          stand.place.depthM / 2,
        )
      }
    }
  })
  it('leave a way in of 1.2 m at the middle of their front', () => {
    for (const stand of demo.stands) {
      const way = boxOf(0, stand.place.depthM / 2 - 0.45, 1.2, 0.9)
      for (const slot of stand.slots) {
        const { widthM, depthM } = FURNITURE[slot.kind]
        expect(
          overlap(way, boxOf(slot.xM, slot.zM, widthM, depthM, slot.turnDeg)),
          `${stand.slug}: ${slot.id}`,
        ).toBe(false)
      }
    }
  })
  it('show every product once, each on its own company’s stand', () => {
    const shown = demo.stands.flatMap((stand) =>
      stand.slots.flatMap((slot) => slot.productSlugs.map((slug) => [slug, stand.companySlug])),
    )
    expect(Object.fromEntries(shown)).toEqual(
      Object.fromEntries(demo.products.map((product) => [product.slug, product.companySlug])),
    )
    expect(shown).toHaveLength(demo.products.length)
  })
  it('include one of 36 m² with at least 12 products', () => {
    const counts = demo.stands
      .filter((stand) => stand.place.areaM2 === 36)
      .map((stand) => stand.slots.flatMap((slot) => slot.productSlugs).length)
    expect(Math.max(...counts)).toBeGreaterThanOrEqual(12)
  })
})

describe('the products', () => {
  it('have valid specs, slugs and both languages', () => {
    expect(demo.products.length).toBeGreaterThanOrEqual(30)
    for (const product of demo.products) {
      expect(ProductSpec.safeParse(product.spec).error, product.slug).toBeUndefined()
      expect(Slug.safeParse(product.slug).success).toBe(true)
      expect(product.name.ru && product.summary.ru, product.slug).toBeTruthy()
    }
  })
  it('cover every kind of goods', () => {
    expect(new Set(demo.products.map((product) => product.spec.kind)).size).toBe(7)
  })
  it('weigh within 10 % of what their construction weighs', () => {
    for (const { spec, slug } of demo.products) {
      if (spec.kind !== 'fabric') continue
      const computed = weightFromConstruction(FabricSpec.parse(spec))!
      expect(Math.abs(computed / spec.weightGsm - 1), slug).toBeLessThan(0.1)
    }
  })
  it('raise no warning of unusual values', () => {
    expect(
      demo.products.flatMap((product) =>
        unusualValues(product.spec).map((warning) => [product.slug, warning.path]),
      ),
    ).toEqual([])
  })
  it('mark every certificate and report as an example', () => {
    const certificates = [
      ...demo.companies.flatMap((company) => company.certificates),
      ...demo.products.flatMap((product) => product.spec.certificates),
    ]
    for (const certificate of certificates)
      expect([certificate.proof.state, certificate.number]).toEqual([
        'example',
        expect.stringContaining('EXAMPLE'),
      ])
    for (const test of demo.products.flatMap((product) => product.spec.tests))
      expect(test.reportNumber).toContain('EXAMPLE')
  })
})

describe('the people', () => {
  it('include an owner for each company, a buyer, a host and an organiser, each with an address of their own', () => {
    for (const company of demo.companies)
      expect(
        demo.people.some((person) => person.role === 'owner' && person.companySlug === company.slug),
        company.slug,
      ).toBe(true)
    for (const role of ['buyer', 'host', 'organiser'])
      expect(demo.people.some((person) => person.role === role)).toBe(true)
    expect(new Set(demo.people.map((person) => person.email)).size).toBe(demo.people.length)
  })
})
