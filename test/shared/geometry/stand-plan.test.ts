import { describe, expect, it } from 'vitest'
import {
  distanceToStand,
  hallToStand,
  isInStand,
  nearestAislePoint,
  openSides,
  standArrival,
  standSide,
  standToHall,
  standWalls,
  type StandPlaceData,
} from '#shared/geometry/stand-plan.ts'
import { anchorInHall, FURNITURE, slotAnchors } from '#shared/geometry/furniture.ts'
import { snapSlot, snapTurn } from '#shared/geometry/snapping.ts'
import { buildHall, buildSlot } from './build-plan.ts'

const row: StandPlaceData = { xM: 10, zM: -4, widthM: 6, depthM: 3, shape: 'row', areaM2: 18, headingDeg: 0 }

describe('a stand in its hall', () => {
  it('faces the entrance unturned and turns clockwise seen from above', () => {
    expect(standToHall(row, 0, 1.5)).toEqual({ xM: 10, zM: -2.5 })
    const turned = standToHall({ ...row, headingDeg: 90 }, 0, 1.5)
    expect(turned.xM).toBeCloseTo(8.5)
    expect(turned.zM).toBeCloseTo(-4)
  })

  it.each([0, 90, 180, 270] as const)('goes there and back at %d°', (headingDeg) => {
    const place = { ...row, headingDeg }
    const there = standToHall(place, 1.2, -0.7)
    const back = hallToStand(place, there.xM, there.zM)
    expect(back.xM).toBeCloseTo(1.2)
    expect(back.zM).toBeCloseTo(-0.7)
  })

  it('has walls on all sides that are not open', () => {
    expect(standWalls(row)).toHaveLength(3)
    expect(standWalls({ ...row, shape: 'corner' })).toHaveLength(2)
    expect(standWalls({ ...row, shape: 'island' })).toHaveLength(0)
    expect(openSides({ ...row, shape: 'corner' })).toEqual(['front', 'right'])
  })

  it('opens a corner towards +x of its own', () => {
    const side = standSide({ ...row, shape: 'corner' }, 'right')
    expect([side.ax, side.bx]).toEqual([13, 13])
  })

  it('knows who is within it and how far others are', () => {
    expect(isInStand(row, 12.9, -2.6)).toBe(true)
    expect(isInStand(row, 13.1, -2.6)).toBe(false)
    expect(isInStand(row, 13.1, -2.6, 0.2)).toBe(true)
    expect(distanceToStand(row, 16, 1.5)).toBeCloseTo(5)
    expect(distanceToStand(row, 10, -4)).toBe(0)
  })

  it.each([0, 90, 180, 270] as const)(
    'receives visitors before its front, looking in, at %d°',
    (headingDeg) => {
      const place = { ...row, headingDeg }
      const arrival = standArrival(place, 2)
      const heading = (arrival.headingDeg * Math.PI) / 180
      expect(distanceToStand(place, arrival.xM, arrival.zM)).toBeCloseTo(2)
      const ahead = { x: arrival.xM + 3 * Math.sin(heading), z: arrival.zM - 3 * Math.cos(heading) }
      expect(isInStand(place, ahead.x, ahead.z)).toBe(true)
    },
  )
})

describe('the way back to the aisle', () => {
  it('leads to the nearest aisle, off its edge', () => {
    const hall = buildHall()
    const point = nearestAislePoint(hall, 6, 2)
    expect(point).toEqual({ xM: 1.5, zM: 2 })
  })

  it('leads to the entrance where a hall has no aisles', () => {
    expect(nearestAislePoint({ ...buildHall(), aisles: [] }, 6, 2)).toEqual({ xM: 0, zM: 17 })
  })
})

describe('goods at their slots', () => {
  it('hang along a rail, each with room of its own', () => {
    const anchors = slotAnchors(buildSlot('headerRail', 4))
    expect(anchors).toHaveLength(4)
    expect(new Set(anchors.map((anchor) => anchor.fit))).toEqual(new Set(['hang']))
    const xs = anchors.map((anchor) => anchor.xM)
    expect(Math.max(...xs) - Math.min(...xs)).toBeLessThan(FURNITURE.headerRail.widthM)
    expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeGreaterThan((anchors[0]?.roomWidthM ?? 0) * 0.99)
  })

  it('stay on the table that they lie on, up to nine of them', () => {
    for (let count = 1; count <= 9; count++) {
      for (const anchor of slotAnchors(buildSlot('table', count))) {
        expect(Math.abs(anchor.xM) + anchor.roomWidthM / 2).toBeLessThanOrEqual(0.85)
        expect(Math.abs(anchor.zM)).toBeLessThan(FURNITURE.table.depthM / 2)
        expect(anchor.yM).toBe(FURNITURE.table.heightM)
      }
    }
  })

  it('leave out what a slot has no room for', () => {
    expect(slotAnchors(buildSlot('mannequin', 3))).toHaveLength(1)
    expect(slotAnchors(buildSlot('screen', 2))).toHaveLength(0)
    expect(slotAnchors(buildSlot('shelf', 24)).length).toBeLessThanOrEqual(16)
  })

  it('turn with their slot and their stand', () => {
    const [anchor] = slotAnchors({ ...buildSlot('plinth', 1), xM: 1, turnDeg: 30 })
    expect(anchor?.turnDeg).toBe(30)
    const inHall = anchor && anchorInHall({ ...row, headingDeg: 90 }, anchor)
    expect(inHall?.turnDeg).toBe(120)
    expect(inHall?.zM).toBeCloseTo(-3)
  })
})

describe('snapping furniture', () => {
  it('sets it with its back against a wall nearby', () => {
    const rest = snapSlot(row, { kind: 'shelf', xM: 0.52, zM: -1.1, turnDeg: 13 })
    expect(rest.turnDeg).toBe(0)
    expect(rest.zM).toBeCloseTo(-(1.5 - 0.21 - 0.04))
    expect(rest.xM).toBeCloseTo(0.5)
  })

  it('turns it to face into the stand at either side wall', () => {
    expect(snapSlot(row, { kind: 'shelf', xM: -2.7, zM: 0, turnDeg: 0 }).turnDeg).toBe(270)
    expect(snapSlot(row, { kind: 'shelf', xM: 2.7, zM: 0, turnDeg: 0 }).turnDeg).toBe(90)
  })

  it('keeps it within the stand, on the grid, where no wall is near', () => {
    const rest = snapSlot({ ...row, shape: 'island' }, { kind: 'table', xM: 9, zM: 0.33, turnDeg: 80 })
    expect(rest).toEqual({ xM: 2.6, zM: expect.closeTo(0.35), turnDeg: 90 })
  })

  it('knows the nearest quarter turn', () => {
    expect([-50, 44, 46, 359, 710].map(snapTurn)).toEqual([270, 0, 90, 0, 0])
  })
})
