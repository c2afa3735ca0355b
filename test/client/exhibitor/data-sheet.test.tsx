import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { ProductSpec } from '#shared/model/product.ts'
import { DataSheet } from '#client/ui-kit/data-sheet.tsx'

const twill = ProductSpec.parse({
  kind: 'fabric',
  articleNumber: 'NT-310',
  material: 'woven',
  structure: 'twill31',
  composition: [
    { fibre: 'elastane', percent: 2 },
    { fibre: 'cotton', percent: 98 },
  ],
  weightGsm: 340,
  widthCm: 150,
  warpYarn: { tex: 59, plies: 2, twist: 'Z', twistPerM: 500, spinning: 'ring' },
  colourways: [],
  careCodes: ['wash40', 'own-code'],
  tests: [
    {
      property: 'fastnessLight', value: 6.5, method: 'ISO 105-B02', edition: '2014', laboratory: 'Example laboratory',
      reportNumber: 'EX-1', testedOn: '2026-03-01',
    },
  ], // prettier-ignore
  certificates: [
    {
      scheme: 'gots', number: 'G-1', issuer: 'Example', holder: 'Mill', validFrom: '2026-01-01', validTo: '2027-01-01',
      proof: { state: 'claimed' },
    },
    {
      scheme: 'grs', number: 'G-2', issuer: 'Example', holder: 'Mill', validFrom: '2026-01-01', validTo: '2027-01-01',
      proof: { state: 'verified', by: 'the organisers', on: '2026-02-01' },
    },
  ], // prettier-ignore
  trade: {
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
  },
})

const text = renderToStaticMarkup(
  <IntlProvider locale="en" defaultLocale="en">
    <MantineProvider>
      <DataSheet spec={twill} />
    </MantineProvider>
  </IntlProvider>,
).replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') // prettier-ignore

describe('a data sheet', () => {
  it.each([
    '98 % cotton, 2 % elastane',
    '340 g/m²',
    '59 tex (Ne 10, Nm 16.9) × 2, Z 500 turns/m, ring-spun',
    '4.20 USD / m from 100 to under 1,000 m',
    '3.90 USD / m from 1,000 m',
    '5209 42 000 0',
    'Uzbekistan',
    'ISO 105-B02:2014',
    'Wash at 40 °C',
  ])('says “%s”', (words) => expect(text).toContain(words))

  it('shows care codes of the exhibitor’s own as they are', () => expect(text).toContain('own-code'))
  it('tells a claimed certificate from a verified one', () => {
    expect(text).toContain('GOTS Claimed, not checked')
    expect(text).toContain('GRS ✓ Verified by the organisers')
  })
  it('leaves out rows and sections that have nothing to say', () => {
    expect(text).not.toContain('Colourways')
    expect(text).not.toContain('Wales')
  })
})
