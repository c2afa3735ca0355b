import { describe, expect, it } from 'vitest'
import { nearestSession } from '#client/sessions/hall/nearest-session.ts'

const stage = (name: string, xM: number) =>
  ({ kind: 'stage', name, xM, zM: -10, widthM: 8, depthM: 4, headingDeg: 0 }) as const
const hall = { id: 'hall-a', areas: [stage('Stage', 0), stage('Workshop', 12)] }
const onStage = (area: string, hallId = 'hall-a') =>
  ({ session: { place: { kind: 'area', hallId, area } } }) as const
const atStand = { session: { place: { kind: 'stand', standId: 'b7' } } } as const
const before = { xM: 0, zM: -6, standId: null }

describe('the session that a visitor is near', () => {
  it('is on the nearest stage within reach', () => {
    const held = [onStage('Workshop'), onStage('Stage')]
    expect(nearestSession(held, hall, before)).toBe(held[1])
    expect(nearestSession(held, hall, { ...before, xM: 11 })).toBe(held[0])
    expect(nearestSession(held, hall, { ...before, zM: 9 })).toBeUndefined()
  })

  it('is not on a stage of the same name in another hall', () => {
    const held = [onStage('Stage', 'hall-b'), onStage('Stage')]
    expect(nearestSession(held, hall, before)).toBe(held[1])
  })

  it('is the one at the stand that one is at, also where a stage is in sight', () => {
    const held = [onStage('Stage'), atStand]
    expect(nearestSession(held, hall, { ...before, standId: 'b7' })).toBe(atStand)
    expect(nearestSession(held, hall, before)).toBe(held[0])
  })

  it('is the first of two at one place', () => {
    const held = [onStage('Stage'), onStage('Stage')]
    expect(nearestSession(held, hall, before)).toBe(held[0])
  })
})
