import { describe, expect, it } from 'vitest'
import { createRenumbering } from '#server/live/sfu/forward/renumbering.ts'

describe('numbers of a stream for one viewer', () => {
  it('run on without gaps over skipped packets, a wrap and a new source', () => {
    const numbers = createRenumbering()
    numbers.restart(65_530)
    const given: number[] = []
    for (let sequence = 65_530; sequence < 65_550; sequence++) {
      if (sequence % 3 === 0) numbers.skip(sequence & 0xffff)
      else given.push(numbers.number(sequence & 0xffff) ?? -1)
    }
    numbers.restart(40_000)
    given.push(numbers.number(40_000) ?? -1, numbers.number(40_001) ?? -1)
    given.forEach((number, at) => expect(number).toBe(((given[0] ?? 0) + at) & 0xffff))
  })

  it('keep the number free that belongs to a late packet', () => {
    const numbers = createRenumbering()
    numbers.restart(10)
    const first = numbers.number(10) ?? 0
    expect(numbers.number(13)).toBe(first + 3)
    numbers.skip(14)
    expect(numbers.number(15)).toBe(first + 4)
    expect(numbers.number(11)).toBe(first + 1)
    expect(numbers.number(12)).toBe(first + 2)
  })

  it('are refused to what is from before the first source or too old', () => {
    const numbers = createRenumbering()
    expect(numbers.number(1)).toBeUndefined()
    numbers.restart(5000)
    numbers.number(5000)
    expect(numbers.number(3000)).toBeUndefined()
  })
})
