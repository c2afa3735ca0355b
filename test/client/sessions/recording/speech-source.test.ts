import { describe, expect, it } from 'vitest'
import { createSpeechSource } from '#client/sessions/recording/speech-source.ts'
import { captionsFault } from '#shared/model/webvtt.ts'
import { holdTimers } from './held-timers.ts'
import { standInRecognisers } from './stand-in-recogniser.ts'

const STARTED_MS = 5000

const build = () => {
  const { Recogniser, made, last } = standInRecognisers()
  const clock = holdTimers(STARTED_MS)
  const told = { cues: 0, refused: 0 }
  const source = createSpeechSource({
    Recogniser,
    language: 'ru',
    startedMs: STARTED_MS,
    onCue: () => (told.cues += 1),
    onRefused: () => (told.refused += 1),
    timers: clock.timers,
  })
  return { source, made, clock, told, last }
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
    clock.callAll()
    expect(made).toHaveLength(2)
    clock.nowMs = STARTED_MS + 10_000
    last().say(0, 'два', true)
    expect(captionsFault(await source.read())).toBeUndefined()
    expect(await source.read()).toMatch(/раз[^]*два/)
  })

  it('have a sentence once, and in its place, however its result is told', async () => {
    const { source, clock, told, last } = build()
    source.hear(true)
    last().say(0, 'раз', false)
    clock.nowMs = STARTED_MS + 3000
    last().say(1, 'два', true)
    clock.nowMs = STARTED_MS + 4000
    last().say(0, 'раз', true)
    last().say(1, 'два', true)
    expect(told.cues).toBe(2)
    expect(captionsFault(await source.read())).toBeUndefined()
    expect(await source.read()).toMatch(/раз[^]*два/)
  })

  it('hear nothing while the microphone is closed', () => {
    const { source, made, clock, last } = build()
    expect(made).toHaveLength(0)
    source.hear(true)
    source.hear(false)
    expect(last().isListening).toBe(false)
    last().end()
    expect(clock.waits()).toBe(0)
    source.hear(true)
    expect(last().isListening).toBe(true)
  })

  it('have the sentence that was being said when they end', async () => {
    const { source, last } = build()
    source.hear(true)
    last().say(0, 'до', false)
    const ended = source.end()
    expect(last().isListening).toBe(false)
    last().say(0, 'до свидания', true)
    last().end()
    await ended
    expect(await source.read()).toContain('до свидания')
  })

  it('end also where the recogniser does not say that it has ended', async () => {
    const { source, clock } = build()
    source.hear(true)
    const ended = source.end()
    clock.callAll()
    await expect(ended).resolves.toBeUndefined()
  })

  it('say that they end where the browser is not permitted to listen, and do not ask again', () => {
    const { source, clock, told, last } = build()
    source.hear(true)
    last().onerror?.({ error: 'not-allowed' })
    last().end()
    expect(told.refused).toBe(1)
    expect(clock.waits()).toBe(0)
  })

  it('bear a service that is out of reach for a while', () => {
    const { source, made, clock, told, last } = build()
    source.hear(true)
    last().onerror?.({ error: 'network' })
    last().end()
    clock.callAll()
    expect(told.refused).toBe(0)
    expect(made).toHaveLength(2)
  })
})
