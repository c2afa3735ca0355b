import { describe, expect, it } from 'vitest'
import { demoFair } from '#assets/demo-fair.ts'
import { GOODS_SHAPES } from '#assets/demo-fair.ts'
import { FABRIC_SHEETS, statedWeightGsm } from '#assets/fair/fabrics.ts'
import { MATERIALS } from '#assets/fair/materials.ts'
import { Slug } from '#shared/model/ids.ts'
import { FabricSpec, ProductSpec } from '#shared/model/product.ts'
import { unusualValues } from '#shared/model/product.ts'
import { weightFromConstruction } from '#shared/textile/weight.ts'

const demo = demoFair()
describe('the products', () => {
  it('have valid specs, slugs and both languages', () => {
    expect(demo.products.length).toBeGreaterThanOrEqual(150)
    for (const product of demo.products) {
      expect(ProductSpec.safeParse(product.spec).error, product.slug).toBeUndefined()
      expect(Slug.safeParse(product.slug).success).toBe(true)
      expect(product.name.ru && product.summary.ru, product.slug).toBeTruthy()
    }
  })
  it('cover every kind and every form of goods, on at least 30 fabrics', () => {
    expect(new Set(demo.products.map((product) => product.spec.kind)).size).toBe(7)
    expect(new Set(demo.products.map((product) => product.model.shape)).size).toBe(GOODS_SHAPES.length)
    const fabrics = new Set(demo.products.map((product) => product.model.fabric))
    expect(FABRIC_SHEETS.filter((sheet) => fabrics.has(sheet.slug)).length).toBeGreaterThanOrEqual(30)
  })
  it('have slugs and names of their own, and companies five to nine of them', () => {
    for (const value of ['slug', 'en', 'ru'] as const) {
      const all = demo.products.map(({ slug, name }) => (value === 'slug' ? slug : name[value]))
      expect(new Set(all).size, value).toBe(all.length)
    }
    for (const { slug } of demo.companies) {
      const count = demo.products.filter((product) => product.companySlug === slug).length
      expect(count, slug).toBeGreaterThanOrEqual(5)
      // The mill in Namangan shows the whole of cotton.
      expect(count, slug).toBeLessThanOrEqual(slug === 'zarbuloq-mills' ? 15 : 9)
    }
  })
  it('are made of fabrics and colourways that are there, which their data sheet lists', () => {
    for (const { slug, model, spec } of demo.products) {
      const source = [...FABRIC_SHEETS, ...MATERIALS].find((candidate) => candidate.slug === model.fabric)
      expect(source, slug).toBeDefined()
      expect(
        spec.colourways.map(({ code }) => code),
        slug,
      ).toContain(model.colourway)
    }
  })
  it('let one compare three twills and more of different weights, and a wool herringbone', () => {
    const fabrics = demo.products.flatMap(({ spec }) => (spec.kind === 'fabric' ? [spec] : []))
    const twills = fabrics.filter(({ structure }) => structure.startsWith('twill'))
    expect(new Set(twills.map(({ weightGsm }) => weightGsm)).size).toBeGreaterThanOrEqual(3)
    expect(
      fabrics.some(
        ({ structure, composition }) => structure === 'herringbone' && composition[0]?.fibre === 'wool',
      ),
    ).toBe(true)
  })
  it('are declared under the chapter of their construction and main fibre, cotton and wool by their weight too', () => {
    const chapters: Record<string, string[]> = {
      cotton: ['52'], wool: ['51'], virginWool: ['51'], flax: ['53'], silk: ['50'], polyamide: ['54', '55'],
      polyester: ['54', '55'], viscose: ['55'], lyocell: ['55'],
    } // prettier-ignore
    for (const sheet of FABRIC_SHEETS) {
      const chapter = sheet.hsCode.slice(0, 2)
      if (sheet.material === 'knit') expect(chapter, sheet.slug).toBe('60')
      else if (sheet.structure === 'terryLoop') expect(sheet.hsCode.slice(0, 4), sheet.slug).toBe('5802')
      else expect(chapters[sheet.composition[0]![0]], sheet.slug).toContain(chapter)
      const [heading, weight] = [sheet.hsCode.slice(0, 4), statedWeightGsm(sheet)]
      if (['5208', '5210'].includes(heading)) expect(weight, sheet.slug).toBeLessThanOrEqual(200)
      if (['5209', '5211'].includes(heading)) expect(weight, sheet.slug).toBeGreaterThan(200)
      if (sheet.hsCode.startsWith('511111')) expect(weight, sheet.slug).toBeLessThanOrEqual(300)
      if (sheet.hsCode.startsWith('511119')) expect(weight, sheet.slug).toBeGreaterThan(300)
    }
    for (const { spec, slug, model } of demo.products) {
      const sheet = FABRIC_SHEETS.find((candidate) => candidate.slug === model.fabric)
      if (spec.kind === 'garment' && sheet)
        expect(spec.trade.hsCode.slice(0, 2), slug).toBe(sheet.material === 'knit' ? '61' : '62')
    }
  })
  it('weigh within 10 % of what their construction weighs', () => {
    for (const { spec, slug } of demo.products) {
      if (spec.kind !== 'fabric') continue
      const computed = weightFromConstruction(FabricSpec.parse(spec))!
      expect(Math.abs(computed / spec.weightGsm - 1), slug).toBeLessThan(0.1)
    }
  })
  it('raise no warning of unusual values', () => {
    expect(
      demo.products.flatMap((product) =>
        unusualValues(product.spec).map((warning) => [product.slug, warning.path]),
      ),
    ).toEqual([])
  })
  it('mark every certificate and report as an example', () => {
    const certificates = [
      ...demo.companies.flatMap((company) => company.certificates),
      ...demo.products.flatMap((product) => product.spec.certificates),
    ]
    for (const certificate of certificates)
      expect([certificate.proof.state, certificate.number]).toEqual([
        'example',
        expect.stringContaining('EXAMPLE'),
      ])
    for (const test of demo.products.flatMap((product) => product.spec.tests))
      expect(test.reportNumber).toContain('EXAMPLE')
  })
})

describe('the people', () => {
  it('include an owner for each company, a buyer, a host and an organiser, each with an address of their own', () => {
    for (const company of demo.companies)
      expect(
        demo.people.some((person) => person.role === 'owner' && person.companySlug === company.slug),
        company.slug,
      ).toBe(true)
    for (const role of ['buyer', 'host', 'organiser'])
      expect(demo.people.some((person) => person.role === role)).toBe(true)
    expect(new Set(demo.people.map((person) => person.email)).size).toBe(demo.people.length)
  })
})
