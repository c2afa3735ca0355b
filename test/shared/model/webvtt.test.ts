import { describe, expect, it } from 'vitest'
import { captionsFault, writeCaptions } from '#shared/model/webvtt.ts'

const GOOD = `WEBVTT - Twills
Kind: captions

NOTE by the mill

STYLE
::cue { color: white }

1
00:00.000 --> 00:02.500 line:0
Good day

00:01:02.000 --> 01:00:00.000
<v Nargiza>This is a 3/1 twill.
`

describe('[RC5] captions', () => {
  it.each([GOOD, `\uFEFF${GOOD}`, GOOD.replaceAll('\n', '\r\n')])(
    'are taken as the standard has them',
    (text) => {
      expect(captionsFault(text)).toBeUndefined()
    },
  )

  it.each([
    ['1\n00:00:00,000 --> 00:00:02,000\nSubRip', { line: 1, problem: 'header' }],
    ['WEBVTT\n\n00:00:00,000 --> 00:00:02,000\nComma', { line: 3, problem: 'timing' }],
    ['WEBVTT\n\nintro\n00:00.000 -> 00:02.000\nArrow', { line: 4, problem: 'timing' }],
    ['WEBVTT\n\n00:61.000 --> 01:02.000\nSeconds', { line: 3, problem: 'timing' }],
    ['WEBVTT\n\n00:05.000 --> 00:02.000\nBackwards', { line: 3, problem: 'backwards' }],
    ['WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA', { line: 6, problem: 'backwards' }],
    ['WEBVTT\n\njust words', { line: 3, problem: 'timing' }],
    ['WEBVTT\n', { line: 2, problem: 'empty' }],
    ['', { line: 1, problem: 'header' }],
  ])('that can’t be read are refused with their line: %j', (text, fault) => {
    expect(captionsFault(text)).toEqual(fault)
  })
})

describe('captions that are written here', () => {
  it('can be read, whatever was said and however long it went on', () => {
    const text = writeCaptions([
      { fromMs: 0, toMs: 800, text: 'a\n\nb --> c & d' },
      { fromMs: 59_999, toMs: 60_000, text: 'e' },
      { fromMs: 36_000_000, toMs: 36_001_005, text: 'f' },
    ])
    expect(captionsFault(text)).toBeUndefined()
    expect(text).toContain('00:00:00.000 --> 00:00:00.800\na b --&gt; c &amp; d\n')
    expect(text).toContain('00:00:59.999 --> 00:01:00.000')
    expect(text).toContain('10:00:00.000 --> 10:00:01.005')
  })
})
