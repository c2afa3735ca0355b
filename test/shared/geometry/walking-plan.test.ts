import { describe, expect, it } from 'vitest'
import { collectObstacles, isFree, slideMove, VISITOR_RADIUS_M } from '#shared/geometry/collision.ts'
import { createWalkGrid, findWay, nearestFreePoint } from '#shared/geometry/walk-path.ts'
import { buildHall, buildPlace, buildSlot } from './build-plan.ts'

const stand = { place: buildPlace(), layout: { slots: [] } }
const obstacles = collectObstacles(buildHall(), [stand])
const grid = createWalkGrid(obstacles)

/** Deterministic numbers in 0..1. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

describe('walking into things', () => {
  it('stops at a wall', () => {
    const point = { xM: 0, zM: -3 }
    slideMove(obstacles, point, 0, 2)
    expect(point.zM).toBeLessThan(-1.5 - VISITOR_RADIUS_M + 0.001)
  })

  it('slides along a wall rather than sticking to it', () => {
    const point = { xM: 0, zM: -3 }
    slideMove(obstacles, point, 1.5, 1.5)
    expect(point.xM).toBeCloseTo(1.5, 1)
    expect(point.zM).toBeLessThan(-1.7)
  })

  it('passes no wall however long the step', () => {
    const point = { xM: 0, zM: -3 }
    slideMove(obstacles, point, 0, 40)
    expect(point.zM).toBeLessThan(-1.5)
  })

  it('walks in through the open front', () => {
    const point = { xM: 0, zM: 3 }
    slideMove(obstacles, point, 0, -3)
    expect(point.zM).toBeCloseTo(0)
  })

  it('stays in the hall', () => {
    const point = { xM: 14, zM: 0 }
    slideMove(obstacles, point, 8, 0)
    expect(point.xM).toBeLessThanOrEqual(15 - VISITOR_RADIUS_M)
  })

  it('goes around furniture that is turned', () => {
    const turned = {
      place: buildPlace(),
      layout: { slots: [{ ...buildSlot('table', 0), zM: 0.4, turnDeg: 30 }] },
    }
    const withTable = collectObstacles(buildHall(), [turned])
    expect(isFree(withTable, 0, 0.4)).toBe(false)
    const point = { xM: 0.1, zM: 3 }
    slideMove(withTable, point, 0, -2.4)
    expect(point.zM).toBeGreaterThan(0.4)
    expect(isFree(withTable, point.xM, point.zM, VISITOR_RADIUS_M - 0.01)).toBe(true)
  })

  it('never ends within anything, wherever 2,000 random steps lead (seed 11)', () => {
    const random = randomFrom(11)
    const furnished = {
      place: buildPlace(),
      layout: {
        slots: [
          { ...buildSlot('table', 0), turnDeg: 17 },
          { ...buildSlot('plinth', 0), xM: 2, zM: 0.5 },
        ],
      },
    }
    const busy = collectObstacles(buildHall(), [furnished])
    const point = { xM: 0, zM: 5 }
    for (let step = 0; step < 2000; step++) {
      slideMove(busy, point, (random() - 0.5) * 1.4, (random() - 0.52) * 1.4)
      expect(isFree(busy, point.xM, point.zM, VISITOR_RADIUS_M - 0.06)).toBe(true)
    }
  })
})

describe('the way to where one clicked', () => {
  it('is straight where nothing is between', () => {
    expect(findWay(grid, { xM: -8, zM: 5 }, { xM: 8, zM: 5 })).toEqual([{ xM: 8, zM: 5 }])
  })

  it('leads around walls, every leg of it free', () => {
    const from = { xM: 0, zM: -4 }
    const way = findWay(grid, from, { xM: 0, zM: 0 })
    expect(way?.at(-1)).toEqual({ xM: 0, zM: 0 })
    expect(way?.length).toBeGreaterThan(1)
    let here = from
    for (const corner of way ?? []) {
      for (let share = 0; share <= 1; share += 0.02) {
        const x = here.xM + (corner.xM - here.xM) * share
        const z = here.zM + (corner.zM - here.zM) * share
        expect(isFree(obstacles, x, z, 0.25)).toBe(true)
      }
      here = corner
    }
  })

  it('ends beside what stands at the goal', () => {
    const full = { place: buildPlace(), layout: { slots: [{ ...buildSlot('plinth', 0), xM: 0, zM: 0.5 }] } }
    const withPlinth = createWalkGrid(collectObstacles(buildHall(), [full]))
    const way = findWay(withPlinth, { xM: 0, zM: 6 }, { xM: 0, zM: 0.5 })
    const end = way?.at(-1)
    expect(end && isFree(withPlinth.obstacles, end.xM, end.zM)).toBe(true)
    expect(end && Math.hypot(end.xM, end.zM - 0.5)).toBeLessThan(1.2)
  })

  it('finds the nearest free place, or says that there is none', () => {
    expect(nearestFreePoint(grid, { xM: 3, zM: 8 })).toEqual({ xM: 3, zM: 8 })
    expect(nearestFreePoint(grid, { xM: 0, zM: -1.5 })).not.toBeNull()
    expect(nearestFreePoint(grid, { xM: 200, zM: 0 }, 1)).not.toBeNull()
  })
})
