import { describe, expect, it } from 'vitest'
import { createChatLink, TYPING_FADES_MS, type ChatLink } from '#client/net/chat-link.ts'
import { CHAT_PAGE } from '#shared/protocol/chat.ts'
import { seededRandom } from '#test/benchmarks/presence/walkers.ts'
import { memoryOutbox, TestLine, TestRoom, TestTime } from './chat-link-world.ts'

const visitorOf = (room: TestRoom, name: string) => {
  const line = new TestLine(room, name)
  const outbox = memoryOutbox()
  const open = () => createChatLink({ roomId: room.standId, wire: line, outbox, timers: room.time })
  return { name, line, outbox, open, link: open(), sent: [] as string[] }
}

const textsOf = (link: ChatLink) => link.state().messages.map(({ text }) => text)

const calmRoom = () => {
  const time = new TestTime()
  return { time, room: new TestRoom(time) }
}

describe('chat link', () => {
  it('[CH10] shows the latest page, and reads older ones when asked', async () => {
    const { time, room } = calmRoom()
    for (let at = 1; at <= CHAT_PAGE + 50; at++) room.store(crypto.randomUUID(), `m${at}`)
    const { link, line } = visitorOf(room, 'Lola')
    expect(link.state().phase).toBe('joining')
    line.connect()
    await time.advance(1)
    expect(link.state()).toMatchObject({ phase: 'ready', hasOlder: true })
    expect(link.state().messages[0]?.seq).toBe(51)
    const older = link.loadOlder()
    await time.advance(1)
    await older
    expect(link.state().hasOlder).toBe(false)
    expect(link.state().messages.map(({ seq }) => seq)).toEqual(
      Array.from({ length: CHAT_PAGE + 50 }, (_, at) => at + 1),
    )
  })

  it('[CH11] sends what was written without a line as soon as there is one, in the order written', async () => {
    const { time, room } = calmRoom()
    const { link, line, outbox } = visitorOf(room, 'Lola')
    link.send('one')
    link.send('two')
    expect(link.state().pending.map(({ text }) => text)).toEqual(['one', 'two'])
    expect(outbox.kept).toHaveLength(2)
    line.connect()
    await time.advance(1)
    expect(textsOf(link)).toEqual(['one', 'two'])
    expect(link.state().pending).toEqual([])
    expect(outbox.kept).toEqual([])
  })

  it('[CH12] sends unacknowledged messages again after a reload, with the id that they had', async () => {
    const { time, room } = calmRoom()
    const visitor = visitorOf(room, 'Lola')
    visitor.line.connect()
    await time.advance(1)
    room.weather = { ...room.weather, random: () => 0.5, delayMs: 100 }
    const id = visitor.link.send('is it in stock?')
    await time.advance(60)
    // Stored, but the acknowledgement is still on its way when the page goes.
    expect(room.rows).toHaveLength(1)
    visitor.link.close()
    visitor.line.cut()
    const again = visitor.open()
    visitor.line.connect()
    await time.advance(1000)
    expect(room.rows.map((row) => row.id)).toEqual([id])
    expect(again.state().pending).toEqual([])
    expect(textsOf(again)).toEqual(['is it in stock?'])
  })

  it('[CH13] closes a gap by reading what follows the last number, over several pages', async () => {
    const { time, room } = calmRoom()
    const { link, line } = visitorOf(room, 'Lola')
    line.connect()
    await time.advance(1)
    room.weather = { ...room.weather, dropShare: 1 }
    for (let at = 1; at <= 2 * CHAT_PAGE + 7; at++) room.store(crypto.randomUUID(), `m${at}`)
    await time.advance(1)
    expect(link.state().messages).toEqual([])
    room.weather = { ...room.weather, dropShare: 0 }
    room.store(crypto.randomUUID(), 'last')
    await time.advance(1)
    expect(link.state().messages).toEqual(room.rows)
  })

  it('[CH14] learns at its return what was removed while it was away', async () => {
    const { time, room } = calmRoom()
    const { link, line } = visitorOf(room, 'Lola')
    room.store(crypto.randomUUID(), 'spam')
    line.connect()
    await time.advance(1)
    line.cut()
    room.remove(1)
    line.connect()
    await time.advance(1)
    expect(textsOf(link)).toEqual([null])
  })

  it('keeps a refused message until it is sent again or given up', async () => {
    const { time, room } = calmRoom()
    const { link, line, outbox } = visitorOf(room, 'Lola')
    line.connect()
    room.refusal = 'muted'
    const id = link.send('hello')
    link.send('never mind')
    await time.advance(1)
    expect(link.state().pending).toMatchObject([
      { id, state: 'refused', code: 'muted' },
      { state: 'refused', code: 'muted' },
    ])
    room.refusal = undefined
    const other = link.state().pending[1]
    if (other) link.discard(other.id)
    link.retry(id)
    await time.advance(1)
    expect(textsOf(link)).toEqual(['hello'])
    expect(outbox.kept).toEqual([])
  })

  it('goes on trying where the refusal passes by itself', async () => {
    const { time, room } = calmRoom()
    const { link, line } = visitorOf(room, 'Lola')
    line.connect()
    room.refusal = 'too_many_requests'
    link.send('hello')
    await time.advance(2000)
    expect(link.state().pending).toMatchObject([{ state: 'sending' }])
    room.refusal = undefined
    await time.advance(10_000)
    expect(textsOf(link)).toEqual(['hello'])
  })

  it('names those who are writing until they have written, or for 4 s', async () => {
    const { time, room } = calmRoom()
    const [lola, timur] = [visitorOf(room, 'Lola'), visitorOf(room, 'Timur')]
    for (const { line } of [lola, timur]) line.connect()
    await time.advance(1)
    timur.link.typing()
    timur.link.typing()
    await time.advance(1)
    expect(lola.link.state().typing).toEqual(['Timur'])
    await time.advance(TYPING_FADES_MS)
    expect(lola.link.state().typing).toEqual([])
    timur.link.typing()
    timur.link.send('a question')
    await time.advance(1)
    expect(lola.link.state().typing).toEqual([])
  })

  it('gives the same snapshot until something changes', async () => {
    const { time, room } = calmRoom()
    const { link, line } = visitorOf(room, 'Lola')
    line.connect()
    await time.advance(1)
    const before = link.state()
    expect(link.state()).toBe(before)
    room.store(crypto.randomUUID(), 'new')
    await time.advance(1)
    expect(link.state()).not.toBe(before)
    expect(before.messages).toEqual([])
  })

  it.each(Array.from({ length: 40 }, (_, at) => at + 1))(
    '[CH15] both ends agree whatever the line does, nothing lost or doubled (seed %i)',
    async (seed) => {
      const random = seededRandom(seed)
      const time = new TestTime()
      const room = new TestRoom(time, { random, dropShare: 0.1, doubleShare: 0.1, delayMs: 300 })
      const visitors = ['Lola', 'Timur', 'Aigul'].map((name) => visitorOf(room, name))
      const anyone = () => visitors[Math.floor(random() * visitors.length)]!
      const removed = new Set<number>()
      for (const { line } of visitors) line.connect()
      for (let step = 0; step < 150; step++) {
        const dice = random()
        const visitor = anyone()
        if (dice < 0.5) visitor.sent.push(visitor.link.send(`${visitor.name} ${step}`))
        else if (dice < 0.6) visitor.line.cut()
        else if (dice < 0.75) visitor.line.connect()
        else if (dice < 0.8) {
          const seq = 1 + Math.floor(random() * room.rows.length)
          if (room.rows[seq - 1]) removed.add(seq)
          room.remove(seq)
        } else if (dice < 0.83) {
          visitor.link.close()
          visitor.line.cut()
          visitor.link = visitor.open()
        } else if (dice < 0.85) room.kill()
        await time.advance(random() * 400)
        const { messages } = visitor.link.state()
        messages.forEach(({ seq }, at) => expect(seq).toBe((messages[0]?.seq ?? 0) + at))
      }
      room.weather = { ...room.weather, dropShare: 0 }
      for (const { line } of visitors) line.connect()
      await time.advance(60_000)
      const settling = room.store(crypto.randomUUID(), 'one more shows any gap')
      await time.advance(60_000)
      for (const { link } of visitors)
        expect(link.state().messages.map(({ id }) => id)).toEqual(
          room.rows.slice((link.state().messages[0]?.seq ?? 1) - 1).map(({ id }) => id),
        )
      // Removals that were not told are learnt at the return.
      room.kill()
      for (const { line } of visitors) line.connect()
      await time.advance(60_000)

      const sent = [...visitors.flatMap((visitor) => visitor.sent), settling.id]
      expect(room.rows.map(({ id }) => id).toSorted()).toEqual(sent.toSorted())
      for (const { link, sent: own, name, outbox } of visitors) {
        const { messages, pending } = link.state()
        expect(pending).toEqual([])
        expect(outbox.kept).toEqual([])
        expect(messages).toEqual(room.rows.slice((messages[0]?.seq ?? 1) - 1))
        expect(room.rows.filter(({ author }) => author.name === name).map(({ id }) => id)).toEqual(own)
      }
      expect(new Set(room.rows.filter(({ text }) => text === null).map(({ seq }) => seq))).toEqual(removed)
    },
  )
})
