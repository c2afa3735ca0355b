import { describe, expect, it } from 'vitest'
import { createQueueWatch } from '#server/live/sfu/forward/queue-watch.ts'

describe('the queue of a line', () => {
  it('is unknown until something is heard, and once nothing was heard for long', () => {
    const queue = createQueueWatch()
    expect(queue.delayMs(0)).toBeUndefined()
    queue.take(30, 0)
    expect(queue.delayMs(1000)).toBe(0)
    expect(queue.delayMs(5000)).toBeUndefined()
  })

  it('is not what one late answer shows, but what all of them show', () => {
    const queue = createQueueWatch()
    for (let ms = 0; ms < 5000; ms += 500) queue.take(30, ms)
    queue.take(700, 5000)
    expect(queue.delayMs(5000)).toBe(0)
    for (let ms = 5500; ms < 9000; ms += 500) queue.take(300, ms)
    expect(queue.delayMs(9000)).toBe(270)
  })

  it('takes a longer way for usual after a while', () => {
    const queue = createQueueWatch()
    queue.take(30, 0)
    for (let ms = 1000; ms < 130_000; ms += 1000) queue.take(200, ms)
    expect(queue.delayMs(129_000)).toBe(0)
  })
})
