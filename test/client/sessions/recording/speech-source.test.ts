import { describe, expect, it } from 'vitest'
import { createSpeechSource, type Recogniser } from '#client/sessions/recording/speech-source.ts'
import { captionsFault } from '#shared/model/webvtt.ts'

const STARTED_MS = 5000

/** A browser's recogniser, which hears what a test says, and a clock that the test moves. */
const build = () => {
  const made: StandIn[] = []
  class StandIn implements Recogniser {
    lang = ''
    continuous = false
    interimResults = false
    onresult: Recogniser['onresult'] = null
    onerror: Recogniser['onerror'] = null
    onend: Recogniser['onend'] = null
    isRunning = false
    readonly said: { isFinal: boolean; 0: { transcript: string } }[] = []
    constructor() {
      made.push(this)
    }
    start(): void {
      this.isRunning = true
    }
    abort(): void {
      this.end()
    }
    end(): void {
      this.isRunning = false
      this.onend?.()
    }
    say(at: number, transcript: string, isFinal: boolean): void {
      this.said[at] = { isFinal, 0: { transcript } }
      this.onresult?.({ resultIndex: at, results: this.said })
    }
  }
  const clock = { nowMs: STARTED_MS, later: [] as (() => void)[] }
  const told = { cues: 0, refused: 0 }
  const source = createSpeechSource({
    Recogniser: StandIn,
    language: 'ru',
    startedMs: STARTED_MS,
    onCue: () => (told.cues += 1),
    onRefused: () => (told.refused += 1),
    timers: {
      nowMs: () => clock.nowMs,
      after(_, call) {
        clock.later.push(call)
        return () => {
          clock.later = clock.later.filter((one) => one !== call)
        }
      },
    },
  })
  return { source, made, clock, told, last: () => made.at(-1) as StandIn }
}

describe('captions from one’s own voice', () => {
  it('begin with the first guess of a sentence and end with its last word', async () => {
    const { source, clock, told, last } = build()
    source.hear(true)
    expect(last()).toMatchObject({ lang: 'ru-RU', continuous: true, interimResults: true })
    clock.nowMs = STARTED_MS + 62_500
    last().say(0, 'это', false)
    clock.nowMs = STARTED_MS + 64_000
    last().say(0, 'это саржа 2 < 3', true)
    last().say(1, 'и', false)
    expect(told.cues).toBe(1)
    const text = await source.read()
    expect(text).toBe('WEBVTT\n\n00:01:02.500 --> 00:01:04.000\nэто саржа 2 &lt; 3\n')
    expect(captionsFault(text)).toBeUndefined()
  })

  it('go on after the recogniser ended by itself', async () => {
    const { source, made, clock, last } = build()
    source.hear(true)
    last().say(0, 'раз', true)
    last().end()
    expect(made).toHaveLength(1)
    clock.later.splice(0).forEach((call) => call())
    expect(made).toHaveLength(2)
    clock.nowMs = STARTED_MS + 10_000
    last().say(0, 'два', true)
    expect(captionsFault(await source.read())).toBeUndefined()
    expect(await source.read()).toMatch(/раз[^]*два/)
  })

  it('hear nothing while the microphone is closed', () => {
    const { source, made, clock, last } = build()
    expect(made).toHaveLength(0)
    source.hear(true)
    source.hear(false)
    expect(last().isRunning).toBe(false)
    expect(clock.later).toHaveLength(0)
    source.hear(true)
    expect(last().isRunning).toBe(true)
  })

  it('say that they end where the browser is not permitted to listen, and do not ask again', () => {
    const { source, clock, told, last } = build()
    source.hear(true)
    last().onerror?.({ error: 'not-allowed' })
    last().end()
    expect(told.refused).toBe(1)
    expect(clock.later).toHaveLength(0)
  })

  it('bear a service that is out of reach for a while', () => {
    const { source, made, clock, told, last } = build()
    source.hear(true)
    last().onerror?.({ error: 'network' })
    last().end()
    clock.later.splice(0).forEach((call) => call())
    expect(told.refused).toBe(0)
    expect(made).toHaveLength(2)
  })
})
