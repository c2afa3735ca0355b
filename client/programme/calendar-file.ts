/** What a calendar is told of one session. */
export interface CalendarEvent {
  id: string
  title: string
  text: string
  place: string
  url: string
  startsAt: string
  endsAt: string
  revision: number
  isCancelled: boolean
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n')

const stamp = (instant: string) => `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** Lines of at most 75 bytes, the next ones indented by a space; no letter is cut in two. */
const folded = (line: string): string => {
  const lines: string[] = []
  let current = ''
  for (const letter of line) {
    if (bytesOf(current + letter) > (lines.length === 0 ? 75 : 74)) {
      lines.push(current)
      current = ''
    }
    current += letter
  }
  return [...lines, current].join('\r\n ')
}

/** A calendar of these events (iCalendar, RFC 5545). `madeAt` is an instant. */
export const calendarFile = (events: readonly CalendarEvent[], madeAt: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fairloom//Programme//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.id}@fairloom`,
      `DTSTAMP:${stamp(madeAt)}`,
      `SEQUENCE:${event.revision - 1}`,
      `DTSTART:${stamp(event.startsAt)}`,
      `DTEND:${stamp(event.endsAt)}`,
      `SUMMARY:${escaped(event.title)}`,
      `DESCRIPTION:${escaped(event.text)}`,
      `LOCATION:${escaped(event.place)}`,
      `URL:${event.url}`,
      `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
