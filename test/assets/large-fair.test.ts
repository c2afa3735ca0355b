import { describe, expect, it } from 'vitest'
import { demoFair, modelSource } from '#assets/demo-fair.ts'
import { ProductSpec, unusualValues } from '#shared/model/product.ts'

describe('the large demo fair', () => {
  const small = demoFair()
  const large = demoFair('large')

  it('has 100 stands and 1,500 products, each with a slug and names of its own', () => {
    expect(large.stands).toHaveLength(100)
    expect(large.companies).toHaveLength(100)
    expect(large.products).toHaveLength(1500)
    for (const list of [large.products, large.stands, large.companies, large.halls])
      expect(new Set(list.map(({ slug }) => slug)).size).toBe(list.length)
    for (const language of ['en', 'ru'] as const)
      expect(new Set(large.products.map(({ name }) => name[language])).size).toBe(1500)
    expect(new Set(large.people.map(({ email }) => email)).size).toBe(large.people.length)
  })
  it('is the same each time, and begins with the small one', () => {
    expect(demoFair('large')).toEqual(large)
    expect(large.products.slice(0, small.products.length)).toEqual(small.products)
    expect(large.stands.slice(0, small.stands.length)).toEqual(small.stands)
  })
  it('has sound data sheets with nothing unusual, and no model that the small one has not', () => {
    const known = new Set(small.products.map((product) => JSON.stringify(modelSource(product))))
    for (const product of large.products) {
      expect(ProductSpec.safeParse(product.spec).error, product.slug).toBeUndefined()
      expect(unusualValues(product.spec), product.slug).toEqual([])
      expect(known.has(JSON.stringify(modelSource(product))), product.slug).toBe(true)
    }
  })
  it('shows on each stand only goods of its own company', () => {
    const owner = new Map(large.products.map(({ slug, companySlug }) => [slug, companySlug]))
    for (const { slots, companySlug, number } of large.stands)
      for (const slug of slots.flatMap(({ productSlugs }) => productSlugs))
        expect(owner.get(slug), `${number}: ${slug}`).toBe(companySlug)
  })
})
