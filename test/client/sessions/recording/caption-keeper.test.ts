import { describe, expect, it } from 'vitest'
import { ApiError } from '#client/net/api.ts'
import { createCaptionKeeper } from '#client/sessions/recording/caption-keeper.ts'
import { holdTimers } from './held-timers.ts'

const build = () => {
  const clock = holdTimers()
  const fair = { saved: [] as string[], refusal: undefined as ApiError['code'] | undefined }
  const source = { text: '' }
  const refused: string[] = []
  /** Saves that wait for an answer, where a test holds them. */
  const held: (() => void)[] = []
  const line = { isHeld: false }
  const keeper = createCaptionKeeper({
    source: { read: () => Promise.resolve(source.text) },
    async save(text) {
      if (line.isHeld) await new Promise<void>((resolve) => held.push(resolve))
      if (fair.refusal) throw new ApiError(fair.refusal)
      fair.saved.push(text)
    },
    onRefused: (code) => refused.push(code),
    timers: clock.timers,
  })
  const say = (text: string) => {
    source.text = text
    keeper.note()
  }
  return { clock, fair, keeper, refused, say, line, held }
}

describe('captions that grow', () => {
  it('are kept now and then, and at the end', async () => {
    const { clock, fair, keeper, say } = build()
    say('a')
    say('ab')
    expect(clock.waits()).toBe(1)
    clock.callAll()
    await expect.poll(() => fair.saved).toEqual(['ab'])
    say('abc')
    await keeper.end()
    expect(fair.saved).toEqual(['ab', 'abc'])
    expect(clock.waits()).toBe(0)
  })

  it('are not saved where nothing was said', async () => {
    const { fair, keeper } = build()
    await keeper.end()
    expect(fair.saved).toEqual([])
  })

  it('are tried until they are kept, also the last ones', async () => {
    const { clock, fair, keeper, say } = build()
    fair.refusal = 'offline'
    say('a')
    clock.callAll()
    await expect.poll(clock.waits).toBe(1)
    const ended = keeper.end()
    await expect.poll(clock.waits).toBe(1)
    fair.refusal = undefined
    clock.callAll()
    await ended
    expect(fair.saved).toEqual(['a'])
  })

  it('go one save after the other, so that an older one never comes last', async () => {
    const { clock, fair, keeper, say, line, held } = build()
    line.isHeld = true
    say('a')
    clock.callAll()
    await expect.poll(() => held).toHaveLength(1)
    say('ab')
    const ended = keeper.end()
    expect(held).toHaveLength(1)
    line.isHeld = false
    held[0]?.()
    await ended
    expect(fair.saved).toEqual(['a', 'ab'])
  })

  it('are given up where they are refused for good, which is told once', async () => {
    const { clock, fair, keeper, refused, say } = build()
    fair.refusal = 'conflict'
    say('a')
    clock.callAll()
    await expect.poll(() => refused).toEqual(['conflict'])
    say('ab')
    await keeper.end()
    expect(refused).toEqual(['conflict'])
    expect(fair.saved).toEqual([])
  })
})
