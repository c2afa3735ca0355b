import { describe, expect, it } from 'vitest'
import { createCaptionKeeper } from '#client/sessions/recording/caption-keeper.ts'

const build = () => {
  const later: (() => void)[] = []
  const saved: string[] = []
  const source = { text: '', isAway: false }
  const keeper = createCaptionKeeper(
    { read: () => Promise.resolve(source.text) },
    (text) => {
      if (source.isAway) return Promise.reject(new Error('away'))
      saved.push(text)
      return Promise.resolve()
    },
    {
      nowMs: () => 0,
      after(_, call) {
        later.push(call)
        return () => {
          const at = later.indexOf(call)
          if (at >= 0) later.splice(at, 1)
        }
      },
    },
  )
  const say = (text: string) => {
    source.text = text
    keeper.note()
  }
  return { keeper, saved, source, say, later }
}

describe('captions that grow', () => {
  it('are kept now and then, and at the end', async () => {
    const { keeper, saved, say, later } = build()
    say('a')
    say('ab')
    expect(later).toHaveLength(1)
    later.splice(0).forEach((call) => call())
    await expect.poll(() => saved).toEqual(['ab'])
    say('abc')
    await keeper.end()
    expect(saved).toEqual(['ab', 'abc'])
    expect(later).toHaveLength(0)
    await keeper.end()
    expect(saved).toHaveLength(2)
  })

  it('are kept later where they could not be kept', async () => {
    const { keeper, saved, source, say, later } = build()
    say('a')
    source.isAway = true
    later.splice(0).forEach((call) => call())
    await expect.poll(() => later).toHaveLength(1)
    await expect(keeper.end()).rejects.toThrow('away')
    source.isAway = false
    await keeper.end()
    expect(saved).toEqual(['a'])
  })
})
