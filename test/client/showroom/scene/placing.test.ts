import { Box3, Matrix4, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { placeModel } from '#client/showroom/scene/goods/placing.ts'
import { buildHallSolids } from '#client/showroom/scene/build/hall-solids.ts'
import { buildFloor } from '#client/showroom/scene/build/floor-geometry.ts'
import type { SlotAnchor } from '#shared/geometry/furniture.ts'
import { buildPlace, buildSlot, uuid } from '#test/shared/geometry/build-plan.ts'
import { buildStand, buildView } from '../state/build-view.ts'

const anchor: SlotAnchor = {
  productId: uuid(0), xM: 4, yM: 0.9, zM: -2, turnDeg: 90, fit: 'stand', roomWidthM: 1, roomHeightM: 1, roomDepthM: 1,
} // prettier-ignore

/** Where a box comes to stand. */
function placed(
  min: readonly [number, number, number],
  max: readonly [number, number, number],
  at: SlotAnchor,
): Box3 {
  const box = new Box3(new Vector3(...min), new Vector3(...max))
  return box.clone().applyMatrix4(placeModel(box, at, new Matrix4()))
}

describe('placing a model at its anchor', () => {
  it('stands with its foot on it, wherever its own origin is', () => {
    const box = placed([5, -3, 5], [5.4, -2.7, 5.2], anchor)
    expect(box.min.y).toBeCloseTo(0.9)
    expect(box.getCenter(new Vector3()).x).toBeCloseTo(4)
    expect(box.getCenter(new Vector3()).z).toBeCloseTo(-2)
  })

  it('keeps true scale and turns with the anchor', () => {
    const size = placed([0, 0, 0], [0.4, 0.3, 0.2], anchor).getSize(new Vector3())
    expect([size.x, size.y, size.z].map((value) => Number(value.toFixed(3)))).toEqual([0.2, 0.3, 0.4])
  })

  it('makes smaller only what is larger than its room', () => {
    const size = placed([0, 0, 0], [8, 4, 2], anchor).getSize(new Vector3())
    expect(Math.max(size.x, size.z)).toBeCloseTo(1)
    expect(size.y).toBeCloseTo(0.5)
  })

  it('hangs by its top', () => {
    expect(placed([0, 0, 0], [0.3, 0.45, 0.02], { ...anchor, yM: 1.7, fit: 'hang' }).max.y).toBeCloseTo(1.7)
  })

  it('stands a full-length garment on the floor and puts a short one on the shoulders', () => {
    const worn: SlotAnchor = { ...anchor, yM: 1.44, fit: 'wear', roomHeightM: 2 }
    expect(placed([0, 0, 0], [0.5, 1.7, 0.3], worn).min.y).toBeCloseTo(0)
    expect(placed([0, 0, 0], [0.5, 0.9, 0.3], worn).max.y).toBeCloseTo(1.44)
  })
})

describe('the hall as geometry', () => {
  const stands = Array.from({ length: 24 }, (_, at) =>
    buildStand({
      id: uuid(200 + at),
      place: buildPlace({ xM: (at % 4) * 7 - 10, zM: Math.floor(at / 4) * 5 - 14 }),
      layout: {
        slots: (['headerRail', 'table', 'plinth', 'mannequin', 'wall', 'shelf', 'screen'] as const).map(
          (kind) => buildSlot(kind, 2),
        ),
      },
    }),
  )

  it.each([
    ['as it is', false, 60_000],
    ['with thrift', true, 30_000],
  ])('has 24 furnished stands in five draw calls: %s', (_how, thrift, most) => {
    const solids = buildHallSolids(buildView(...stands), thrift)
    const triangles = Object.values(solids).reduce(
      (sum: number, geometry) => sum + (geometry.index?.count ?? 0) / 3,
      0,
    )
    expect(Object.keys(solids)).toHaveLength(5)
    expect(triangles).toBeLessThan(most)
    expect(triangles).toBeGreaterThan(5000)
  })

  it('faces its floor upwards', () => {
    const floor = buildFloor(buildView())
    const corner = (at: number) =>
      new Vector3().fromBufferAttribute(floor.getAttribute('position'), floor.index?.getX(at) ?? 0)
    const up = corner(1)
      .sub(corner(0))
      .cross(corner(2).sub(corner(0)))
    expect(up.y).toBeGreaterThan(0)
  })

  it('lights no vertex beyond its paint', () => {
    const { painted } = buildHallSolids(buildView(...stands), false)
    const colors = painted.getAttribute('color')
    for (let at = 0; at < colors.count; at += 7) expect(colors.getX(at)).toBeLessThanOrEqual(1)
  })
})
