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

  it('disbelieves an estimate of a line on which nothing queues: each trial that goes well asks for twice as much', () => {
    const line = createViewerLine()
    const cameras = [camera(-1), camera(-1), camera(-1), camera(-1)]
    const given = (nowMs: number) => {
      line.takeRoundTrip(20, nowMs)
      return line.share(cameras, 40_000, nowMs)
    }
    // A machine that was busy for a second.
    line.takeEstimate(30_000)
    expect(given(0).filter((layer) => layer >= 0)).toHaveLength(1)
    expect(given(2600).filter((layer) => layer >= 0)).toHaveLength(2)
    expect(given(5200).filter((layer) => layer >= 0)).toHaveLength(4)
    // And what was proven stays.
    for (let ms = 5500; ms < 20_000; ms += 300) given(ms)
    line.takeEstimate(30_000)
    expect(given(20_000)).not.toContain(-1)
  })

  it('pauses nothing that flows without a queue, whatever the estimate says', () => {
    const line = createViewerLine()
    line.takeEstimate(30_000)
    for (let ms = 0; ms < 60_000; ms += 300) {
      line.takeRoundTrip(20, ms)
      expect(line.share([camera(0), camera(0)], 40_000, ms)).not.toContain(-1)
    }
  })

  /** A line of 150 kbit/s, on which packets queue while more flows; tells what each of two cameras was given when. */
  const narrow = (seconds: number) => {
    const line = createViewerLine()
    let layers = [0, 0]
    let queuedMs = 0
    const told: { atMs: number; layers: number[] }[] = []
    for (let ms = 0; ms < seconds * 1000; ms += 300) {
      const flows = layers.reduce((sum, layer) => sum + (camera(0).rates[layer] ?? 0), 0)
      queuedMs = Math.max(0, queuedMs + (flows / 150_000 - 1) * 300)
      line.takeRoundTrip(20 + queuedMs, ms)
      line.takeEstimate(Math.min(flows, 150_000))
      layers = line.share(
        layers.map((layer) => camera(layer)),
        0,
        ms,
      )
      told.push({ atMs: ms, layers })
    }
    return told
  }

  it('pauses a picture where the queue stays, and not before three seconds of it', () => {
    const [paused] = narrow(20).filter(({ layers }) => layers.includes(-1))
    expect(paused?.atMs).toBeGreaterThan(3000)
    expect(paused?.atMs).toBeLessThan(6000)
    expect(paused?.layers).toContain(0)
  })

  it('takes back at once what a narrow line did not carry when it was tried again', () => {
    const told = narrow(120)
    const after = told.slice(told.findIndex(({ layers }) => layers.includes(-1)))
    const both = after.filter(({ layers }) => !layers.includes(-1))
    expect(both.length).toBeGreaterThan(0)
    expect(both.length / after.length).toBeLessThan(0.2)
  })

  it('tries a picture that stopped after a second: not in the queue that stopped it, and not seconds later', () => {
    const line = createViewerLine()
    line.takeEstimate(30_000)
    let layer = 0
    const given = (roundTripMs: number, ms: number) => {
      line.takeRoundTrip(roundTripMs, ms)
      layer = line.share([{ priority: 1, rates: [100_000], current: layer }], 0, ms)[0] ?? -1
    }
    let ms = 0
    for (; ms < 10_000; ms += 300) given(20, ms)
    for (; layer === 0; ms += 300) given(500, ms)
    const stoppedMs = ms
    // What made the queue is gone.
    for (; layer === -1; ms += 300) given(20, ms)
    expect(ms - stoppedMs).toBeGreaterThan(600)
    expect(ms - stoppedMs).toBeLessThan(1500)
  })

  it('never pauses what costs next to nothing', () => {
    const line = createViewerLine()
    line.takeEstimate(20_000)
    const still: Demand = { priority: 1, rates: [9000], current: 0 }
    expect(line.share([still, still, camera(0)], 300_000, 100).slice(0, 2)).toEqual([0, 0])
  })

  it('tries a paused picture again at least every ten seconds', () => {
    const line = createViewerLine()
    line.takeEstimate(30_000)
    const tried: number[] = []
    for (let ms = 0; ms < 120_000; ms += 250) {
      // Whatever is tried fills a queue.
      line.takeRoundTrip(ms - (tried.at(-1) ?? -Infinity) < 500 ? 500 : 20, ms)
      if (line.share([camera(-1)], 0, ms)[0] === 0) tried.push(ms)
    }
    const pauses = tried.slice(1).map((ms, at) => ms - (tried[at] ?? 0))
    expect(Math.max(...pauses)).toBeGreaterThan(8000)
    expect(Math.max(...pauses)).toBeLessThanOrEqual(10_500)
  })

  it('takes a trial back while its packets queue, and what was proven bit by bit once they do', () => {
    const line = createViewerLine()
    const given = (roundTripMs: number, nowMs: number) => {
      line.takeRoundTrip(roundTripMs, nowMs)
      return line.share([camera(0)], 0, nowMs)
    }
    given(20, 0)
    line.takeEstimate(150_000)
    // Tried, proven.
    expect(given(20, 300)).toEqual([1])
    expect(given(20, 2900)[0]).toBeGreaterThanOrEqual(1)
    // All answers of some seconds come late: a queue.
    for (let ms = 3200; ms < 12_000; ms += 300) given(400, ms)
    expect(given(400, 12_000)).toEqual([0])
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
