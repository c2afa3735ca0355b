import { describe, expect, it } from 'vitest'
import { ApiError } from '#client/net/api.ts'
import { createVoiceCaptions } from '#client/sessions/recording/voice-captions.ts'
import { holdTimers } from './held-timers.ts'
import { standInRecognisers } from './stand-in-recogniser.ts'

const build = () => {
  const { Recogniser, made, last } = standInRecognisers()
  const clock = holdTimers()
  const kept = new Map<string, string>()
  const fair = { hasFile: false }
  const captions = createVoiceCaptions({
    Recogniser,
    startedMs: 0,
    async save(language, text) {
      if (fair.hasFile) throw new ApiError('conflict')
      kept.set(language, text)
    },
    timers: clock.timers,
  })
  const end = async () => {
    const ended = captions.end()
    for (const one of made) one.end()
    await ended
  }
  return { captions, made, last, clock, kept, fair, end }
}

describe('captions of a recording from one’s own voice', () => {
  it('are a file for each language, which goes on where one comes back to it', async () => {
    const { captions, made, last, clock, kept, end } = build()
    captions.hear('ru')
    last().say(0, 'раз', true)
    captions.hear('en')
    made[0]?.end()
    last().say(0, 'two', true)
    captions.hear(undefined)
    clock.callAll()
    captions.hear('ru')
    clock.nowMs = 1000
    last().say(0, 'три', true)
    await end()
    expect(kept.get('ru')).toMatch(/раз[^]*три/)
    expect(kept.get('en')).toMatch(/two/)
  })

  it('hear nothing more once the recording has stopped, whatever one asks for then', async () => {
    const { captions, made, last, end } = build()
    captions.hear('ru')
    const before = last()
    await end()
    captions.hear('ru')
    captions.hear('en')
    expect(before.isListening).toBe(false)
    expect(made).toHaveLength(1)
  })

  it('tell why they are not there', async () => {
    const { captions, last, clock, fair } = build()
    const trouble = () => captions.store.getState().trouble
    captions.hear('ru')
    last().onerror?.({ error: 'not-allowed' })
    expect(trouble()).toBe('deaf')
    captions.hear('en')
    expect(trouble()).toBeUndefined()
    fair.hasFile = true
    last().say(0, 'one', true)
    clock.callAll()
    await expect.poll(trouble).toBe('has_file')
  })
})
