import { describe, expect, it } from 'vitest'
import { areaArrival, areaPieces } from '#shared/geometry/area-furniture.ts'
import { collectObstacles, isFree } from '#shared/geometry/collision.ts'
import { turnPoint } from '#shared/geometry/stand-plan.ts'
import type { HallArea } from '#shared/model/fair.ts'
import { buildHall } from './build-plan.ts'

const area = (kind: HallArea['kind'], overrides: Partial<HallArea> = {}): HallArea => ({
  kind, name: 'Area', xM: 3, zM: -2, widthM: 14, depthM: 7, headingDeg: 0, ...overrides,
}) // prettier-ignore

describe('furniture of a common area', () => {
  it.each(
    (['stage', 'lounge', 'forum'] as const).flatMap((kind) =>
      ([0, 90, 180, 270] as const).map((headingDeg) => ({ kind, headingDeg })),
    ),
  )('of a $kind turned by $headingDeg stays within it', ({ kind, headingDeg }) => {
    const own = area(kind, { headingDeg })
    const pieces = areaPieces(own)
    expect(pieces.length).toBeGreaterThan(3)
    for (const piece of pieces) {
      const { xM, zM } = turnPoint(piece.xM - own.xM, piece.zM - own.zM, -headingDeg)
      expect(Math.abs(xM)).toBeLessThanOrEqual(own.widthM / 2)
      expect(Math.abs(zM)).toBeLessThanOrEqual(own.depthM / 2)
    }
  })

  it('leaves a way through the middle of the seats up to the stage', () => {
    const own = area('stage', { xM: 0, zM: 0 })
    const obstacles = collectObstacles(buildHall({ areas: [own] }), [])
    for (let z = own.depthM / 2; z > 0.6; z -= 0.1) expect(isFree(obstacles, 0, z)).toBe(true)
  })

  it.each([0, 90, 180, 270] as const)('is arrived at before its front, looking in, at %d°', (headingDeg) => {
    const own = area('stage', { headingDeg })
    const arrival = areaArrival(own)
    const { xM, zM } = turnPoint(arrival.xM - own.xM, arrival.zM - own.zM, -headingDeg)
    expect(xM).toBeCloseTo(0)
    expect(zM).toBeCloseTo(own.depthM / 2 + 1)
    expect(arrival.headingDeg).toBe(headingDeg)
  })

  it('seats face the stage', () => {
    for (const piece of areaPieces(area('stage')))
      if (piece.kind === 'chairRow') expect(piece.turnDeg).toBe(180)
  })

  it('stops visitors: nobody walks through a sofa', () => {
    const own = area('lounge')
    const obstacles = collectObstacles(buildHall({ areas: [own] }), [])
    const sofa = areaPieces(own).find(({ kind }) => kind === 'sofa')!
    expect(isFree(obstacles, sofa.xM, sofa.zM)).toBe(false)
  })
})
