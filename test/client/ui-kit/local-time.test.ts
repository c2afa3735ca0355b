import { describe, expect, it } from 'vitest'
import { fromLocalTime, toLocalTime } from '#client/ui-kit/local-time.ts'

describe('the times of a form', () => {
  it('come back as the moment they were made from, in winter and in summer', () => {
    for (const instant of ['2026-11-01T06:00:00.000Z', '2027-07-09T21:45:00.000Z']) {
      expect(toLocalTime(instant)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
      expect(fromLocalTime(toLocalTime(instant))).toBe(instant)
    }
  })
  it('are no moment while they are not filled in', () => {
    expect([fromLocalTime(''), fromLocalTime('soon')]).toEqual(['', ''])
  })
})
