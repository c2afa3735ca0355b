import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chatCommands, chatFacts, chatRoutes, type ChatMessage } from '#shared/protocol/chat.ts'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { buildCompany, buildHall, buildStand, guest, signUp } from '../../support/people.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'
import { command, nextFact } from '../../support/socket-client.ts'

describe('chat of a stand', () => {
  let app: TestApp
  let standId: string
  let owner: Awaited<ReturnType<typeof signUp>>

  beforeAll(async () => {
    app = await startTestApp()
    const { hallId } = await buildHall(app)
    const company = await buildCompany(app)
    owner = company.owner
    standId = await buildStand(app, hallId, company.companyId)
  })
  afterAll(() => app.stop())

  it('[CH1] stores a message before it is acknowledged, and tells those who joined', async () => {
    const buyer = await guest(app, 'Lola')
    const [sender, hearer] = [await app.connect(buyer.cookie), await app.connect(owner.cookie)]
    await command(hearer, chatCommands.join, { standId, afterSeq: -1 })
    const heard = nextFact(hearer, chatFacts.posted)
    const id = randomUUID()
    const stored = await command(sender, chatCommands.post, { standId, id, text: 'Is there a 3/1 in 320 g?' })
    expect(stored).toMatchObject({
      id,
      text: 'Is there a 3/1 in 320 g?',
      author: { name: 'Lola', lanyard: 'visitor' },
    })
    expect(await heard).toEqual(stored)
    const { messages } = await app.call(owner.cookie)(chatRoutes.listMessages, { params: { standId } })
    expect(messages.at(-1)).toEqual(stored)
  })

  it('[CH2] makes one message of the same id sent many times at once', async () => {
    const buyer = await guest(app)
    const sockets = await Promise.all([1, 2, 3].map(() => app.connect(buyer.cookie)))
    const id = randomUUID()
    const replies = await Promise.all(
      sockets.map((socket) => command(socket, chatCommands.post, { standId, id, text: 'once' })),
    )
    expect(new Set(replies.map(({ seq }) => seq)).size).toBe(1)
    const { messages } = await app.call(buyer.cookie)(chatRoutes.listMessages, { params: { standId } })
    expect(messages.filter((message) => message.id === id)).toHaveLength(1)
  })

  it('[CH3] numbers the messages of a room 1, 2, 3 without gaps, however many write at once', async () => {
    const own = await buildHallWithStand(app)
    const people = await Promise.all(Array.from({ length: 8 }, (_, at) => guest(app, `Buyer ${at}`)))
    const sockets = await Promise.all(people.map(({ cookie }) => app.connect(cookie)))
    await Promise.all(
      sockets.flatMap((socket) =>
        Array.from({ length: 6 }, (_, at) =>
          command(socket, chatCommands.post, { standId: own, id: randomUUID(), text: `m${at}` }),
        ),
      ),
    )
    const { messages, lastSeq } = await app.call('')(chatRoutes.listMessages, {
      params: { standId: own },
      query: { after: 0 },
    })
    expect(messages.map(({ seq }: ChatMessage) => seq)).toEqual(Array.from({ length: 48 }, (_, at) => at + 1))
    expect(lastSeq).toBe(48)
  })

  it('[CH4] refuses another person’s message id', async () => {
    const [a, b] = await Promise.all([guest(app, 'Anna'), guest(app, 'Boris')])
    const id = randomUUID()
    await command(await app.connect(a.cookie), chatCommands.post, { standId, id, text: 'mine' })
    const other = command(await app.connect(b.cookie), chatCommands.post, { standId, id, text: 'stolen' })
    await expect(other).rejects.toThrow('conflict')
  })

  it('[CH5] lets the stand’s staff remove a message; its number stays and its text is gone', async () => {
    const buyer = await guest(app)
    const socket = await app.connect(buyer.cookie)
    await command(socket, chatCommands.join, { standId, afterSeq: -1 })
    const { id, seq } = await command(socket, chatCommands.post, { standId, id: randomUUID(), text: 'spam' })
    const removed = nextFact(socket, chatFacts.removed)
    await app.call(owner.cookie)(chatRoutes.removeMessage, { params: { standId, messageId: id } })
    expect(await removed).toEqual({ standId, id, seq })
    const { messages } = await app.call('')(chatRoutes.listMessages, { params: { standId } })
    expect(messages.find((message: ChatMessage) => message.id === id)).toMatchObject({ seq, text: null })
  })

  it('[CH6] keeps a muted visitor from writing, and only at this stand', async () => {
    const buyer = await guest(app)
    const elsewhere = await buildHallWithStand(app)
    const socket = await app.connect(buyer.cookie)
    await app.call(owner.cookie)(chatRoutes.muteVisitor, {
      params: { standId, visitorId: buyer.id },
      body: { minutes: 5 },
    })
    const post = (at: string) =>
      command(socket, chatCommands.post, { standId: at, id: randomUUID(), text: 'hello' })
    await expect(post(standId)).rejects.toThrow('muted')
    await expect(post(elsewhere)).resolves.toMatchObject({ text: 'hello' })
    await app.call(owner.cookie)(chatRoutes.muteVisitor, {
      params: { standId, visitorId: buyer.id },
      body: { minutes: 0 },
    })
    await expect(post(standId)).resolves.toMatchObject({ text: 'hello' })
  })

  it('keeps a guest out of a room whose door asks for registration, and lets a buyer in', async () => {
    const { hallId } = await buildHall(app)
    const { companyId } = await buildCompany(app, 'Closed Doors')
    const closed = await buildStand(app, hallId, companyId, { door: 'registered' })
    const join = async (cookie: string) =>
      command(await app.connect(cookie), chatCommands.join, { standId: closed, afterSeq: -1 })
    await expect(join((await guest(app)).cookie)).rejects.toThrow('door_closed')
    await expect(join((await signUp(app)).cookie)).resolves.toMatchObject({ lastSeq: 0 })
  })

  it('answers malformed input with a code, never with silence', async () => {
    const socket = await app.connect((await guest(app)).cookie)
    for (const body of [null, 7, {}, { standId: 'x' }, { standId, id: randomUUID(), text: '' }]) {
      const ack = await socket.timeout(5000).emitWithAck(chatCommands.post.name, body)
      expect(ack).toMatchObject({ ok: false, error: { code: 'bad_request' } })
    }
  })

  it('tells everyone who they are', async () => {
    const me = await app.call(owner.cookie)(accountRoutes.getMe, {})
    expect(me).toMatchObject({ principal: { kind: 'exhibitorAdmin' }, lanyard: 'exhibitor' })
  })
})

const buildHallWithStand = async (app: TestApp) => {
  const { hallId } = await buildHall(app)
  const { companyId } = await buildCompany(app, `Mill ${randomUUID().slice(0, 4)}`)
  return buildStand(app, hallId, companyId)
}
