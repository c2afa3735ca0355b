/** The first line of a captions file that can't be read, counted from 1, and what is wrong with it. */
export interface CaptionsFault {
  line: number
  problem: 'header' | 'timing' | 'backwards' | 'empty'
}

const HEADER = /^WEBVTT(?:[ \t].*)?$/
const TIMING =
  /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$/
const APART = /^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/

const secondsOf = (time: string): number =>
  time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0)

/**
 * Looks through a captions file (WebVTT, https://www.w3.org/TR/webvtt1/): browsers skip what they can't read without a
 * word, so that its author must be told here. Answers the first fault, or undefined.
 */
export const captionsFault = (text: string): CaptionsFault | undefined => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  if (!HEADER.test(lines[0] ?? '')) return { line: 1, problem: 'header' }
  let cues = 0
  let lastStart = 0
  for (let at = 1; at < lines.length; at++) {
    if (lines[at]?.trim() === '') continue
    const blockAt = at
    while ((lines[at]?.trim() ?? '') !== '') at++
    // The header may go on below its first line.
    if (APART.test(lines[blockAt] ?? '') || blockAt === 1) continue
    // A cue may have a name above its times.
    const timingAt = lines[blockAt]?.includes('-->') ? blockAt : blockAt + 1
    const times = TIMING.exec(lines[timingAt]?.trim() ?? '')
    if (!times) return { line: Math.min(timingAt, at - 1) + 1, problem: 'timing' }
    const [start, end] = [secondsOf(times[1] ?? ''), secondsOf(times[2] ?? '')]
    if (end <= start || start < lastStart) return { line: timingAt + 1, problem: 'backwards' }
    lastStart = start
    cues += 1
  }
  return cues === 0 ? { line: lines.length, problem: 'empty' } : undefined
}

/** What is said from one moment to another, in ms since the beginning. */
export interface Cue {
  fromMs: number
  toMs: number
  text: string
}

const padded = (value: number, digits = 2) => String(value).padStart(digits, '0')

const timeText = (ms: number): string => {
  const seconds = Math.floor(ms / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return `${padded(hours)}:${padded(minutes)}:${padded(seconds % 60)}.${padded(Math.round(ms % 1000), 3)}`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const plain = (text: string) => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign).replace(/\s+/g, ' ')

/** A captions file (WebVTT) of cues in any order; whole milliseconds. */
export const writeCaptions = (cues: readonly Cue[]): string =>
  [
    'WEBVTT',
    ...cues
      .toSorted((one, other) => one.fromMs - other.fromMs)
      .map(({ fromMs, toMs, text }) => `${timeText(fromMs)} --> ${timeText(toMs)}\n${plain(text)}`),
  ]
    .join('\n\n')
    .concat('\n')
