import { describe, expect, it } from 'vitest'
import { createLossWatch } from '#server/live/sfu/forward/loss-watch.ts'

describe('watching a stream for losses', () => {
  it('asks for a gap after what is merely reordered had time to come, and again after a round trip', () => {
    const watch = createLossWatch(90_000)
    watch.take(10, 0, 0)
    watch.take(13, 0, 1)
    expect(watch.toAsk(2, 50)).toEqual([])
    expect(watch.toAsk(12, 50)).toEqual([11, 12])
    expect(watch.toAsk(40, 50)).toEqual([])
    watch.take(11, 0, 50)
    expect(watch.toAsk(70, 50)).toEqual([12])
  })

  it('asks over the wrap of the numbers', () => {
    const watch = createLossWatch(90_000)
    watch.take(0xfffe, 0, 0)
    watch.take(1, 0, 1)
    expect(watch.toAsk(20, 50)).toEqual([0xffff, 0])
  })

  it('gives up on what nobody would wait for any more', () => {
    const watch = createLossWatch(90_000)
    watch.take(1, 0, 0)
    watch.take(3, 0, 1)
    expect(watch.toAsk(2000, 50)).toEqual([])
  })

  it('takes a jump for a new beginning', () => {
    const watch = createLossWatch(90_000)
    watch.take(1, 0, 0)
    watch.take(30_000, 0, 1)
    expect(watch.toAsk(50, 50)).toEqual([])
  })

  it('reports the share of losses since the last report', () => {
    const watch = createLossWatch(90_000)
    for (let sequence = 0; sequence < 100; sequence++)
      if (sequence % 10 !== 5) watch.take(sequence, 0, sequence)
    expect(watch.report().lossShare).toBeCloseTo(0.1, 2)
    for (let sequence = 100; sequence < 200; sequence++) watch.take(sequence, 0, sequence)
    expect(watch.report()).toMatchObject({ lossShare: 0, lost: 10, highestSequence: 199 })
  })
})
