import { describe, expect, it } from 'vitest'
import { brightHall, type Radiance } from '#client/showroom/scene/daylight/bright-hall.ts'
import { LEVELS, prefilter, roughnessOf, SHARPEST } from '#client/showroom/scene/daylight/prefilter.ts'

const red = (texels: Float32Array | undefined, size: number, column: number, row: number) =>
  texels?.[(row * size + column) * 4] ?? NaN

/** The middle of a face. */
const middle = (levels: Float32Array[][], level: number, face: number) => {
  const size = SHARPEST >> level
  return red(levels[level]?.[face], size, size / 2, size / 2)
}

describe('light from all around', () => {
  it('leaves a room of one colour as it is, at every roughness', () => {
    const plain: Radiance = (_, weight, sum) => {
      for (const k of [0, 1, 2]) sum[k] = (sum[k] ?? 0) + 0.7 * weight
    }
    for (const faces of prefilter(plain))
      for (const texels of faces)
        for (let at = 0; at < texels.length; at += 4) expect(texels[at]).toBeCloseTo(0.7, 5)
  })

  it('halves its cube from level to level and runs from mirror to matt', () => {
    const levels = prefilter((_, weight, sum) => (sum[0] = (sum[0] ?? 0) + weight))
    expect(levels.map((faces) => faces.map(({ length }) => Math.sqrt(length / 4)))).toEqual(
      [64, 32, 16, 8].map((size) => Array.from({ length: 6 }, () => size)),
    )
    expect(roughnessOf(0)).toBe(0)
    expect(roughnessOf(LEVELS - 1)).toBe(1)
  })

  it('shines from where the light is, and spreads it as surfaces get rougher', () => {
    // A lamp in the direction of -x: stored on the face of +x, as cubes are looked up with x turned round.
    const lamp: Radiance = ({ x }, weight, sum) => (sum[0] = (sum[0] ?? 0) + (x < -0.97 ? 10 : 0) * weight)
    const levels = prefilter(lamp)
    expect(middle(levels, 0, 0)).toBeCloseTo(10, 1)
    expect(middle(levels, 0, 1)).toBe(0)
    const towards = levels.map((_, level) => middle(levels, level, 0))
    expect(towards).toEqual(towards.toSorted((a, b) => b - a))
    expect(middle(levels, LEVELS - 1, 0)).toBeGreaterThan(0)
  })

  it('is brightest under the roof and darkest on the floor', () => {
    const levels = prefilter(brightHall())
    const at = (face: number) => middle(levels, LEVELS - 1, face)
    expect(at(2)).toBeGreaterThan(at(0))
    expect(at(0)).toBeGreaterThan(at(3))
  })
})
