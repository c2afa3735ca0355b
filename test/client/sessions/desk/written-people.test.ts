import { describe, expect, it } from 'vitest'
import { writtenPeople } from '#client/sessions/desk/written-people.ts'

describe('people as they are pasted', () => {
  it('are read from mail programs, spreadsheets and plain lists', () => {
    const { people, wrong } = writtenPeople(
      'Clara Weber <Clara@Example.com>\nrustam@example.uz\n"Karimova, Lola";\nАйгуль Серикова\taigul@example.kz',
    )
    expect(people).toEqual([
      { name: 'Clara Weber', email: 'clara@example.com' },
      { name: '', email: 'rustam@example.uz' },
      { name: 'Айгуль Серикова', email: 'aigul@example.kz' },
    ])
    expect(wrong).toEqual(['"Karimova, Lola"'])
  })

  it('are nobody where nothing is written', () => {
    expect(writtenPeople(' \n\n')).toEqual({ people: [], wrong: [] })
  })
})
