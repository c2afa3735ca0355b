import { describe, expect, it } from 'vitest'
import { demoFair } from '#assets/demo-fair.ts'
import { collectObstacles, isFree } from '#shared/geometry/collision.ts'
import { FURNITURE } from '#shared/geometry/furniture.ts'
import { distanceToStand, openSides, standToHall } from '#shared/geometry/stand-plan.ts'
import { standView } from '#shared/geometry/stand-view.ts'
import { createWalkGrid, findWay } from '#shared/geometry/walk-path.ts'
import { Hall, StandLayout, StandPlace } from '#shared/model/fair.ts'
import { uuid } from '#test/shared/geometry/build-plan.ts'

const demo = demoFair()
type Box = { name: string; left: number; right: number; back: number; front: number }
type Area = { xM: number; zM: number; widthM: number; depthM: number; headingDeg?: number }
const boxOf = (name: string, { xM, zM, widthM, depthM, headingDeg = 0 }: Area): Box => {
  const [w, d] = Math.abs(Math.round(headingDeg / 90)) % 2 === 1 ? [depthM, widthM] : [widthM, depthM]
  return { name, left: xM - w / 2, right: xM + w / 2, back: zM - d / 2, front: zM + d / 2 }
}
const overlap = (a: Box, b: Box) =>
  a.left < b.right - 1e-9 && b.left < a.right - 1e-9 && a.back < b.front - 1e-9 && b.back < a.front - 1e-9
const pairs = <T>(list: readonly T[]) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const))
const within = (box: Box, widthM: number, depthM: number) =>
  Math.max(-box.left, box.right) <= widthM / 2 + 1e-9 && Math.max(-box.back, box.front) <= depthM / 2 + 1e-9

it('the fair has two halls and 24 stands of every size and shape', () => {
  expect(demo.halls).toHaveLength(2)
  expect(demo.stands).toHaveLength(24)
  for (const { place } of demo.stands) expect(place.widthM * place.depthM).toBe(place.areaM2)
  expect(new Set(demo.stands.map(({ place }) => place.areaM2))).toEqual(new Set([9, 18, 36]))
  expect(new Set(demo.stands.map(({ place }) => place.shape))).toEqual(new Set(['row', 'corner', 'island']))
})

describe.each(demo.halls)('$name', (plan) => {
  const hall = Hall.parse({ ...plan, id: '00000000-0000-4000-8000-000000000001' })
  const demoStands = demo.stands.filter((stand) => stand.hallSlug === plan.slug)
  const stands = demoStands.map(({ number, place, slots }) => ({
    name: number,
    place: StandPlace.parse(place),
    layout: StandLayout.parse({
      slots: slots.map(({ productSlugs, ...slot }) => ({ ...slot, productIds: productSlugs.map((_, at) => uuid(at)) })),
    }),
  })) // prettier-ignore
  const boxes = stands.map(({ name, place }) => boxOf(name, place))
  const aisles = hall.aisles.map((aisle) => boxOf(aisle.name, aisle))
  const areas = hall.areas.map((area) => boxOf(area.name, area))
  const obstacles = collectObstacles(hall, stands)
  const grid = createWalkGrid(obstacles)

  it('keeps stands, areas and aisles apart and inside', () => {
    for (const [a, b] of pairs([...boxes, ...areas]))
      expect(overlap(a, b), `${a.name} and ${b.name}`).toBe(false)
    for (const [a, b] of pairs([...aisles, ...areas]))
      expect(overlap(a, b), `${a.name} and ${b.name}`).toBe(false)
    for (const box of [...boxes, ...aisles, ...areas])
      expect(within(box, hall.widthM, hall.depthM), box.name).toBe(true)
    for (const [stand, aisle] of boxes.flatMap((box) => aisles.map((other) => [box, other] as const)))
      expect(overlap(stand, aisle), `${stand.name} in ${aisle.name}`).toBe(false)
  })

  it('has aisles of at least 3 m, and 3 m of aisle before every open side', () => {
    for (const aisle of hall.aisles) expect(Math.min(aisle.widthM, aisle.depthM)).toBeGreaterThanOrEqual(3)
    for (const { place, name } of stands)
      for (const side of openSides(place)) {
        const [dx, dz] = { front: [0, 1], right: [1, 0], back: [0, -1], left: [-1, 0] }[side]
        for (const step of [0.1, 1.5, 2.9]) {
          const at = standToHall(place, dx! * (place.widthM / 2 + step), dz! * (place.depthM / 2 + step))
          const inAisle = aisles.some(
            (box) => at.xM >= box.left && at.xM <= box.right && at.zM >= box.back && at.zM <= box.front,
          )
          expect(inAisle, `${name} ${side} ${step}`).toBe(true)
        }
      }
  })

  it('lets one see from the entrance along the central aisle to the stage, 3 m wide', () => {
    const view = boxOf('view', {
      xM: 0,
      zM: (hall.entrance.zM - hall.depthM / 2) / 2,
      widthM: 3,
      depthM: hall.entrance.zM + hall.depthM / 2,
    })
    for (const stand of boxes) expect(overlap(view, stand), stand.name).toBe(false)
    expect(areas.some((area) => overlap(view, area))).toBe(true)
    expect(isFree(obstacles, hall.entrance.xM, hall.entrance.zM, 1)).toBe(true)
  })

  it('lets one walk from the entrance to every stand, in, and to each piece of furniture on it', () => {
    for (const { place, layout, name } of stands) {
      const inside = standToHall(place, 0, place.depthM / 2 - 0.4)
      expect(isFree(obstacles, inside.xM, inside.zM), `${name}, at its front`).toBe(true)
      expect(findWay(grid, hall.entrance, inside), name).not.toBeNull()
      for (const slot of layout.slots) {
        // Within arm's reach of some side of it: 0.4 m off its edge.
        const { widthM, depthM } = FURNITURE[slot.kind]
        const reach = [
          [0, depthM / 2 + 0.4],
          [widthM / 2 + 0.4, 0],
          [-widthM / 2 - 0.4, 0],
          [0, -depthM / 2 - 0.4],
        ].map(([x, z]) => {
          const turn = (slot.turnDeg * Math.PI) / 180
          return standToHall(
            place,
            slot.xM + x! * Math.cos(turn) - z! * Math.sin(turn),
            slot.zM + x! * Math.sin(turn) + z! * Math.cos(turn),
          )
        })
        const canReach = reach.some(
          (point) => isFree(obstacles, point.xM, point.zM) && findWay(grid, hall.entrance, point) !== null,
        )
        expect(canReach, `${name}: ${slot.id}`).toBe(true)
      }
    }
  })

  it.each([
    ['beside a panel', { halfWidth: 0.67, halfHeight: 0.47 }],
    ['on a phone', { halfWidth: 0.34, halfHeight: 0.63 }],
  ])('lets one see every stand from an aisle, 2.5 to 4.5 m off, in a picture %s', (_, frame) => {
    for (const stand of stands) {
      const view = standView(stand, stands, obstacles, frame)
      const distance = distanceToStand(stand.place, view.xM, view.zM)
      expect(distance, stand.name).toBeGreaterThanOrEqual(2.5)
      expect(distance, stand.name).toBeLessThanOrEqual(4.5)
      expect(isFree(obstacles, view.xM, view.zM), stand.name).toBe(true)
    }
  })

  it('has furniture that fits in its stand, off its walls, and does not overlap', () => {
    for (const { number, place, slots } of demoStands) {
      const pieces = slots.map((slot) =>
        boxOf(slot.id, { ...slot, ...FURNITURE[slot.kind], headingDeg: slot.turnDeg }),
      )
      for (const [a, b] of pairs(pieces)) expect(overlap(a, b), `${number}: ${a.name}, ${b.name}`).toBe(false)
      for (const piece of pieces)
        expect(within(piece, place.widthM - 0.05, place.depthM - 0.05), `${number}: ${piece.name}`).toBe(true)
    }
  })

  it('leaves the 0.6 m behind each front free in the middle, 1.2 m wide', () => {
    for (const { number, place, slots } of demoStands) {
      const way = boxOf('way', { xM: 0, zM: place.depthM / 2 - 0.3, widthM: 1.2, depthM: 0.6 })
      for (const slot of slots) {
        const piece = boxOf(slot.id, { ...slot, ...FURNITURE[slot.kind], headingDeg: slot.turnDeg })
        expect(overlap(way, piece), `${number}: ${slot.id}`).toBe(false)
      }
    }
  })

  it('shows as many goods as fill a stand of its size', () => {
    const range = { 9: [7, 24], 18: [14, 24], 36: [30, 38] } as const
    for (const { number, place, slots } of demoStands) {
      const count = slots.flatMap(({ productSlugs }) => productSlugs).length
      expect(count, number).toBeGreaterThanOrEqual(range[place.areaM2][0])
      expect(count, number).toBeLessThanOrEqual(range[place.areaM2][1])
    }
  })
})

it('every product stands on its own company’s stand', () => {
  const shown = demo.stands.flatMap((stand) =>
    stand.slots.flatMap((slot) => slot.productSlugs.map((slug) => [slug, stand.companySlug])),
  )
  expect(Object.fromEntries(shown)).toEqual(
    Object.fromEntries(demo.products.map((product) => [product.slug, product.companySlug])),
  )
})
