import { describe, expect, it } from 'vitest'
import { allocate, type Demand } from '#server/live/sfu/forward/allocation.ts'

const camera = (current = -1): Demand => ({ priority: 1, rates: [100_000, 400_000, 1_500_000], current })
const screen: Demand = { priority: 100, rates: [300_000, 1_000_000], current: -1 }

describe('sharing a viewer’s line', () => {
  it('gives everybody the best where it fits', () => {
    expect(allocate([camera(), camera(), screen], 10_000_000)).toEqual([2, 2, 1])
  })

  it('gives the screen its picture first where little fits', () => {
    expect(allocate([camera(), camera(), screen], 350_000)).toEqual([-1, -1, 0])
    expect(allocate([camera(), camera(), screen], 450_000)).toEqual([0, -1, 0])
  })

  it('lets all have a small picture before one has a large one', () => {
    expect(allocate([camera(), camera(), camera()], 400_000)).toEqual([0, 0, 0])
  })

  it('goes up only where there is room to spare, and stays where there is just enough', () => {
    expect(allocate([camera(0)], 410_000)).toEqual([0])
    expect(allocate([camera(1)], 410_000)).toEqual([1])
  })

  it('gives nothing of nothing', () => {
    expect(allocate([camera(), screen], 0)).toEqual([-1, -1])
    expect(allocate([], 1_000_000)).toEqual([])
  })
})
