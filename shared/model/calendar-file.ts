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

/** An event sent to one person, so that it enters their calendar, changes or leaves it there. */
export interface CalendarMessage {
  method: 'REQUEST' | 'CANCEL'
  organizer: { name: string; email: string }
  attendee: { name: string; email: string }
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n')

/** A name as a parameter: quoted, and quotes can't be escaped (RFC 5545, 3.2). */
const quoted = (name: string) => `"${name.replaceAll(/["\r\n]/g, ' ')}"`

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

const people = ({ organizer, attendee }: CalendarMessage) => [
  `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.email}`,
  `ATTENDEE;CN=${quoted(attendee.name || attendee.email)};ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee.email}`,
]

const alarm = (title: string) => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  'TRIGGER:-PT10M',
  `DESCRIPTION:${escaped(title)}`,
  'END:VALARM',
]

/** A calendar of these events (iCalendar, RFC 5545; as a message, RFC 5546). `madeAt` is an instant. */
export const calendarFile = (
  events: readonly CalendarEvent[],
  madeAt: string,
  message?: CalendarMessage,
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Fairloom//Programme//EN',
    'CALSCALE:GREGORIAN',
    ...(message ? [`METHOD:${message.method}`] : []),
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
      ...(message ? people(message) : []),
      ...(event.isCancelled ? [] : alarm(event.title)),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
