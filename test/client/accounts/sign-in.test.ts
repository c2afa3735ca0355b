import { describe, expect, it } from 'vitest'
import { refusalOf } from '#client/accounts/auth-requests.ts'
import { nextPlace } from '#client/accounts/next-place.ts'

describe('the place after signing in', () => {
  it('is the page that asked for it', () => {
    expect(nextPlace('?next=%2Fdesk%2Fproducts%2Fnew%3Fkind%3Dfabric')).toBe('/desk/products/new?kind=fabric')
  })
  it.each([
    '',
    '?next=',
    '?next=https://example.com',
    '?next=//example.com',
    '?next=/\\example.com',
    '?next=javascript:1',
  ])('is the start page for %j', (search) => expect(nextPlace(search)).toBe('/'))
})

describe('a refusal of the account service', () => {
  it('tells a wrong password from a taken address', () => {
    expect(refusalOf(401, { code: 'INVALID_EMAIL_OR_PASSWORD' })).toBe('wrongCredentials')
    expect(refusalOf(422, { code: 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL' })).toBe('addressTaken')
  })
  it('has a sentence also for what it does not know', () => {
    expect(refusalOf(500, undefined)).toBe('other')
    expect(refusalOf(429, 'slow down')).toBe('tooMany')
  })
})
