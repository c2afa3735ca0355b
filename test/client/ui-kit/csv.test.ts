import { describe, expect, it } from 'vitest'
import { csvOf } from '#client/ui-kit/csv.ts'

describe('a table for the office', () => {
  it('[EN14] has no cell that a spreadsheet would run as a formula', () => {
    const attempts = [
      '=1+1',
      '+7 701',
      '-2',
      '@SUM(A1)',
      ' =1',
      '\t=1',
      '\r=1',
      '\n@x',
      '＝1',
      '＋1',
      '－1',
      '＠x',
    ]
    const lines = csvOf([attempts], ',').slice(1)
    for (const attempt of attempts) expect(lines).toContain(`"'${attempt}"`)
  })

  it('quotes what has separators, quotes and lines in it, and leaves plain text as it is', () => {
    const csv = csvOf([['Clara', '3/1 "twill"', 'a,b', 'two\nlines', '600', 'm-Aramid']], ',')
    expect(csv).toBe('\uFEFF"Clara","3/1 ""twill""","a,b","two\nlines","600","m-Aramid"\r\n')
    expect(csvOf([['a', 'b']], ';')).toBe('\uFEFF"a";"b"\r\n')
  })
})
