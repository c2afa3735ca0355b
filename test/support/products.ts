import { randomUUID } from 'node:crypto'
import { catalogueRepository } from '#server/catalogue/index.ts'
import { ProductSpec } from '#shared/model/product.ts'
import type { ProductDraft } from '#shared/protocol/catalogue.ts'
import type { TestApp } from './test-app.ts'

/** A draft of a 3/1 twill with only what every fabric has. */
export const twillDraft = (name = 'Denim twill'): ProductDraft => ({
  name: { en: name },
  summary: { en: 'A twill for workwear.' },
  spec: ProductSpec.parse({
    kind: 'fabric',
    articleNumber: 'NT-310',
    material: 'woven',
    structure: 'twill31',
    composition: [{ fibre: 'cotton', percent: 100 }],
    weightGsm: 340,
    widthCm: 150,
    colourways: [],
    tests: [],
    certificates: [],
    trade: {
      unit: 'MTR',
      currency: 'USD',
      tiers: [{ from: 100, below: null, price: '4.20' }],
      moqPerOrder: 300,
      leadTimeDays: 30,
      incoterms: [{ term: 'FCA', place: 'Namangan' }],
      hsCode: '5209420000',
      originCountry: 'UZ',
    },
  }),
})

/** A product of a company; published unless told otherwise. */
export const buildProduct = async (app: TestApp, companyId: string, { published = true } = {}) => {
  const catalogue = catalogueRepository(app.parts.database.db)
  const id = randomUUID()
  await catalogue.insertProduct({ ...twillDraft(), id, companyId, slug: `twill-${id.slice(0, 8)}` })
  if (published) await catalogue.setPublished(id, true)
  return id
}
