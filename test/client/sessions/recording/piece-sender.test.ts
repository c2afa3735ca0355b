import { describe, expect, it } from 'vitest'
import { createPieceSender, type PieceWire } from '#client/sessions/recording/piece-sender.ts'
import { ApiError } from '#client/net/api.ts'
import { holdTimers } from './held-timers.ts'

/** A server that keeps what arrives, and a line that a test cuts before or after a request reaches it. */
const buildLine = () => {
  const line = { stored: '', isWhole: false, isCreated: false, cut: 'none' as 'none' | 'there' | 'back' }
  const over = async <T>(request: () => T | Promise<T>): Promise<T> => {
    if (line.cut === 'there') throw new ApiError('offline')
    const answer = await request()
    if (line.cut === 'back') throw new ApiError('offline')
    return answer
  }
  const wire: PieceWire = {
    create: () =>
      over(() => {
        if (line.isCreated) throw new ApiError('conflict')
        line.isCreated = true
      }),
    offset: () => over(() => line.stored.length),
    append: (offset, bytes, length) =>
      over(async () => {
        if (!line.isCreated) throw new ApiError('not_found')
        if (offset !== line.stored.length) throw new ApiError('conflict')
        line.stored += await bytes.text()
        line.isWhole = line.stored.length === length
      }),
  }
  return { line, wire }
}

const build = () => {
  const { line, wire } = buildLine()
  const clock = holdTimers()
  const sender = createPieceSender(wire, clock.timers)
  const add = (...pieces: string[]) => pieces.forEach((piece) => sender.add(new Blob([piece])))
  const away = () => expect.poll(() => sender.store.getState().away).toBe('offline')
  return { line, sender, add, away, tryAgain: clock.callAll }
}

describe('[RC2] pieces of a recording', () => {
  it('arrive in their order, and the last tells how long it is', async () => {
    const { line, sender, add } = build()
    add('one ', 'two ', 'three')
    await sender.end()
    expect(line).toMatchObject({ stored: 'one two three', isWhole: true })
    expect(sender.store.getState()).toMatchObject({ sentBytes: 13, waitingBytes: 0, away: undefined })
  })

  it.each(['there', 'back'] as const)(
    'wait for a line that is lost on the way %s, and go on',
    async (cut) => {
      const { line, sender, add, away, tryAgain } = build()
      add('one ')
      await expect.poll(() => line.stored).toBe('one ')
      line.cut = cut
      add('two ')
      await away()
      add('three')
      expect(sender.store.getState().waitingBytes).toBe(9)
      line.cut = 'none'
      tryAgain()
      await sender.end()
      expect(line).toMatchObject({ stored: 'one two three', isWhole: true })
    },
  )

  it('are begun once, also where the answer to the beginning was lost', async () => {
    const { line, sender, add, away, tryAgain } = build()
    line.cut = 'back'
    add('one')
    await away()
    line.cut = 'none'
    tryAgain()
    await sender.end()
    expect(line.stored).toBe('one')
  })

  it('are not sent on where they are refused', async () => {
    const { line, sender, add } = build()
    line.isCreated = true
    add('one')
    await expect.poll(() => sender.store.getState().refusal).toBe('conflict')
    await expect(sender.end()).rejects.toMatchObject({ code: 'conflict' })
    expect(line.stored).toBe('')
  })
})
