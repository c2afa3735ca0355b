import { describe, expect, it } from 'vitest'
import { hexFromLab, labFromSrgb, srgbFromLab } from '#shared/textile/colour.ts'
import { draftFor, interlacingsPerRepeat, satin, twill } from '#shared/textile/weave.ts'
import { knitWeightGsm, wovenWeightGsm } from '#shared/textile/weight.ts'
import {
  denFromTex,
  neFromTex,
  nmFromTex,
  texFromDen,
  texFromNe,
  texFromNm,
  yarnDiameterMm,
} from '#shared/textile/yarn.ts'

describe('yarn counts', () => {
  it('convert between tex, Ne, Nm and denier and back', () => {
    expect(texFromNe(20)).toBeCloseTo(29.5, 1)
    expect(texFromNm(50)).toBe(20)
    expect(denFromTex(texFromDen(75))).toBeCloseTo(75)
    expect(neFromTex(texFromNe(40))).toBeCloseTo(40)
    expect(nmFromTex(texFromNm(34))).toBeCloseTo(34)
  })
  it('give the diameter of a cylinder of that mass', () => {
    // 1 km of solid fibre of 1.5 g/cm³ and 1 mm across weighs π/4 x 1500 g.
    expect(yarnDiameterMm((Math.PI / 4) * 1500, 1.5, 1)).toBeCloseTo(1)
    expect(yarnDiameterMm(30, 1.52, 0.6)).toBeGreaterThan(yarnDiameterMm(30, 1.52, 0.75))
  })
})

describe('drafts', () => {
  const warpOnFace = (draft: ReturnType<typeof twill>) =>
    draft.up.flat().filter((up) => up === 1).length / (draft.ends * draft.picks)
  it('lift as many ends as the weave is named for', () => {
    expect(warpOnFace(twill(3, 1))).toBe(0.75)
    expect(warpOnFace(twill(2, 2))).toBe(0.5)
    expect(warpOnFace(satin(5, 2))).toBe(0.8)
    expect(warpOnFace(satin(8, 3))).toBe(0.875)
  })
  it('run Z twill up to the right and S twill up to the left', () => {
    const [z, s] = [twill(3, 1, 'Z'), twill(3, 1, 'S')]
    for (let pick = 0; pick < 3; pick++)
      for (let end = 0; end < 3; end++) {
        expect(z.up[pick + 1]![end + 1]).toBe(z.up[pick]![end])
        expect(s.up[pick + 1]![end]).toBe(s.up[pick]![end + 1])
      }
  })
  it('bind each end of a satin once in a repeat, never beside the last', () => {
    const draft = satin(8, 3)
    const bound = draft.up.map((row) => row.indexOf(0))
    expect(new Set(bound).size).toBe(8)
    bound.forEach((end, pick) => expect(Math.abs(end - bound[(pick + 1) % 8]!)).toBeGreaterThan(1))
  })
  it('turn a herringbone at half of its repeat', () => {
    const draft = draftFor('herringbone')!
    expect(draft.up[1]![1]).toBe(draft.up[0]![0])
    expect(draft.up[1]![13]).toBe(draft.up[0]![14])
  })
  it('interlace most in plain weave', () => {
    expect(interlacingsPerRepeat(draftFor('plain')!)).toBe(2)
    expect(interlacingsPerRepeat(twill(3, 1)) / 4).toBeLessThan(interlacingsPerRepeat(draftFor('plain')!) / 2)
  })
  it('are none for knits', () => {
    expect(draftFor('singleJersey')).toBeUndefined()
  })
})

describe('weight', () => {
  it('of a woven follows from sett, counts and crimp', () => {
    const sheeting = {
      warpTex: 30,
      weftTex: 30,
      endsPerCm: 24,
      picksPerCm: 24,
      warpCrimpPercent: 0,
      weftCrimpPercent: 0,
    }
    expect(wovenWeightGsm(sheeting)).toBeCloseTo(144)
    expect(wovenWeightGsm({ ...sheeting, warpCrimpPercent: 10 })).toBeCloseTo(151.2)
  })
  it('of a knit follows from stitches and loop length', () => {
    expect(knitWeightGsm({ tex: 20, walesPerCm: 14, coursesPerCm: 18, loopLengthMm: 2.8 })).toBeCloseTo(
      141.1,
      1,
    )
  })
})

describe('colour', () => {
  it('maps white to white and survives the way to sRGB and back', () => {
    expect(hexFromLab({ l: 100, a: 0, b: 0 })).toBe('#ffffff')
    const back = labFromSrgb(srgbFromLab({ l: 52, a: 20, b: -14 }))
    expect(back.l).toBeCloseTo(52, 3)
    expect(back.a).toBeCloseTo(20, 3)
    expect(back.b).toBeCloseTo(-14, 3)
  })
})
