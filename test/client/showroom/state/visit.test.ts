import { describe, expect, it } from 'vitest'
import { createOrbit, frameProduct, stepOrbit, turnOrbit, zoomOrbit } from '#client/showroom/state/orbit.ts'
import { type GoodsBox, pick, seeEachOther } from '#client/showroom/state/picking.ts'
import { listVisitors, type PoseSource } from '#client/showroom/state/pose-source.ts'
import { createTierSettler, firstTier, stepTier } from '#client/showroom/state/quality.ts'
import {
  chooseQuality, createVisit, goToAisle, goToPoint, goToStand, hasSamePlan, inspect, jumpTo, leaveInspection, placeAt, standAt, updateView,
} from '#client/showroom/state/visit.ts' // prettier-ignore
import { look, stepWalker } from '#client/showroom/state/walker.ts'
import { areaArrival } from '#shared/geometry/area-furniture.ts'
import { distanceToStand } from '#shared/geometry/stand-plan.ts'
import { buildPlace, buildSlot, uuid } from '#test/shared/geometry/build-plan.ts'
import { buildStand, buildVariants, buildView } from './build-view.ts'

const FRAME_S = 1 / 60

function walk(visit: ReturnType<typeof createVisit>, seconds: number): void {
  for (let frame = 0; frame < seconds * 60; frame++) stepWalker(visit.walker, visit.floor.obstacles, FRAME_S)
}

describe('walking through a hall', () => {
  it('begins at the entrance, looking in', () => {
    const { walker } = createVisit(buildView())
    expect(walker).toMatchObject({ xM: 0, zM: 17, headingRad: 0 })
  })

  it('goes the way that one looks', () => {
    const visit = createVisit(buildView())
    look(visit.walker, Math.PI / 2, 0)
    visit.walker.forward = 1
    walk(visit, 1)
    expect(visit.walker.xM).toBeCloseTo(2.2, 1)
    expect(visit.walker.zM).toBeCloseTo(17, 1)
  })

  it('is no faster than the server allows, whatever the frame rate', () => {
    const visit = createVisit(buildView())
    Object.assign(visit.walker, { forward: 1, sideways: 1, hurry: true })
    const before = { ...visit.walker }
    stepWalker(visit.walker, visit.floor.obstacles, 3)
    expect(Math.hypot(visit.walker.xM - before.xM, visit.walker.zM - before.zM)).toBeLessThan(8 * 0.1)
  })

  it('walks to a stand and looks into it', () => {
    const stand = buildStand({ place: buildPlace({ xM: -6, zM: 2, headingDeg: 270 }) })
    const visit = createVisit(buildView(stand))
    expect(goToStand(visit, stand.id)).toBe(true)
    walk(visit, 15)
    const distanceM = distanceToStand(stand.place, visit.walker.xM, visit.walker.zM)
    expect(distanceM).toBeGreaterThan(2.4)
    expect(distanceM).toBeLessThan(4.6)
    expect(Math.sin(visit.walker.headingRad)).toBeLessThan(-0.6)
    expect(standAt(visit.view, visit.walker)?.id).toBe(stand.id)
  })

  it('is at the stand that one looks at, not at a nearer one behind', () => {
    const ahead = buildStand({ place: buildPlace({ zM: -3 }) })
    const behind = buildStand({ id: uuid(101), place: buildPlace({ zM: 3, headingDeg: 180 }) })
    const view = buildView(ahead, behind)
    const { walker } = createVisit(view)
    Object.assign(walker, { xM: 0, zM: 1 })
    expect(standAt(view, walker)?.id).toBe(ahead.id)
    look(walker, Math.PI, 0)
    expect(standAt(view, walker)?.id).toBe(behind.id)
    Object.assign(walker, { xM: 0, zM: 3 })
    look(walker, Math.PI, 0)
    expect(standAt(view, walker)?.id).toBe(behind.id)
  })

  it('is in the lounge as soon as one arrives before it, and never at a stand and in the lounge at once', () => {
    const stand = buildStand({ place: buildPlace({ zM: -3 }) })
    const view = buildView(stand)
    const lounge = {
      kind: 'lounge',
      name: 'Lounge',
      xM: 0,
      zM: 4,
      widthM: 6,
      depthM: 4,
      headingDeg: 0,
    } as const
    const withLounge = { ...view, hall: { ...view.hall, areas: [lounge] } }
    const { walker } = createVisit(withLounge)
    const { xM, zM } = areaArrival(lounge)
    Object.assign(walker, { xM, zM })
    expect(placeAt(withLounge, walker)).toEqual({ standId: null, areaName: 'Lounge' })
    Object.assign(walker, { xM: 0, zM: 0.5 })
    expect(placeAt(withLounge, walker)).toEqual({ standId: stand.id, areaName: null })
    Object.assign(walker, { xM: 0, zM: 1.5, headingRad: 0 })
    expect(placeAt(withLounge, walker)).toEqual({ standId: stand.id, areaName: null })
    Object.assign(walker, { headingRad: Math.PI })
    expect(placeAt(withLounge, walker)).toEqual({ standId: null, areaName: 'Lounge' })
    Object.assign(walker, { xM: 0, zM: -3 })
    expect(placeAt(withLounge, walker)).toEqual({ standId: stand.id, areaName: null })
    Object.assign(walker, { xM: 20, zM: 17 })
    expect(placeAt(withLounge, walker)).toEqual({ standId: null, areaName: null })
  })

  it('sees a stand beside the panel that will cover a part of the picture', () => {
    const stand = buildStand({
      place: buildPlace({ xM: 6, zM: 0 }),
      layout: { slots: [{ ...buildSlot('wall', 2), zM: -1.38 }] },
    })
    const arrivalWith = (rightPx: number) => {
      const visit = createVisit(buildView(stand))
      visit.picture.standCover = { rightPx, bottomPx: 0 }
      goToStand(visit, stand.id, 'teleport')
      return distanceToStand(stand.place, visit.walker.xM, visit.walker.zM)
    }
    expect(arrivalWith(800)).toBeGreaterThan(arrivalWith(0))
  })

  it('gives up the way when the keys are used', () => {
    const visit = createVisit(buildView())
    goToStand(visit, uuid(100))
    visit.walker.forward = -1
    walk(visit, 0.1)
    expect(visit.walker.way).toEqual([])
  })

  it('counts metres on foot, by keys and by clicks, but no jumps', () => {
    const visit = createVisit(buildView())
    visit.walker.forward = 1
    walk(visit, 2)
    expect(visit.walker.walkedM).toBeCloseTo(4.4, 1)
    visit.walker.forward = 0
    jumpTo(visit, 5, 5)
    expect(visit.walker.walkedM).toBeCloseTo(4.4, 1)
    goToPoint(visit, 5, 1)
    walk(visit, 6)
    expect(visit.walker.walkedM).toBeGreaterThan(6)
  })

  it('counts jumps, so that presence can tell them from steps', () => {
    const visit = createVisit(buildView())
    expect(jumpTo(visit, 5, 5)).toBe(true)
    expect(visit.walker).toMatchObject({ xM: 5, zM: 5, jumps: 1 })
  })

  it('finds back to the aisle from within a stand', () => {
    const stand = buildStand({ place: buildPlace({ xM: 6, zM: 0 }) })
    const visit = createVisit(buildView(stand))
    jumpTo(visit, 6, 0.8)
    expect(goToAisle(visit)).toBe(true)
    walk(visit, 12)
    expect(Math.abs(visit.walker.xM)).toBeLessThan(2)
  })

  it('stops before somebody at talking distance', () => {
    const visit = createVisit(buildView())
    goToPoint(visit, 0, 10)
    walk(visit, 10)
    expect(visit.walker.zM).toBeCloseTo(11.3, 0)
  })

  it('steps off furniture that a new plan puts underfoot', () => {
    const visit = createVisit(buildView(buildStand({ layout: { slots: [] } })))
    jumpTo(visit, 0, 0)
    updateView(visit, buildView(buildStand({ layout: { slots: [buildSlot('table', 0)] } })))
    expect(Math.hypot(visit.walker.xM, visit.walker.zM)).toBeGreaterThan(0.3)
  })
})

describe('a hall’s plan', () => {
  it('is the same when only products change, another when furniture moves', () => {
    const before = buildView()
    const [product] = buildStand().products
    const withNews = buildView(
      buildStand({ products: product ? [{ ...product, variants: buildVariants('preview') }] : [] }),
    )
    expect(hasSamePlan(before, withNews)).toBe(true)
    expect(hasSamePlan(before, buildView(buildStand({ layout: { slots: [] } })))).toBe(false)
  })
})

describe('inspecting', () => {
  it('steps up to a product that is there and back', () => {
    const visit = createVisit(buildView())
    expect(inspect(visit, uuid(77))).toBe(false)
    expect(inspect(visit, uuid(0))).toBe(true)
    expect(visit.store.getState().mode).toEqual({
      state: 'inspecting',
      productId: uuid(0),
      standId: uuid(100),
    })
    leaveInspection(visit)
    expect(visit.store.getState().mode).toEqual({ state: 'walking' })
  })

  it('frames the whole product and comes as near as its weave', () => {
    const orbit = createOrbit()
    frameProduct(orbit, { x: 0.3, y: 0.45, z: 0.02 }, 0.56, 1.6)
    expect(orbit.goalDistance * Math.tan(0.28) * 2).toBeGreaterThan(0.45)
    for (let step = 0; step < 60; step++) zoomOrbit(orbit, 0.7)
    expect(orbit.goalDistance).toBeLessThan(0.12)
    for (let step = 0; step < 60; step++) zoomOrbit(orbit, 1.5)
    expect(orbit.goalDistance).toBe(orbit.maxDistance)
  })

  it('turns at once where motion is reduced', () => {
    const orbit = createOrbit()
    turnOrbit(orbit, 1, 0)
    stepOrbit(orbit, FRAME_S, true)
    expect(orbit.azimuth).toBe(orbit.goalAzimuth)
  })
})

describe('a click into the picture', () => {
  const walls = [{ ax: -5, az: -4, bx: 5, bz: -4 }]
  const eye = { x: 0, y: 1.65, z: 0 }
  const box: GoodsBox = {
    productId: 'p', standId: 's', xM: 0, yM: 1.2, zM: -2, halfWidthM: 0.2, halfHeightM: 0.3, halfDepthM: 0.05, turnRad: 0, isShown: true,
  } // prettier-ignore
  const along = (dx: number, dy: number, dz: number) => {
    const length = Math.hypot(dx, dy, dz)
    return { ...eye, dx: dx / length, dy: dy / length, dz: dz / length }
  }

  it('meets the goods before the wall', () => {
    expect(pick(along(0, -0.45, -2), [box], walls)).toMatchObject({ at: 'goods', box: { productId: 'p' } })
  })

  it('meets no goods behind a wall, nor any that are not drawn', () => {
    expect(pick(along(0, -0.45, -6), [{ ...box, zM: -6 }], walls)?.at).toBe('floor')
    expect(pick(along(0, -0.45, -2), [{ ...box, isShown: false }], [])?.at).toBe('floor')
  })

  it('means the floor before a wall that it meets', () => {
    const picked = pick(along(0, -0.1, -4), [], walls)
    expect(picked).toMatchObject({ at: 'floor' })
    expect(picked?.at === 'floor' && picked.point.zM).toBeGreaterThan(-4)
  })

  it('means nothing in the sky', () => {
    expect(pick(along(0, 0.5, 1), [], walls)).toBeNull()
  })

  it('knows who is hidden by a wall', () => {
    expect(seeEachOther(0, 0, 0, -6, walls)).toBe(false)
    expect(seeEachOther(0, 0, 8, -6, walls)).toBe(true)
  })
})

describe('quality', () => {
  it('begins low on software renderers and in the middle on phones', () => {
    expect(firstTier('ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device))', false)).toBe('low')
    expect(firstTier('Apple GPU', true)).toBe('medium')
    expect(firstTier('', false)).toBe('high')
  })

  it('begins where it settled on this device before, unless the renderer is software now', () => {
    expect(firstTier('Apple GPU', false, 'low')).toBe('low')
    expect(firstTier('Apple GPU', true, 'high')).toBe('high')
    expect(firstTier('llvmpipe (LLVM 19)', false, 'high')).toBe('low')
  })

  it('stays where frames come in time, for as long as they do', () => {
    const { toSpare } = createTierSettler()
    expect(Array.from({ length: 9 }, () => toSpare('high'))).toEqual(Array(9).fill('high'))
  })

  it('does not climb again to a tier that was too much twice', () => {
    const { tooMuch, toSpare } = createTierSettler()
    expect([tooMuch('high'), toSpare('medium'), tooMuch('high'), toSpare('medium')]).toEqual([
      'medium', 'high', 'medium', 'medium',
    ]) // prettier-ignore
  })

  it('steps within what there is', () => {
    expect([stepTier('low', -1), stepTier('low', 1), stepTier('high', 1)]).toEqual(['low', 'medium', 'high'])
  })

  it('is the visitor’s own once chosen by hand', () => {
    const visit = createVisit(buildView())
    chooseQuality(visit, 'low')
    expect(visit.store.getState()).toMatchObject({ choice: 'low', tier: 'low' })
    chooseQuality(visit, 'auto')
    expect(visit.store.getState()).toMatchObject({ choice: 'auto', tier: 'low' })
  })
})

describe('the list of visitors', () => {
  it('names the nearest first and leaves out who has no name yet', () => {
    const source: PoseSource = {
      forEach(visit) {
        visit(1, 5, 0, 0, 0)
        visit(2, 1, 0, 0, 0)
        visit(3, 0, 0, 0, 0)
      },
      info: (handle) => (handle === 3 ? undefined : { name: `v${handle}`, lanyard: 'buyer' }),
    }
    expect(listVisitors(source, 0, 0).map((visitor) => visitor.name)).toEqual(['v2', 'v1'])
  })
})
