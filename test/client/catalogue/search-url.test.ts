import { describe, expect, it } from 'vitest'
import {
  choiceCount,
  chosenIn,
  productQueryIn,
  weightIn,
  withoutChoices,
  withToggled,
  withWeight,
} from '#client/catalogue/search-url.ts'

const at = (address: string) => new URLSearchParams(address)

describe('a search in an address', () => {
  it('chooses values and lets them go, and leaves the rest as it is', () => {
    const one = withToggled(at('q=твид'), 'fibre', 'wool')
    const two = withToggled(one, 'fibre', 'flax')
    expect(chosenIn(two, 'fibre')).toEqual(['wool', 'flax'])
    const back = withToggled(withToggled(two, 'fibre', 'wool'), 'fibre', 'flax')
    expect(back.toString()).toBe(at('q=твид').toString())
  })

  it('leaves out what no search would accept: an old link still finds something', () => {
    const search = at('fibre=wool,unobtainium&country=UZ,usa&hall=x&sort=oldest&weight=ten-20')
    expect(productQueryIn(search)).toEqual({ fibre: 'wool', country: 'UZ', sort: 'relevance' })
  })

  it('reads bounds of weight with one end or both', () => {
    expect(weightIn(at('weight=150-300'))).toEqual({ from: 150, to: 300 })
    expect(weightIn(at('weight=-99'))).toEqual({ from: undefined, to: 99 })
    expect(withWeight(at('weight=150-300'), { from: undefined, to: undefined }).has('weight')).toBe(false)
    expect(productQueryIn(withWeight(at(''), { from: 400, to: undefined }))).toMatchObject({
      weightFrom: 400,
    })
  })

  it('counts choices in the facets that a page has, and takes them back together', () => {
    const search = at('q=twill&fibre=wool,flax&weight=150-&country=UZ')
    expect(choiceCount(search, ['fibre', 'weight', 'country'])).toBe(4)
    expect(choiceCount(search, ['country'])).toBe(1)
    expect(withoutChoices(search).toString()).toBe('q=twill')
  })
})
