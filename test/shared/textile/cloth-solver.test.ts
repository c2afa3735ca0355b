import { describe, expect, it } from 'vitest'
import { settleCloth, type ClothSetup } from '#shared/textile/drape/cloth-solver.ts'

const hung: ClothSetup = {
  columns: 16,
  rows: 16,
  widthM: 0.5,
  heightM: 0.5,
  weightGsm: 200,
  stiffness: 0.3,
  start: (u, v) => [(u - 0.5) * 0.5, (v - 1) * 0.5, 0.01 * Math.sin(u * 9)],
  pinned: (_, row) => row === 15,
  colliders: [],
  seconds: 1,
}
const heights = (points: Float32Array) => Array.from(points).filter((_, i) => i % 3 === 1)

describe('settled cloth', () => {
  it('hangs from its pins at about its own length', () => {
    const lowest = Math.min(...heights(settleCloth(hung)))
    expect(lowest).toBeLessThan(-0.48)
    expect(lowest).toBeGreaterThan(-0.53)
  })
  it('is the same every time', () => {
    expect(settleCloth(hung)).toEqual(settleCloth(hung))
  })
  it('lies on a floor and not below it', () => {
    const dropped = settleCloth({
      ...hung,
      start: (u, v) => [(u - 0.5) * 0.5, 0.1, (v - 0.5) * 0.5],
      pinned: () => false,
      colliders: [{ kind: 'floor', yM: 0 }],
    })
    expect(Math.min(...heights(dropped))).toBeGreaterThanOrEqual(0)
    expect(Math.max(...heights(dropped))).toBeLessThan(0.02)
  })
  it('stays outside a body that is given by its distance', () => {
    const distanceM = (x: number, y: number, z: number) =>
      Math.hypot(x / 0.2, (y - 0.2) / 0.1, z / 0.15) * 0.1 - 0.1
    const over = settleCloth({
      ...hung,
      start: (u, v) => [(u - 0.5) * 0.5, 0.4, (v - 0.5) * 0.5],
      pinned: () => false,
      colliders: [{ kind: 'body', distanceM }],
    })
    for (let i = 0; i < over.length; i += 3)
      expect(distanceM(over[i]!, over[i + 1]!, over[i + 2]!)).toBeGreaterThan(-0.002)
  })
  it('holds together round a tube: the last column keeps to the first', () => {
    const { columns, rows } = hung
    const tube = settleCloth({
      ...hung,
      closed: true,
      start: (u, v) => [0.08 * Math.cos(u * 2 * Math.PI), (v - 1) * 0.5, 0.08 * Math.sin(u * 2 * Math.PI)],
    })
    for (let row = 0; row < rows; row++) {
      const [a, b] = [row * columns * 3, (row * columns + columns - 1) * 3]
      const gap = Math.hypot(...[0, 1, 2].map((axis) => tube[a + axis]! - tube[b + axis]!))
      expect(gap).toBeLessThan((0.5 / columns) * 1.1)
    }
  })
  it('cut to shape keeps its flare: a skirt hangs as wide as it was cut', () => {
    const skirt = settleCloth({
      ...hung,
      closed: true,
      cutToShape: true,
      start: (u, v) => {
        const r = 0.1 + 0.2 * (1 - v)
        return [r * Math.cos(u * 2 * Math.PI), -(1 - v) * 0.4, r * Math.sin(u * 2 * Math.PI)]
      },
    })
    let hem = 0
    for (let i = 0; i < hung.columns; i++) {
      const [a, b] = [i * 3, ((i + 1) % hung.columns) * 3]
      hem += Math.hypot(...[0, 1, 2].map((axis) => skirt[a + axis]! - skirt[b + axis]!))
    }
    expect(hem).toBeGreaterThan(2 * Math.PI * 0.3 * 0.95)
    expect(hem).toBeLessThan(2 * Math.PI * 0.3 * 1.05)
  })
  it('stays outside what it falls on', () => {
    const over = settleCloth({
      ...hung,
      start: (u, v) => [(u - 0.5) * 0.5, 0.4, (v - 0.5) * 0.5],
      pinned: () => false,
      colliders: [
        { kind: 'capsule', a: [0, 0.2, 0], b: [0, 0.2, 0], radiusM: 0.15 },
        { kind: 'floor', yM: 0 },
      ],
    })
    for (let i = 0; i < over.length; i += 3)
      expect(Math.hypot(over[i]!, over[i + 1]! - 0.2, over[i + 2]!)).toBeGreaterThan(0.149)
  })
})
