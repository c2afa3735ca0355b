import { describe, expect, it } from 'vitest'
import { csvOf } from '#client/catalogue/csv.ts'

describe('a table for the office', () => {
  it('begins with a byte order mark and quotes what must be quoted', () => {
    expect(csvOf([['NT-310', 'Саржа, «плотная»', 'a "b"', 'two\nlines']])).toBe(
      '\uFEFFNT-310,"Саржа, «плотная»","a ""b""","two\nlines"\r\n',
    )
  })

  it.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'keeps %j from being run as a formula',
    (text) => {
      expect(
        csvOf([[text]])
          .replace('\uFEFF', '')
          .replace(/^"/, '')
          .startsWith("'"),
      ).toBe(true)
    },
  )
})
