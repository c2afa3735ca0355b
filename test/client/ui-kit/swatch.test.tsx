import { MantineProvider } from '@mantine/core'
import { renderToStaticMarkup } from 'react-dom/server'
import { IntlProvider } from 'react-intl'
import { describe, expect, it } from 'vitest'
import { pxPerMmFromCard, rulerTicks } from '#client/ui-kit/swatch/ruler-ticks.ts'
import { Swatch } from '#client/ui-kit/swatch/swatch.tsx'
import type { ProductCard } from '#shared/model/cards.ts'

const id = '00000000-0000-4000-8000-000000000001'
const product = (variants: ProductCard['variants']): ProductCard => ({
  id, slug: 'tweed', companyId: id, kind: 'fabric', name: { en: 'Tweed' }, published: true, sizeCm: null, variants,
}) // prettier-ignore
const swatch = {
  name: 'swatch', url: '/media/a.webp', mediaType: 'image/webp', bytes: 1, triangles: 0,
} as const // prettier-ignore
const show = (variants: ProductCard['variants']) =>
  renderToStaticMarkup(
    <MantineProvider>
      <IntlProvider locale="en">
        <Swatch product={product(variants)} />
      </IntlProvider>
    </MantineProvider>,
  )

describe('ruler', () => {
  it('has a mark each millimetre, the longer ones at five and ten', () => {
    const ticks = rulerTicks(40)
    expect(ticks).toHaveLength(41)
    expect(ticks.filter(({ kind }) => kind === 'cm').map(({ mm }) => mm)).toEqual([0, 10, 20, 30, 40])
    expect(ticks.filter(({ kind }) => kind === 'half').map(({ mm }) => mm)).toEqual([5, 15, 25, 35])
  })
  it('ends within the cloth where its length is no whole number', () => {
    expect(rulerTicks(12.7).at(-1)).toEqual({ mm: 12, kind: 'mm' })
  })
})

describe('screen', () => {
  it('is measured by a bank card of 85.6 mm', () => {
    expect(pxPerMmFromCard(428)).toBeCloseTo(5)
  })
})

describe('swatch', () => {
  it('shows 40 mm of cloth twice as large as a CSS inch says, with its ruler', () => {
    const html = show([{ ...swatch, sizeMm: 40 }])
    expect(Number(/width:([\d.]+)px/.exec(html)?.[1])).toBeCloseTo((2 * 40 * 96) / 25.4)
    expect(html.match(/<line/g)).toHaveLength(82)
    expect(html).toContain('Swatch, 40 × 40 mm')
  })
  it('is not there where the scale is not known', () => {
    expect(show([swatch])).not.toContain('<figure')
    expect(show([])).not.toContain('<figure')
  })
})
