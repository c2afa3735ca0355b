import { describe, expect, it } from 'vitest'
import {
  type DetailCandidate,
  finestVariant,
  planDetail,
  sketchVariant,
  variantOf,
} from '#client/showroom/state/detail-plan.ts'
import { QUALITY, type QualityTier } from '#client/showroom/state/quality.ts'
import { buildVariants } from './build-view.ts'

const ALL = buildVariants('preview', 'web', 'webLod1', 'webLod2', 'webLod3', 'detail')

function buildGood(distanceM: number, overrides: Partial<DetailCandidate> = {}): DetailCandidate {
  return {
    variants: ALL,
    distanceM,
    inView: true,
    pixels: 700 / distanceM,
    drawCalls: 2,
    level: 'nothing',
    ...overrides,
  }
}

function spent(goods: readonly DetailCandidate[], tier: QualityTier) {
  let triangles = 0
  let calls = 0
  for (const good of goods) {
    const variant = variantOf(good.variants, good.level)
    triangles += variant?.triangles ?? (good.level === 'sketch' ? QUALITY[tier].sketchTriangles : 0)
    if (variant) calls += good.drawCalls
  }
  return { triangles, calls }
}

describe('planning what goods are shown with', () => {
  it.each(['high', 'medium', 'low'] as const)(
    'keeps the budget of the %s tier however full the hall is',
    (tier) => {
      const goods = Array.from({ length: 500 }, (_, at) => buildGood(0.5 + (at % 50) * 0.6))
      planDetail(goods, QUALITY[tier])
      const { triangles, calls } = spent(goods, tier)
      expect(triangles).toBeLessThanOrEqual(QUALITY[tier].goodsTriangles)
      expect(calls).toBeLessThanOrEqual(QUALITY[tier].goodsCalls)
    },
  )

  it('shows what is near with textures and what is far as sketches', () => {
    const [near, far] = [buildGood(2), buildGood(30)]
    planDetail([far, near], QUALITY.high)
    expect(near.level).toMatch(/^web/)
    expect(far.level).toBe('sketch')
  })

  it('gives finer models to what is larger on the screen', () => {
    const [close, farther] = [buildGood(1, { pixels: 480 }), buildGood(4, { pixels: 160 })]
    planDetail([close, farther], QUALITY.high)
    expect(variantOf(ALL, close.level)?.triangles).toBeGreaterThan(
      variantOf(ALL, farther.level)?.triangles ?? 0,
    )
  })

  it('prefers what is in view to what is behind', () => {
    const behind = Array.from({ length: 40 }, () => buildGood(1, { inView: false }))
    const ahead = buildGood(4)
    planDetail([...behind, ahead], QUALITY.low)
    expect(ahead.level).toMatch(/^(web|preview)/)
  })

  it('shows nothing beyond the tier’s reach, and nothing for a product without a model', () => {
    const [far, empty] = [buildGood(200), buildGood(1, { variants: [] })]
    planDetail([far, empty], QUALITY.high)
    expect([far.level, empty.level]).toEqual(['nothing', 'nothing'])
  })

  it('makes do with the only model that there is', () => {
    const good = buildGood(1, { variants: buildVariants('preview') })
    planDetail([good], QUALITY.high)
    expect(good.level).toBe('preview')
  })
})

describe('choosing a model', () => {
  it('makes sketches from the lightest and inspects the finest', () => {
    expect(sketchVariant(ALL)?.name).toBe('webLod3')
    expect(finestVariant(ALL)?.name).toBe('detail')
    expect(finestVariant(buildVariants('preview'))?.name).toBe('preview')
    expect(finestVariant([])).toBeUndefined()
  })
})
