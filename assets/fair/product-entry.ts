import { ProductSpec } from '#shared/model/product-specs.ts'
import type { LocalText } from '#shared/model/text.ts'
import type { DemoProduct, GoodsShape } from './demo-fair.types.ts'
import { COMPANIES } from './companies.ts'
import { colourwaysOf, compositionOf, fabricData, fabricSheet, testsOf } from './fabrics.ts'
import { MATERIALS } from './materials.ts'
import type { MadeGoods } from './product-goods.ts'

type Terms = {
  price: number
  moq: number
  currency?: 'USD' | 'EUR' | 'RUB' | 'BYN' | 'KZT' | 'KGS' | 'UZS' | 'TJS' | 'AMD'
  unit?: 'MTR' | 'H87' | 'PR' | 'SET' | 'DMK' | 'TNE' | 'KGM'
  leadDays?: number
  hsCode: string
}

const companyOf = (slug: string) => {
  const company = COMPANIES.find((candidate) => candidate.slug === slug)
  if (!company) throw new RangeError(`no company ${slug}`)
  return company
}

/** Three price tiers, 6 and 12 % down at five and twenty times the smallest order. */
const tradeTerms = (companySlug: string, terms: Terms) => {
  const { country, city } = companyOf(companySlug)
  const [second, third] = [terms.moq * 5, terms.moq * 20]
  return {
    unit: terms.unit ?? 'MTR',
    currency: terms.currency ?? 'USD',
    tiers: [
      { from: terms.moq, below: second, price: terms.price.toFixed(2) },
      { from: second, below: third, price: (terms.price * 0.94).toFixed(2) },
      { from: third, below: null, price: (terms.price * 0.88).toFixed(2) },
    ],
    moqPerColour: terms.moq,
    moqPerOrder: terms.moq,
    quantityTolerancePercent: 5,
    sampleLeadTimeDays: 5,
    leadTimeDays: terms.leadDays ?? 30,
    capacityPerMonth: terms.moq * 120,
    incoterms: [{ term: 'FCA', place: city }, { term: 'DAP', place: 'by agreement' }],
    hsCode: terms.hsCode,
    originCountry: country,
  } // prettier-ignore
}

export type Entry = { slug: string; company: string; article: string; name: LocalText; summary: LocalText }

export const text = (en: string, ru: string): LocalText => ({ en, ru })

/** A fabric by the metre. Throws where its sheet makes no valid spec. */
export const fabricProduct = (
  entry: Entry,
  sheetSlug: string,
  colourway: string,
  shape: GoodsShape,
  terms: Omit<Terms, 'hsCode'>,
): DemoProduct => {
  const sheet = fabricSheet(sheetSlug)
  return {
    slug: entry.slug,
    companySlug: entry.company,
    name: entry.name,
    summary: entry.summary,
    model: { shape, fabric: sheetSlug, colourway },
    spec: ProductSpec.parse({
      ...fabricData(sheet),
      articleNumber: entry.article,
      colourways: colourwaysOf(sheet),
      careCodes:
        sheet.composition[0]?.[0] === 'cotton'
          ? ['wash40', 'noBleach', 'ironMedium']
          : ['wash30', 'noBleach', 'ironLow'],
      tests: testsOf(sheet, entry.article),
      certificates: companyOf(entry.company).certificates.slice(0, 1),
      trade: tradeTerms(entry.company, { ...terms, hsCode: sheet.hsCode }),
    }),
  }
}

/** Goods made from a fabric of the demo or from one of `MATERIALS`. Throws where they make no valid spec. */
export const madeProduct = (
  entry: Entry,
  materialSlug: string,
  colourway: string,
  shape: GoodsShape,
  terms: Terms,
  data: Record<string, unknown>,
): DemoProduct => {
  const material = MATERIALS.find((candidate) => candidate.slug === materialSlug)
  const sheet = material ? undefined : fabricSheet(materialSlug)
  const article = entry.article
  return {
    slug: entry.slug,
    companySlug: entry.company,
    name: entry.name,
    summary: entry.summary,
    model: { shape, fabric: materialSlug, colourway },
    spec: ProductSpec.parse({
      ...(sheet && { composition: compositionOf(sheet) }),
      ...data,
      articleNumber: article,
      colourways: sheet ? colourwaysOf(sheet) : material?.colourways,
      tests: sheet ? testsOf(sheet, article).slice(0, 6) : [],
      certificates: companyOf(entry.company).certificates.slice(0, 1),
      trade: tradeTerms(entry.company, terms),
    }),
  }
}

/** Name, article and words of a product of `company`. */
export const entry = (company: string, slug: string, article: string, name: LocalText, summary: LocalText): Entry => ({
  slug, article, name, summary, company,
}) // prettier-ignore

type Words = readonly [en: string, ru: string]
type Offer = readonly [price: number, smallestOrder: number, leadDays?: number]

/**
 * The goods of one company in lines of one shape: slug, article, form, `fabric/colourway`, price with smallest order,
 * name and summary in English and Russian; for made goods what they are as well.
 */
export const seller = (companySlug: string, currency: Terms['currency'] = 'USD') => {
  const named = (slug: string, article: string, name: Words, summary: Words) =>
    entry(companySlug, slug, article, text(...name), text(...summary))
  const terms = ([price, moq, leadDays = 30]: Offer) => ({ price, moq, leadDays, currency })
  const of = (material: string): [string, string] => {
    const [fabric = '', colourway = ''] = material.split('/')
    return [fabric, colourway]
  }
  return {
    cloth: (slug: string, article: string, shape: GoodsShape, material: string, offer: Offer, name: Words, summary: Words) =>
      fabricProduct(named(slug, article, name, summary), ...of(material), shape, terms(offer)),
    made: (
      slug: string, article: string, shape: GoodsShape, material: string, offer: Offer, name: Words, summary: Words,
      { unit, hsCode, data }: MadeGoods,
    ) => madeProduct(named(slug, article, name, summary), ...of(material), shape, { ...terms(offer), unit, hsCode }, data),
  } // prettier-ignore
}
