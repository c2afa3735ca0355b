import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accountsRepository } from '#server/accounts/index.ts'
import { catalogueRepository } from '#server/catalogue/index.ts'
import type { EnquiryLine } from '#shared/model/enquiry.ts'
import { ENQUIRY_PAGE, tradeFacts, tradeRoutes, type Enquiry } from '#shared/protocol/trade.ts'
import { buildEnquiry, enquiryBody } from '../../support/enquiries.ts'
import { buildCompany, guest, signUp } from '../../support/people.ts'
import { buildProduct, twillDraft } from '../../support/products.ts'
import { nextFact } from '../../support/socket-client.ts'
import { startTestApp, type TestApp } from '../../support/test-app.ts'

type Person = Awaited<ReturnType<typeof signUp>>

describe('enquiries', () => {
  let app: TestApp
  let companyId: string
  let owner: Person
  let colleague: Person
  let buyer: Person
  let productId: string

  beforeAll(async () => {
    app = await startTestApp()
    const company = await buildCompany(app)
    companyId = company.companyId
    owner = company.owner
    colleague = await signUp(app, 'Rustam Colleague')
    await accountsRepository(app.parts.database.db).addMember(companyId, colleague.userId, 'member')
    buyer = await signUp(app, 'Clara Buyer')
    productId = await buildProduct(app, companyId)
  })
  afterAll(() => app.stop())

  const lineOf = (overrides: Partial<EnquiryLine> = {}): EnquiryLine => ({
    productId,
    colourway: null,
    quantity: 600,
    unit: 'MTR',
    ...overrides,
  })
  const quotation = (lines = [lineOf()]) => ({
    kind: 'quotation' as const,
    lines,
    country: 'KZ',
    city: 'Almaty',
  })
  const send = (cookie: string, body = enquiryBody()) =>
    app.call(cookie)(tradeRoutes.sendEnquiry, { params: { companyId }, body })
  const reply = (cookie: string, enquiryId: string, text: string, id = randomUUID()) =>
    app.call(cookie)(tradeRoutes.postReply, { params: { enquiryId }, body: { id, text } })
  const read = (cookie: string, enquiryId: string) =>
    app.call(cookie)(tradeRoutes.getEnquiry, { params: { enquiryId } })
  const thread = (cookie: string, enquiryId: string) =>
    app.call(cookie)(tradeRoutes.listThread, { params: { enquiryId } })
  const inbox = (cookie: string, query = {}) =>
    app.call(cookie)(tradeRoutes.listInbox, { params: { companyId }, query })

  it('[EN1] stores an enquiry before it is answered, and tells the company’s people', async () => {
    const socket = await app.connect(colleague.cookie)
    const heard = nextFact(socket, tradeFacts.changed)
    const body = enquiryBody({ ...quotation(), wantedBy: '2027-02-01', text: 'Piece dyed, please.' })
    const sent = await send(buyer.cookie, body)
    expect(await heard).toEqual({ enquiryId: body.id, lastSeq: 1 })
    expect(sent).toMatchObject({
      id: body.id,
      state: 'new',
      side: 'buyer',
      country: 'KZ',
      city: 'Almaty',
      wantedBy: '2027-02-01',
      lines: [{ productId, quantity: 600, unit: 'MTR', articleNumber: 'NT-310', product: { id: productId } }],
    })
    const { enquiries } = await inbox(owner.cookie)
    expect(enquiries[0]).toMatchObject({
      id: body.id,
      side: 'company',
      text: 'Piece dyed, please.',
      readSeq: 0,
      buyer: { name: 'Clara Buyer', email: buyer.email, companyName: null },
    })
  })

  it('[EN2] makes one enquiry of the same id sent many times at once', async () => {
    const body = enquiryBody(quotation([lineOf(), lineOf({ quantity: 900 })]))
    const replies = await Promise.all([1, 2, 3, 4].map(() => send(buyer.cookie, body)))
    expect(new Set(replies.map(({ id }) => id))).toEqual(new Set([body.id]))
    const { enquiries } = await app.call(buyer.cookie)(tradeRoutes.listOwnEnquiries, {})
    expect(enquiries.filter(({ id }: Enquiry) => id === body.id)).toHaveLength(1)
    expect((await read(buyer.cookie, body.id)).lines).toHaveLength(2)
    const { messages } = await thread(buyer.cookie, body.id)
    expect(messages).toHaveLength(1)
  })

  it('[EN2] answers with the stored one when the request before was cut off after it was sent', async () => {
    const body = enquiryBody({ text: 'Cut off on the way' })
    const cut = new AbortController()
    const first = fetch(`${app.url}/api/companies/${companyId}/enquiries`, {
      method: 'POST',
      headers: { cookie: buyer.cookie, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: cut.signal,
    }).catch(() => undefined)
    setImmediate(() => cut.abort())
    await first
    const [second, third] = [await send(buyer.cookie, body), await send(buyer.cookie, body)]
    expect(third).toEqual(second)
    const { enquiries } = await inbox(owner.cookie)
    expect(enquiries.filter(({ text }: Enquiry) => text === 'Cut off on the way')).toHaveLength(1)
  })

  it('[EN2] answers with the stored one also when the goods were taken back since', async () => {
    const gone = await buildProduct(app, companyId)
    const body = enquiryBody(quotation([lineOf({ productId: gone })]))
    await send(buyer.cookie, body)
    await catalogueRepository(app.parts.database.db).setPublished(gone, false)
    expect((await send(buyer.cookie, body)).lines[0]).toMatchObject({
      productId: gone,
      product: { id: gone },
    })
  })

  it('[EN2] refuses an id that names another person’s enquiry', async () => {
    const body = enquiryBody()
    await send(buyer.cookie, body)
    await expect(send((await signUp(app)).cookie, body)).rejects.toThrow('conflict')
  })

  it('[EN3] refuses goods that the company does not show, and what they are not sold in', async () => {
    const draft = await buildProduct(app, companyId, { published: false })
    const other = await buildProduct(app, (await buildCompany(app, 'Another Mill')).companyId)
    const sending = (line: Partial<EnquiryLine>) => send(buyer.cookie, enquiryBody(quotation([lineOf(line)])))
    await expect(sending({ productId: draft })).rejects.toThrow('not_found')
    await expect(sending({ productId: other })).rejects.toThrow('not_found')
    await expect(sending({ unit: 'KGM' })).rejects.toThrow('bad_request')
    await expect(sending({ colourway: 'no such colour' })).rejects.toThrow('bad_request')
    await expect(sending({ quantity: null })).rejects.toThrow('bad_request')
    await expect(send(buyer.cookie, enquiryBody({ text: '' }))).rejects.toThrow('bad_request')
    await expect(send(owner.cookie)).rejects.toThrow('conflict')
  })

  it('[EN3] takes a colourway that the product has', async () => {
    const id = randomUUID()
    const draft = twillDraft()
    const lab = { l: 30, a: 0, b: -20 }
    const navy = { code: '412', name: { en: 'Navy' }, lab, illuminant: 'D65', observerDeg: 10 } as const
    const catalogue = catalogueRepository(app.parts.database.db)
    await catalogue.insertProduct({
      ...draft,
      id,
      companyId,
      slug: `navy-${id.slice(0, 8)}`,
      spec: { ...draft.spec, colourways: [navy] },
    })
    await catalogue.setPublished(id, true)
    const sent = await send(
      buyer.cookie,
      enquiryBody(quotation([lineOf({ productId: id, colourway: '412' })])),
    )
    expect(sent.lines[0]).toMatchObject({ colourway: '412' })
  })

  it('[EN4] numbers the replies 1, 2, 3 without gaps, however many write at once', async () => {
    const { id } = await buildEnquiry(app, companyId, buyer.cookie)
    await Promise.all(
      [owner, colleague, buyer].flatMap(({ cookie, name }) =>
        [1, 2, 3, 4].map((at) => reply(cookie, id, `${name} ${at}`)),
      ),
    )
    const { messages, lastSeq } = await thread(buyer.cookie, id)
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 13 }, (_, at) => at + 1))
    expect(lastSeq).toBe(13)
    expect(messages[0]).toMatchObject({ text: 'Do you weave to order?', author: { side: 'buyer' } })
  })

  it('[EN5] makes one message of the same reply sent twice at once, and refuses another’s id', async () => {
    const { id } = await buildEnquiry(app, companyId, buyer.cookie)
    const message = randomUUID()
    const twice = await Promise.all([1, 2].map(() => reply(owner.cookie, id, 'We do.', message)))
    expect(twice[0]).toEqual(twice[1])
    expect((await thread(buyer.cookie, id)).lastSeq).toBe(2)
    await expect(reply(buyer.cookie, id, 'Mine', message)).rejects.toThrow('conflict')
    const elsewhere = await buildEnquiry(app, companyId, buyer.cookie)
    await expect(reply(owner.cookie, elsewhere.id, 'We do.', message)).rejects.toThrow('conflict')
  })

  it('[EN6] is new, then open, answered and closed, and opens again when the buyer writes', async () => {
    const { id } = await buildEnquiry(app, companyId, buyer.cookie)
    const state = async () => (await read(owner.cookie, id)).state
    await reply(buyer.cookie, id, 'One more thing')
    expect(await state()).toBe('new')
    const taken = await app.call(owner.cookie)(tradeRoutes.assignEnquiry, {
      params: { companyId, enquiryId: id },
      body: { userId: colleague.userId },
    })
    expect(taken).toMatchObject({ state: 'open', assignee: { userId: colleague.userId } })
    await reply(owner.cookie, id, 'Here you are')
    expect(await read(buyer.cookie, id)).toMatchObject({
      state: 'answered',
      assignee: { name: 'Rustam Colleague' },
    })
    await app.call(owner.cookie)(tradeRoutes.setEnquiryState, {
      params: { companyId, enquiryId: id },
      body: { state: 'closed' },
    })
    expect(await state()).toBe('closed')
    await reply(buyer.cookie, id, 'And the price?')
    expect(await state()).toBe('open')
  })

  it('[EN6] whoever answers first has taken it', async () => {
    const { id } = await buildEnquiry(app, companyId, buyer.cookie)
    await reply(colleague.cookie, id, 'We do.')
    expect((await read(owner.cookie, id)).assignee).toEqual({
      userId: colleague.userId,
      name: colleague.name,
    })
  })

  it('[EN6] is given only to the company’s own people, and handled only by the company that was asked', async () => {
    const { id } = await buildEnquiry(app, companyId, buyer.cookie)
    const stranger = await buildCompany(app, 'Strangers')
    const give = (cookie: string, to: string, company = companyId) =>
      app.call(cookie)(tradeRoutes.assignEnquiry, {
        params: { companyId: company, enquiryId: id },
        body: { userId: to },
      })
    await expect(give(owner.cookie, buyer.userId)).rejects.toThrow('not_found')
    const { owner: other } = stranger
    await expect(give(other.cookie, other.userId, stranger.companyId)).rejects.toThrow('not_found')
    await expect(give(other.cookie, owner.userId)).rejects.toThrow('not_allowed')
  })

  it('[EN7] shows a thread to who asked and to the company’s people, and to nobody else', async () => {
    const { id } = await buildEnquiry(app, companyId, buyer.cookie)
    const organiser = await signUp(app, 'Organiser')
    await accountsRepository(app.parts.database.db).setRole(organiser.userId, {
      fairRole: 'organiser',
      suspended: false,
    })
    for (const cookie of [buyer.cookie, owner.cookie, colleague.cookie])
      expect((await thread(cookie, id)).lastSeq).toBe(1)
    for (const cookie of [organiser.cookie, (await signUp(app)).cookie]) {
      await expect(thread(cookie, id)).rejects.toThrow('not_allowed')
      await expect(reply(cookie, id, 'Hello')).rejects.toThrow('not_allowed')
    }
    await expect(thread((await guest(app)).cookie, id)).rejects.toThrow('sign_in_needed')
  })

  it('[EN7] an exhibitor of another company asks as a buyer does', async () => {
    const asker = (await buildCompany(app, 'Garments of Osh')).owner
    const { id } = await buildEnquiry(app, companyId, asker.cookie)
    await reply(owner.cookie, id, 'Gladly.')
    expect(await read(asker.cookie, id)).toMatchObject({ side: 'buyer', state: 'answered' })
    expect((await read(owner.cookie, id)).buyer.companyName).toBe('Garments of Osh')
  })

  it('[EN7] a guest and a suspended person can’t send', async () => {
    const suspended = await signUp(app, 'Suspended')
    await accountsRepository(app.parts.database.db).setRole(suspended.userId, {
      fairRole: 'participant',
      suspended: true,
    })
    await expect(send((await guest(app)).cookie)).rejects.toThrow('sign_in_needed')
    await expect(send(suspended.cookie)).rejects.toThrow('suspended')
  })

  it('[EN8] tells the buyer’s and the company’s connections of a reply', async () => {
    const { id } = await buildEnquiry(app, companyId, buyer.cookie)
    const [mine, theirs] = [await app.connect(buyer.cookie), await app.connect(owner.cookie)]
    const heard = Promise.all([mine, theirs].map((socket) => nextFact(socket, tradeFacts.changed)))
    await reply(colleague.cookie, id, 'We do.')
    expect(await heard).toEqual([
      { enquiryId: id, lastSeq: 2 },
      { enquiryId: id, lastSeq: 2 },
    ])
  })

  it('[EN9] counts as unread what the other side wrote, until it is marked as read', async () => {
    const { companyId: mill, owner: miller } = await buildCompany(app, 'Unread Mill')
    const asker = await signUp(app, 'Asker')
    const unread = (cookie: string) => app.call(cookie)(tradeRoutes.countUnreadEnquiries, {})
    const { id } = await buildEnquiry(app, mill, asker.cookie)
    expect([await unread(asker.cookie), await unread(miller.cookie)]).toEqual([
      { own: 0, company: 0 },
      { own: 0, company: 1 },
    ])
    const mark = (cookie: string, seq: number) =>
      app.call(cookie)(tradeRoutes.markEnquiryRead, { params: { enquiryId: id }, body: { seq } })
    await mark(miller.cookie, 1)
    await reply(miller.cookie, id, 'We do.')
    expect([await unread(asker.cookie), await unread(miller.cookie)]).toEqual([
      { own: 1, company: 0 },
      { own: 0, company: 0 },
    ])
    await mark(asker.cookie, 999)
    await mark(asker.cookie, 1)
    expect(await read(asker.cookie, id)).toMatchObject({ readSeq: 2, lastSeq: 2 })
  })

  it('[EN9] who writes without having read the latest message has still to read it', async () => {
    const { id } = await buildEnquiry(app, companyId, buyer.cookie)
    await reply(owner.cookie, id, 'First answer')
    await reply(buyer.cookie, id, 'Are you there?')
    expect(await read(buyer.cookie, id)).toMatchObject({ readSeq: 1, lastSeq: 3 })
  })

  it('[EN10] lists by latest change, page after page, filtered by state and kind', async () => {
    const { companyId: mill, owner: miller } = await buildCompany(app, 'Busy Mill')
    const ids: string[] = []
    for (let at = 0; at < ENQUIRY_PAGE + 3; at++)
      ids.unshift((await buildEnquiry(app, mill, buyer.cookie)).id)
    const list = (query: { after?: string; state?: 'new' | 'answered'; kind?: 'sample' }) =>
      app.call(miller.cookie)(tradeRoutes.listInbox, { params: { companyId: mill }, query })
    const first = await list({})
    const second = await list({ after: first.enquiries.at(-1)!.id })
    expect([...first.enquiries, ...second.enquiries].map(({ id }) => id)).toEqual(ids)
    expect([first.more, second.more]).toEqual([true, false])
    await reply(miller.cookie, ids[5]!, 'We do.')
    expect((await list({ state: 'answered' })).enquiries.map(({ id }) => id)).toEqual([ids[5]])
    expect((await list({})).enquiries[0]!.id).toBe(ids[5])
    expect((await list({})).counts).toEqual({ new: ENQUIRY_PAGE + 2, open: 0, answered: 1, closed: 0 })
    expect((await list({ kind: 'sample' })).enquiries).toEqual([])
  })
})

describe('[EN12] limits of enquiries', () => {
  it('lets one person send a handful in a minute, and others go on', async () => {
    const app = await startTestApp({ RATE_LIMITS: 'on' })
    const { companyId } = await buildCompany(app)
    const [hasty, calm] = [await signUp(app, 'Hasty'), await signUp(app, 'Calm')]
    for (let at = 0; at < tradeRoutes.sendEnquiry.perMinute; at++)
      await buildEnquiry(app, companyId, hasty.cookie)
    await expect(buildEnquiry(app, companyId, hasty.cookie)).rejects.toThrow('too_many_requests')
    await expect(buildEnquiry(app, companyId, calm.cookie)).resolves.toMatchObject({ state: 'new' })
    await app.stop()
  })
})
