import { BoxGeometry, Matrix4 } from 'three'
import { describe, expect, it, vi } from 'vitest'
import { createSketchBatch } from '#client/showroom/scene/goods/sketch-batch.ts'

const SKETCH_TRIANGLES = 24
const somewhere = new Matrix4()
const box = () => new BoxGeometry().deleteAttribute('uv')

describe('sketches of distant goods', () => {
  it('are made once for all places of one model, and anew when none was left', () => {
    const batch = createSketchBatch(4, SKETCH_TRIANGLES)
    const make = vi.fn(box)
    const places = [batch.add('twill', make, somewhere), batch.add('twill', make, somewhere)]
    expect(new Set(places).size).toBe(2)
    expect(make).toHaveBeenCalledTimes(1)
    for (const place of places) batch.remove(place)
    expect(batch.add('twill', make, somewhere)).toBeGreaterThanOrEqual(0)
    expect(make).toHaveBeenCalledTimes(2)
  })

  it('leave out what has no room, until something goes', () => {
    const batch = createSketchBatch(2, SKETCH_TRIANGLES)
    const [first] = ['twill', 'tweed'].map((key) => batch.add(key, box, somewhere))
    expect(batch.add('linen', box, somewhere)).toBe(-1)
    batch.remove(first!)
    expect(batch.add('linen', box, somewhere)).toBeGreaterThanOrEqual(0)
  })

  it('leave out what has too many triangles', () => {
    const batch = createSketchBatch(2, 4)
    expect(batch.add('twill', box, somewhere)).toBe(-1)
  })
})
