import { describe, expect, it } from 'vitest'
import { PRODUCT_KINDS } from '#shared/model/product.ts'
import { withValue, type DraftTree, type DraftValue } from '#client/exhibitor/product/draft-tree.ts'
import { problemsOf } from '#client/ui-kit/field-problems.ts'
import { blankProduct, readDraft } from '#client/exhibitor/product/product-draft.ts'

const filled = (changes: Record<string, DraftValue> = {}): DraftTree =>
  Object.entries({
    'name.en': 'Shirting twill',
    'summary.en': 'A light twill.',
    'spec.articleNumber': 'ST-1',
    'spec.structure': 'twill21',
    'spec.weightGsm': 130,
    'spec.widthCm': 150,
    'spec.trade.tiers': [{ from: 100, below: null, price: '4.20' }],
    'spec.trade.moqPerOrder': 300,
    'spec.trade.leadTimeDays': 30,
    'spec.trade.incoterms': [{ term: 'FCA', place: 'Namangan' }],
    'spec.trade.hsCode': '5208330000',
    ...changes,
  }).reduce((tree, [path, value]) => withValue(tree, path, value), blankProduct('fabric', 'UZ'))

const problems = (tree: DraftTree) => {
  const { filled: root, parsed } = readDraft(tree)
  return Object.fromEntries([...problemsOf(parsed.error, root)].map(([path, { code }]) => [path, code]))
}

describe('a product form', () => {
  it('gives a draft that the server takes once its required fields are filled in', () => {
    const { parsed } = readDraft(filled())
    expect(parsed.success && parsed.data.spec).toMatchObject({
      kind: 'fabric',
      weightGsm: 130,
      colourways: [],
    })
  })

  it('leaves out what was left empty, also whole branches', () => {
    const { parsed } = readDraft(
      filled({ 'name.ru': '', 'spec.warpYarn': { tex: '', plies: '' }, 'spec.finish': '' }),
    )
    expect(parsed.success).toBe(true)
    expect(parsed.success && parsed.data.spec).not.toHaveProperty('warpYarn')
    expect(parsed.success && parsed.data.name).not.toHaveProperty('ru')
  })

  it('does not send what a fabric of its material can’t have', () => {
    const { parsed } = readDraft(
      filled({
        'spec.material': 'knit',
        'spec.structure': 'interlock',
        'spec.endsPerCm': 30,
        'spec.walesPerCm': 14,
      }),
    )
    expect(parsed.success && parsed.data.spec).not.toHaveProperty('endsPerCm')
    expect(parsed.success && parsed.data.spec).toHaveProperty('walesPerCm', 14)
  })

  it('joins price tiers by their beginnings, in whatever order they were written', () => {
    const tiers = [
      { from: 1000, below: null, price: '3.90' },
      { from: 100, below: null, price: '4.20' },
    ]
    const { parsed } = readDraft(filled({ 'spec.trade.tiers': tiers }))
    expect(parsed.success && parsed.data.spec.trade.tiers).toEqual([
      { from: 100, below: 1000, price: '4.20' },
      { from: 1000, below: null, price: '3.90' },
    ])
  })

  it('names the problem of each field in words that the form has sentences for', () => {
    const tree = filled({
      'spec.weightGsm': 4000,
      'spec.widthCm': '',
      'spec.structure': '',
      'spec.composition': [{ fibre: 'cotton', percent: 98 }],
      'spec.trade.hsCode': '12',
      'spec.trade.tiers': [{ from: 100, below: null, price: 'four' }],
    })
    expect(problems(tree)).toEqual({
      'spec.weightGsm': 'above_range',
      'spec.widthCm': 'required',
      'spec.structure': 'required',
      'spec.composition': 'composition_not_100',
      'spec.trade.hsCode': 'hs_code',
      'spec.trade.tiers.0.price': 'price',
    })
  })

  it('tells of a second price at the same quantity', () => {
    const tier = { from: 100, below: null, price: '4.20' }
    expect(problems(filled({ 'spec.trade.tiers': [tier, tier] }))).toMatchObject({
      'spec.trade.tiers.0.below': 'price_tiers_gap',
    })
  })

  it.each(PRODUCT_KINDS)('begins a %s with nothing wrong but what is still empty', (kind) => {
    const wrong = Object.values(problems(blankProduct(kind, 'UZ'))).filter((code) => code !== 'required')
    expect(wrong).toEqual([])
  })
})
