import { differenceCiede2000 } from 'culori'
import { describe, expect, it } from 'vitest'
import { FABRIC_SHEETS, recipeFor } from '#assets/fair/fabrics.ts'
import { encodeSrgb, labFromSrgb } from '#shared/textile/colour.ts'
import { makeFabricMaps, type FabricMaps } from '#shared/textile/map/fabric-maps.ts'
import { solid, type WovenRecipe } from '#shared/textile/recipe.ts'

const twill: WovenRecipe = {
  construction: 'woven', structure: 'twill31', seed: 7, endsPerCm: 27, picksPerCm: 18,
  warp: { tex: 84, fibre: 'cotton' }, weft: { tex: 74, fibre: 'cotton' },
  warpBands: solid(30, 5, -25), weftBands: solid(30, 5, -25),
} // prettier-ignore

const linear = (byte: number) => {
  const share = byte / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
const meanLab = (maps: FabricMaps) => {
  const sums = [0, 0, 0]
  maps.baseColour.forEach((byte, i) => (sums[i % 3]! += linear(byte)))
  const texels = maps.sizePx ** 2
  return labFromSrgb([
    encodeSrgb(sums[0]! / texels),
    encodeSrgb(sums[1]! / texels),
    encodeSrgb(sums[2]! / texels),
  ])
}
const difference = differenceCiede2000()

/** Rises of the mean height along an axis above its own mean: one for each thread across the tile. */
const threadsAcross = (maps: FabricMaps, alongX: boolean, line: number) => {
  const { sizePx, height } = maps
  const values = Array.from(
    { length: sizePx },
    (_, i) => height[alongX ? line * sizePx + i : i * sizePx + line]!,
  )
  const mean = values.reduce((sum, value) => sum + value, 0) / sizePx
  return values.filter((value, i) => value > mean && values[(i + sizePx - 1) % sizePx]! <= mean).length
}

describe('maps of a fabric', () => {
  it('show a tile of at least 2 cm and 16 repeats, of whole threads', () => {
    const maps = makeFabricMaps(twill, 128)
    expect(maps.widthMm).toBeGreaterThanOrEqual(20)
    expect(maps.heightMm).toBeGreaterThanOrEqual(20)
    expect((maps.widthMm * 2.7) / 4).toBeGreaterThanOrEqual(16)
    expect((maps.widthMm * 2.7) % 1).toBeCloseTo(0)
  })
  it('hold the stated number of threads: along a pick of plain weave the cloth rises once at every end', () => {
    const plain: WovenRecipe = {
      ...twill, structure: 'plain', endsPerCm: 16, picksPerCm: 16,
      warp: { tex: 50, fibre: 'silk', filament: true }, weft: { tex: 50, fibre: 'silk', filament: true },
    } // prettier-ignore
    const maps = makeFabricMaps(plain, 512)
    const picks = Math.round(maps.heightMm * 1.6)
    const middleOfAPick = Math.round(((picks / 2 + 0.5) / picks) * 512)
    expect(threadsAcross(maps, true, middleOfAPick)).toBe(Math.round(maps.widthMm * 1.6))
  })
  it('are the same for the same seed and others for another', () => {
    const first = makeFabricMaps(twill, 128)
    expect(makeFabricMaps(twill, 128)).toEqual(first)
    expect(makeFabricMaps({ ...twill, seed: 8 }, 128).baseColour).not.toEqual(first.baseColour)
  })
  it('wrap: the step over an edge is no larger than steps within', () => {
    const { sizePx, height } = makeFabricMaps(twill, 256)
    const step = (a: number, b: number) => {
      let sum = 0
      for (let row = 0; row < sizePx; row++)
        sum += Math.abs(height[row * sizePx + a]! - height[row * sizePx + b]!)
      return sum
    }
    let largest = 0
    for (let column = 1; column < sizePx; column++) largest = Math.max(largest, step(column - 1, column))
    expect(step(sizePx - 1, 0)).toBeLessThanOrEqual(largest)
  })
  const deltaE = (sheet: (typeof FABRIC_SHEETS)[number], code: string, sizePx: number) => {
    const stated = sheet.colours.find((colour) => colour.code === code)!.lab
    const mean = meanLab(makeFabricMaps(recipeFor(sheet, code), sizePx))
    return difference({ mode: 'lab65', ...stated }, { mode: 'lab65', ...mean })
  }
  it('keep the measured colour of the cloth: the mean is within ΔE00 1.2 for every plain colourway of the demo', () => {
    const far = FABRIC_SHEETS.flatMap((sheet) =>
      sheet.colours
        .filter((colour) => !colour.warpBands && deltaE(sheet, colour.code, 128) > 1.2)
        .map((colour) => `${sheet.slug} ${colour.code}`),
    )
    expect(far).toEqual([])
  })
  it.each([
    ['denim-rigid', 'IND'],
    ['oxford-38', 'BLU'],
    ['tweed-herringbone', 'OAT'],
  ])('give %s in %s the mean colour that its sheet states, within ΔE00 1', (slug, code) => {
    expect(
      deltaE(
        FABRIC_SHEETS.find((sheet) => sheet.slug === slug)!,
        code,
        1024,
      ),
    ).toBeLessThan(1)
  })
  it('have normals that point out of the cloth', () => {
    const { normal } = makeFabricMaps(twill, 128)
    for (let i = 2; i < normal.length; i += 3) expect(normal[i]).toBeGreaterThan(127)
  })
})
