import { describe, expect, it } from 'vitest'
import { calendarFile } from '#shared/model/calendar-file.ts'

const event = {
  id: 'one',
  title: 'Wool; linen, silk',
  text: 'First line\nsecond line',
  place: 'Stage, Hall A',
  url: 'https://fair.example/programme#one',
  startsAt: '2026-11-26T05:00:00.000Z',
  endsAt: '2026-11-26T05:40:00.000Z',
  revision: 3,
  isCancelled: false,
}
const lines = (events: (typeof event)[]) => calendarFile(events, '2026-11-01T00:00:00.000Z').split('\r\n')

describe('a calendar file', () => {
  it('holds times in UTC, the revision as sequence, and text with its signs escaped', () => {
    expect(lines([event])).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'UID:one@fairloom',
        'SEQUENCE:2',
        'DTSTART:20261126T050000Z',
        'DTEND:20261126T054000Z',
        String.raw`SUMMARY:Wool\; linen\, silk`,
        String.raw`DESCRIPTION:First line\nsecond line`,
        String.raw`LOCATION:Stage\, Hall A`,
        'STATUS:CONFIRMED',
        'END:VCALENDAR',
      ]),
    )
  })
  it('folds lines after 75 bytes without cutting a letter', () => {
    const text = 'Ткань и время '.repeat(20).trim()
    const file = calendarFile([{ ...event, text }], '2026-11-01T00:00:00.000Z')
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${text}`)
  })
  it('says that a session is cancelled', () => {
    expect(lines([{ ...event, isCancelled: true }])).toContain('STATUS:CANCELLED')
  })
  it('asks somebody to take it into their calendar, or to cross it out, under the same id', () => {
    const people = {
      organizer: { name: 'Lola "L" Karimova', email: 'fair@example.test' },
      attendee: { name: '', email: 'clara@example.test' },
    }
    const sent = (method: 'REQUEST' | 'CANCEL') =>
      calendarFile([event], '2026-11-01T00:00:00.000Z', { method, ...people }).replaceAll('\r\n ', '')
    expect(sent('REQUEST')).toContain('METHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:one@fairloom')
    expect(sent('REQUEST')).toContain('ORGANIZER;CN="Lola  L  Karimova":mailto:fair@example.test')
    expect(sent('REQUEST')).toContain('RSVP=FALSE:mailto:clara@example.test')
    expect(sent('CANCEL')).toContain('METHOD:CANCEL')
  })
})
