import { describe, expect, it } from 'vitest'
import { bakeOcclusion, type Occluder } from '#client/showroom/scene/occlusion/bake-occlusion.ts'
import { createSolidBuilder } from '#client/showroom/scene/build/solid-builder.ts'

const FLOOR: Occluder = {
  positions: new Float32Array([-9, 0, -9, 9, 0, -9, 9, 0, 9, -9, 0, 9]),
  indices: new Uint32Array([0, 2, 1, 0, 3, 2]),
}

/** A wall of 4 by 2.5 m across x, its face at z = 0.05. */
const wall = (): Occluder => {
  const builder = createSolidBuilder()
  builder.box({ xM: 0, yM: 0, zM: 0, turnDeg: 0 }, [4, 2.5, 0.1], '#ffffff')
  const geometry = builder.build()
  return {
    positions: new Float32Array(geometry.getAttribute('position').array),
    indices: new Uint32Array(geometry.getIndex()!.array),
  }
}

const lightAt = (occluders: Occluder[], point: [number, number, number], normal: [number, number, number]) =>
  bakeOcclusion({
    occluders,
    surfaces: [{ positions: new Float32Array(point), normals: new Float32Array(normal) }],
    rays: 64,
  })[0]![0]!

describe('ambient occlusion', () => {
  it('leaves a point alone that nothing is near', () => {
    expect(lightAt([FLOOR], [0, 5, 0], [0, 0, 1])).toBe(1)
    expect(lightAt([FLOOR], [0, 0, 0], [0, 1, 0])).toBe(1)
  })

  it('darkens the floor at the foot of a wall, and less the farther it is', () => {
    const [at, near, far] = [0.08, 0.6, 3].map((z) => lightAt([FLOOR, wall()], [0, 0, z], [0, 1, 0]))
    expect(at).toBeLessThan(0.8)
    expect(near).toBeGreaterThan(at!)
    expect(far).toBe(1)
  })

  it('darkens a wall towards the floor', () => {
    const [low, high] = [0.05, 2].map((y) => lightAt([FLOOR, wall()], [0, y, 0.05], [0, 0, 1]))
    expect(low).toBeLessThan(high! - 0.1)
  })

  it('takes nothing from a point that lies within another solid: slats stand in their wall', () => {
    expect(lightAt([wall()], [0, 1.2, 0], [0, 0, 1])).toBe(1)
  })

  it('keeps the most enclosed point from going black', () => {
    const shelf: Occluder = { ...FLOOR, positions: FLOOR.positions.map((v, i) => (i % 3 === 1 ? 0.02 : -v)) }
    expect(lightAt([shelf], [0, 0, 0], [0, 1, 0])).toBeGreaterThan(0.2)
  })
})
