import { describe, expect, it } from 'vitest'
import { nextRate, type TickRate } from '#server/showroom/ticker.ts'

const after = (shares: number[], from: TickRate = 15) => shares.reduce<TickRate>(nextRate, from)

describe('tick rate', () => {
  it('[PR15] falls from 15 to 10 a second under load, and no further', () => {
    expect([after([0.9]), after([0.9, 0.9]), after([0.9, 0.9, 0.9])]).toEqual([12, 10, 10])
  })

  it('[PR15] rises again when there is time, and stays where it is in between', () => {
    expect(after([0.2, 0.2], 10)).toBe(15)
    expect(after([0.5, 0.5], 10)).toBe(10)
    expect(after([0.1])).toBe(15)
  })
})
