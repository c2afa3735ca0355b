import { describe, expect, it } from 'vitest'
import type { Demand } from '#server/live/sfu/forward/allocation.ts'
import { createViewerLine } from '#server/live/sfu/forward/viewer-line.ts'

const camera = (current: number): Demand => ({ priority: 1, rates: [100_000, 400_000, 1_500_000], current })

describe('what fits through a viewer’s line', () => {
  it('is everything until something is known of it', () => {
    expect(createViewerLine().share([camera(0)], 40_000, 0)).toEqual([2])
  })

  it('serves sound before pictures', () => {
    const line = createViewerLine()
    line.takeEstimate(120_000)
    // The first second is no trial yet: what the estimate says counts.
    line.share([camera(0)], 0, 0)
    line.takeLoss(0.5)
    expect(line.share([camera(0)], 60_000, 10)).toEqual([-1])
  })

  it('tries a step more where the estimate holds a picture down, and takes it back where it fails', () => {
    const line = createViewerLine()
    line.takeEstimate(300_000)
    expect(line.share([camera(0)], 0, 0)).toEqual([1])
    line.takeEstimate(150_000)
    expect(line.share([camera(1)], 0, 300)).toEqual([0])
    // It failed: there is no other trial for some seconds.
    expect(line.share([camera(0)], 0, 600)).toEqual([0])
    expect(line.share([camera(0)], 0, 1500)).toEqual([0])
    expect(line.share([camera(0)], 0, 5000)).toEqual([1])
  })

  it('keeps the step where the estimate grew with it', () => {
    const line = createViewerLine()
    line.takeEstimate(300_000)
    line.share([camera(0)], 0, 0)
    line.takeEstimate(900_000)
    expect(line.share([camera(1)], 0, 3500)[0]).toBeGreaterThanOrEqual(1)
  })

  it('sends less where much is lost, but never nothing for losses alone', () => {
    const line = createViewerLine()
    line.share([camera(2)], 0, 0)
    for (let report = 0; report < 30; report++) {
      line.takeLoss(0.4)
      line.share([camera(2)], 0, report * 300)
    }
    expect(line.share([camera(2)], 0, 10_000)).toEqual([0])
  })
})
