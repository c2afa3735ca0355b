import { describe, expect, it } from 'vitest'
import { readViewLink, standAtPose, writeViewLink } from '#client/showroom/state/view-link.ts'
import { createVisit, inspect } from '#client/showroom/state/visit.ts'
import { buildView } from './build-view.ts'

const read = (query: string) => readViewLink(new URLSearchParams(query))

describe('a link to a view', () => {
  it('leads to where one stands and looks', () => {
    const visit = createVisit(buildView())
    standAtPose(visit, { xM: 1.2, zM: 9.4, headingDeg: -90 })
    const other = createVisit(buildView())
    const { pose } = read(writeViewLink(visit))
    standAtPose(other, pose!)
    expect(other.walker.xM).toBeCloseTo(visit.walker.xM, 1)
    expect(other.walker.zM).toBeCloseTo(visit.walker.zM, 1)
    expect(other.walker.headingRad).toBeCloseTo(-Math.PI / 2, 2)
  })

  it('leads to the product in hand', () => {
    const view = buildView()
    const visit = createVisit(view)
    const [product] = view.stands[0]!.products
    inspect(visit, product!.id)
    expect(read(writeViewLink(visit))).toEqual({ productId: product!.id })
  })

  it('ends on free floor where the place is taken', () => {
    const visit = createVisit(buildView())
    standAtPose(visit, { xM: 0, zM: 0, headingDeg: 0 })
    expect(visit.walker.jumps).toBe(1)
  })

  it.each(['at=', 'at=1,2', 'at=a,b,c', 'at=1e9,0,0', 'at=1,2,3,4'])(
    'asks for nothing where it is %s',
    (query) => {
      expect(read(query)).toEqual({})
    },
  )
})
