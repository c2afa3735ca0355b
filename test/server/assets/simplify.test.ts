import { describe, expect, it } from 'vitest'
import { simplify } from '#server/assets/steps/simplify.ts'
import { type Part, triangleCount } from '#server/assets/steps/solid.ts'

/** A closed ribbon along x: `widthM` long, a little high and thick. */
const ribbon = (widthM: number, thickM: number, cells: number): Part => {
  const positions: number[] = []
  const normals: number[] = []
  const indices: number[] = []
  for (let i = 0; i <= cells; i++)
    for (const [y, z] of [[0, 0], [thickM, 0], [thickM, thickM], [0, thickM]] as const) {
      positions.push((widthM * i) / cells, y, z)
      normals.push(0, y > 0 ? 1 : -1, 0)
    } // prettier-ignore
  for (let i = 0; i < cells; i++)
    for (let k = 0; k < 4; k++) {
      const [a, b] = [i * 4 + k, i * 4 + ((k + 1) % 4)]
      indices.push(a, b, a + 4, b, b + 4, a + 4)
    }
  return {
    material: null,
    positions: new Float32Array(positions),
    normals: new Float32Array(normals),
    texCoords: [],
    colours: undefined,
    indices: new Uint32Array(indices),
  }
}

describe('simplifying', () => {
  it('leaves something of a model whose every piece is smaller than the error that nobody sees', async () => {
    const pieces = Array.from({ length: 40 }, (_, at) => {
      const piece = ribbon(0.004, 0.003, 2)
      return {
        ...piece,
        positions: piece.positions.map((value, i) => (i % 3 === 0 ? value + at * 0.05 : value)),
      }
    })
    const reduced = await simplify(pieces, { maxTriangles: 599, freeError: 0.005, coarse: true })
    expect(triangleCount(reduced)).toBeGreaterThan(0)
  })

  it('keeps to its budget', async () => {
    const reduced = await simplify([ribbon(2, 0.3, 400)], {
      maxTriangles: 100,
      freeError: 0.00001,
      coarse: true,
    })
    expect(triangleCount(reduced)).toBeGreaterThan(0)
    expect(triangleCount(reduced)).toBeLessThanOrEqual(100)
  })
})
