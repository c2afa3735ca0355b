import { describe, expect, it } from 'vitest'
import { ProductSpec, SPEC_FIELDS, unusualValues } from '#shared/model/product.ts'

const trade = {
  unit: 'MTR',
  currency: 'USD',
  tiers: [
    { from: 100, below: 1000, price: '4.20' },
    { from: 1000, below: null, price: '3.90' },
  ],
  moqPerOrder: 300,
  leadTimeDays: 30,
  incoterms: [{ term: 'FCA', place: 'Namangan' }],
  hsCode: '5209420000',
  originCountry: 'UZ',
}
const twill = {
  kind: 'fabric',
  articleNumber: 'NT-310',
  material: 'woven',
  structure: 'twill31',
  composition: [
    { fibre: 'cotton', percent: 98 },
    { fibre: 'elastane', percent: 2 },
  ],
  weightGsm: 340,
  widthCm: 150,
  colourways: [],
  tests: [],
  certificates: [],
  trade,
}
const refusal = (spec: unknown) => {
  const result = ProductSpec.safeParse(spec)
  return result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

describe('a product spec', () => {
  it('is accepted with only what every fabric has', () => {
    expect(refusal(twill)).toEqual([])
  })
  it('is refused where the fibres do not sum to 100 %', () => {
    const composition = [{ fibre: 'cotton', percent: 98 }]
    expect(refusal({ ...twill, composition })).toEqual(['composition: composition_not_100'])
  })
  it('is refused where one fibre is named twice', () => {
    const half = { fibre: 'cotton', percent: 50 }
    expect(refusal({ ...twill, composition: [half, half] })).toEqual(['composition: fibre_named_twice'])
  })
  it('is refused outside the hard range', () => {
    expect(refusal({ ...twill, weightGsm: 7 })).toHaveLength(1)
    expect(refusal({ ...twill, weightGsm: 2001 })).toHaveLength(1)
    expect(refusal({ ...twill, weightGsm: 8 })).toEqual([])
  })
  it('is refused where the HS code belongs to another kind of goods', () => {
    expect(refusal({ ...twill, trade: { ...trade, hsCode: '6404110000' } })).toEqual([
      'trade.hsCode: hs_chapter_mismatch',
    ])
  })
  it('is refused where price tiers leave a gap, overlap or end', () => {
    const gap = [{ ...trade.tiers[0], below: 900 }, trade.tiers[1]]
    expect(refusal({ ...twill, trade: { ...trade, tiers: gap } })).toEqual([
      'trade.tiers.0.below: price_tiers_gap',
    ])
    const ended = [trade.tiers[0]]
    expect(refusal({ ...twill, trade: { ...trade, tiers: ended } })).toHaveLength(1)
  })
  it('takes grades of fastness only in half steps', () => {
    const test = {
      property: 'fastnessLight',
      value: 6.5,
      method: 'ISO 105-B02',
      edition: '2014',
      laboratory: 'Example laboratory',
      reportNumber: 'EX-1',
      testedOn: '2026-03-01',
    }
    expect(refusal({ ...twill, tests: [test] })).toEqual([])
    expect(refusal({ ...twill, tests: [{ ...test, value: 6.3 }] })).toHaveLength(1)
    expect(refusal({ ...twill, tests: [{ ...test, value: 8.5 }] })).toHaveLength(1)
  })
})

describe('unusual values', () => {
  it('are none on an everyday fabric', () => {
    expect(unusualValues(ProductSpec.parse(twill))).toEqual([])
  })
  it('name the figure, its usual range and its unit', () => {
    const heavy = ProductSpec.parse({ ...twill, weightGsm: 900, warpYarn: { tex: 2 } })
    expect(unusualValues(heavy)).toEqual([
      {
        path: 'weightGsm',
        code: 'unusual_value',
        values: { value: 900, usualMin: 40, usualMax: 700, unit: 'g/m²' },
      },
      {
        path: 'warpYarn.tex',
        code: 'unusual_value',
        values: { value: 2, usualMin: 4, usualMax: 250, unit: 'tex' },
      },
    ])
  })
  it('ask about a sea term from a country without a sea', () => {
    const spec = ProductSpec.parse({
      ...twill,
      trade: { ...trade, incoterms: [{ term: 'FOB', place: 'Poti' }] },
    })
    expect(unusualValues(spec).map((warning) => warning.code)).toEqual(['sea_term_from_landlocked'])
  })
  it('ask about a price that rises with the quantity', () => {
    const tiers = [trade.tiers[0], { from: 1000, below: null, price: '4.30' }]
    const spec = ProductSpec.parse({ ...twill, trade: { ...trade, tiers } })
    expect(unusualValues(spec).map((warning) => warning.path)).toEqual(['trade.tiers.1.price'])
  })
})

describe('the field table', () => {
  it('carries the range and unit of each figure, also of nested ones', () => {
    const row = (path: string) => SPEC_FIELDS.fabric.find((field) => field.path === path)
    expect(row('weightGsm')).toEqual({
      path: 'weightGsm', unit: 'g/m²', type: 'number', required: true, min: 8, max: 2000,
    }) // prettier-ignore
    expect(row('warpYarn.tex')).toMatchObject({ unit: 'tex', required: false })
    expect(row('structure')).toMatchObject({ type: 'choice', required: true })
    expect(row('trade.moqPerOrder')).toMatchObject({ type: 'number', required: true })
    expect(row('composition')).toMatchObject({ type: 'list' })
    expect(SPEC_FIELDS.rawMaterial.find((field) => field.path === 'cropYear')).toMatchObject({
      type: 'integer',
    })
  })
})
