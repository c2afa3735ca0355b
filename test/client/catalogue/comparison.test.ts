import { afterAll, describe, expect, it, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
afterAll(() => vi.unstubAllGlobals())
const { comparedIn, comparisonPath, toggled } = await import('#client/catalogue/comparison.ts')
const { differ } = await import('#client/catalogue/compare-rows.tsx')

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`

describe('a comparison', () => {
  it('holds four products, and puts one back at the second click', () => {
    const four = [1, 2, 3, 4].map(id)
    expect(toggled(four, id(5))).toEqual(four)
    expect(toggled(four, id(2))).toEqual([id(1), id(3), id(4)])
    expect(toggled([], id(1))).toEqual([id(1)])
  })

  it('reads from a link what it can: ids, each once, no more than fit', () => {
    const path = comparisonPath([id(1), id(2)])
    expect(comparedIn(new URLSearchParams(path.split('?')[1]))).toEqual([id(1), id(2)])
    const named = `products=x,${[1, 1, 2, 3, 4, 5].map(id).join(',')}`
    expect(comparedIn(new URLSearchParams(named))).toEqual([1, 2, 3, 4].map(id))
    expect(comparedIn(new URLSearchParams())).toEqual([])
  })

  it('marks a row where products state different things, or only some state one', () => {
    expect(differ([{ text: '150 cm' }, { text: '150 cm' }])).toBe(false)
    expect(differ([{ text: '150 cm' }, { text: '140 cm' }])).toBe(true)
    expect(differ([{ text: '150 cm' }, null])).toBe(true)
  })
})
