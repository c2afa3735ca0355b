import { describe, expect, it } from 'vitest'
import { collectObstacles, isFree } from '#shared/geometry/collision.ts'
import { distanceToStand, hallToStand, isInStand, type StandPlaceData } from '#shared/geometry/stand-plan.ts'
import { standView } from '#shared/geometry/stand-view.ts'
import type { Slot } from '#shared/model/fair.ts'
import { buildHall, buildPlace, buildSlot } from './build-plan.ts'

const WIDE = { halfWidth: 0.67, halfHeight: 0.47 }
const UPRIGHT = { halfWidth: 0.34, halfHeight: 0.63 }
const wallOfGoods: Slot = { ...buildSlot('wall', 3), zM: -1.38 }

/** Where one looks at a stand from, in the stand's own metres, and how far its goods lie off the middle of the gaze. */
function look(
  place: StandPlaceData,
  slots: Slot[],
  { frame = WIDE, others = [] }: { frame?: typeof WIDE; others?: StandPlaceData[] } = {},
) {
  const stand = { place, layout: { slots } }
  const stands = [stand, ...others.map((other) => ({ place: other, layout: { slots: [] } }))]
  const obstacles = collectObstacles(buildHall(), stands)
  const view = standView(stand, stands, obstacles, frame)
  const heading = (view.headingDeg * Math.PI) / 180
  const ahead = { xM: view.xM + 5 * Math.sin(heading), zM: view.zM - 5 * Math.cos(heading) }
  return {
    view,
    obstacles,
    own: hallToStand(place, view.xM, view.zM),
    ownAhead: hallToStand(place, ahead.xM, ahead.zM),
    distanceM: distanceToStand(place, view.xM, view.zM),
  }
}

describe('the view of a stand', () => {
  it.each([0, 90, 180, 270] as const)('is from before its open front at %d°, looking in', (headingDeg) => {
    const { own, ownAhead, distanceM, view, obstacles } = look(buildPlace({ headingDeg }), [wallOfGoods])
    expect(distanceM).toBeGreaterThanOrEqual(2.5)
    expect(distanceM).toBeLessThanOrEqual(4.5)
    expect(own.zM).toBeGreaterThan(1.5)
    expect(Math.abs(ownAhead.xM)).toBeLessThan(3)
    expect(ownAhead.zM).toBeLessThan(own.zM - 3)
    expect(isFree(obstacles, view.xM, view.zM)).toBe(true)
  })

  it('never is from behind a wall', () => {
    const facingBack: Slot = { ...wallOfGoods, turnDeg: 180 }
    expect(look(buildPlace(), [facingBack]).own.zM).toBeGreaterThan(1.5)
  })

  it('of a corner is from where goods face', () => {
    const onLeft: Slot = { ...buildSlot('wall', 3), xM: -2.88, turnDeg: 90 }
    const facing: Slot = { ...onLeft, turnDeg: 270 }
    const { own, ownAhead } = look(buildPlace({ shape: 'corner' }), [facing])
    expect(own.xM).toBeGreaterThan(0)
    expect(ownAhead.xM).toBeLessThan(own.xM)
  })

  it('of an island is from the side that shows most', () => {
    const place = buildPlace({ shape: 'island', depthM: 6, areaM2: 36 })
    const behind: Slot = { ...buildSlot('wall', 3), turnDeg: 180 }
    expect(look(place, [behind]).own.zM).toBeLessThan(-3)
  })

  it('goes round what is tall and hides the goods', () => {
    const screen: Slot = { ...buildSlot('shelf', 0), zM: 1.2 }
    const [few, hidden] = [{ ...buildSlot('plinth', 1), zM: -0.6 }, look(buildPlace(), [])]
    const { own } = look(buildPlace(), [few, screen])
    // The way of the eye from there to the goods passes beside the shelf, not through it.
    const atShelf = own.xM * ((1.2 + 0.6) / (own.zM + 0.6))
    expect(Math.abs(atShelf)).toBeGreaterThan(0.6)
    expect(hidden.own.zM).toBeGreaterThan(1.5)
  })

  it('is not from another stand', () => {
    const opposite = buildPlace({ zM: 5.9, headingDeg: 180 })
    const { view } = look(buildPlace(), [wallOfGoods], { others: [opposite] })
    expect(isInStand(opposite, view.xM, view.zM)).toBe(false)
  })

  it('is from farther off where the picture is narrow', () => {
    const alongBack = [-1.6, 1.6].map((xM) => ({ ...wallOfGoods, xM }))
    const wide = look(buildPlace(), alongBack)
    const upright = look(buildPlace(), alongBack, { frame: UPRIGHT })
    expect(upright.distanceM).toBeGreaterThan(wide.distanceM)
  })

  it('is the plain arrival where the plan leaves no such place', () => {
    const around = buildPlace({ zM: 6.5, widthM: 29, depthM: 10, headingDeg: 180 })
    const { own } = look(buildPlace(), [wallOfGoods], { others: [around] })
    expect(own.xM).toBeCloseTo(0)
    expect(own.zM).toBeCloseTo(4)
  })
})
