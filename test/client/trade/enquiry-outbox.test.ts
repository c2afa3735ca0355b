import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { ApiError } from '#client/net/api.ts'
import { createEnquiryOutbox, UnsentEnquiry } from '#client/trade/enquiry-outbox.ts'
import { createEntryStore } from '#client/trade/entry-store.ts'
import { createReplyOutbox } from '#client/trade/reply-outbox.ts'
import type { EnquiryBody } from '#shared/model/enquiry.ts'
import type { ErrorCode } from '#shared/protocol/errors.ts'
import type { Enquiry } from '#shared/protocol/trade.ts'
import { enquiryBody } from '#test/support/enquiries.ts'
import { settle, TestTime } from '../net/chat-link-world.ts'
import { memoryStorage } from './memory-storage.ts'

const BUYER = randomUUID()
const COMPANY = randomUUID()

/** A company's inbox as the server keeps it: an id only once, and answers that may be lost on their way. */
class TestInbox {
  readonly stored: EnquiryBody[] = []
  calls = 0
  up = true
  losesAnswers = false
  refusal: ErrorCode | undefined

  post = async (_companyId: string, body: EnquiryBody): Promise<Enquiry> => {
    this.calls++
    if (!this.up) throw new ApiError('offline')
    if (this.refusal) throw new ApiError(this.refusal)
    if (!this.stored.some(({ id }) => id === body.id)) this.stored.push(body)
    await settle()
    if (this.losesAnswers) throw new ApiError('offline')
    return { id: body.id } as Enquiry
  }
}

const world = () => {
  const time = new TestTime()
  const inbox = new TestInbox()
  const storage = memoryStorage()
  /** The page, or the page after a reload. */
  const open = (personId: string | undefined = BUYER) => {
    const store = createEntryStore('unsent.', UnsentEnquiry, () => storage)
    const outbox = createEnquiryOutbox({ store, post: inbox.post, timers: time })
    outbox.actAs(personId)
    return outbox
  }
  return { time, inbox, storage, open }
}

const sending = (body = enquiryBody()) => ({
  companyId: COMPANY,
  companyName: 'A mill',
  senderId: BUYER,
  body,
})

describe('the outbox of enquiries', () => {
  it('[EN13] keeps an enquiry in the browser until it is acknowledged, and no longer', async () => {
    const { inbox, storage, open } = world()
    const outbox = open()
    const body = enquiryBody()
    outbox.send(sending(body))
    expect(storage.length).toBe(1)
    expect(outbox.state().unsent).toHaveLength(1)
    await settle()
    await settle()
    expect(inbox.stored).toEqual([body])
    expect(storage.length).toBe(0)
    expect(outbox.state().unsent).toEqual([])
    expect(outbox.state().sent.has(body.id)).toBe(true)
  })

  it('[EN13] sends what was written without a line once there is one', async () => {
    const { time, inbox, open } = world()
    inbox.up = false
    const outbox = open()
    outbox.send(sending())
    outbox.send(sending())
    await time.advance(60_000)
    expect(outbox.state().unsent).toHaveLength(2)
    inbox.up = true
    outbox.sendNow()
    // One after the other.
    await time.advance(1)
    await time.advance(1)
    expect(inbox.stored).toHaveLength(2)
    expect(outbox.state().unsent).toEqual([])
  })

  it('[EN13] sends again under the same id after an answer was lost and the page reloaded', async () => {
    const { time, inbox, open } = world()
    inbox.losesAnswers = true
    const body = enquiryBody()
    open().send(sending(body))
    await time.advance(30_000)
    expect(inbox.calls).toBeGreaterThan(2)
    inbox.losesAnswers = false
    const reloaded = open()
    await time.advance(1)
    expect(inbox.stored).toEqual([body])
    expect(reloaded.state().sent.has(body.id)).toBe(true)
  })

  it('[EN13] sends under nobody else’s name', async () => {
    const { time, inbox, open } = world()
    inbox.up = false
    open().send(sending())
    await time.advance(1)
    inbox.up = true
    const other = open(randomUUID())
    const nobody = open(undefined)
    await time.advance(60_000)
    expect([other.state().unsent, nobody.state().unsent]).toEqual([[], []])
    // The first window's own waiting has sent it meanwhile, as the buyer who is still there.
    expect(inbox.stored).toHaveLength(1)
  })

  it('waits for a guest to be somebody again', async () => {
    const { time, inbox, open } = world()
    inbox.refusal = 'session_expired'
    const outbox = open()
    outbox.send(sending())
    await time.advance(60_000)
    expect(outbox.state().unsent[0]).toMatchObject({ refusal: 'session_expired' })
    inbox.refusal = undefined
    outbox.actAs(undefined)
    await time.advance(60_000)
    expect(inbox.stored).toHaveLength(0)
    outbox.actAs(BUYER)
    await time.advance(1)
    expect(inbox.stored).toHaveLength(1)
  })

  it('shows a refusal, and gives the enquiry back to be mended', async () => {
    const { time, inbox, open } = world()
    inbox.refusal = 'not_found'
    const outbox = open()
    const body = enquiryBody({ text: 'Three hours of typing' })
    outbox.send(sending(body))
    await time.advance(1)
    expect(outbox.state().unsent[0]).toMatchObject({ refusal: 'not_found', body })
    expect(outbox.takeBack(body.id)?.body).toEqual(body)
    expect(outbox.state().unsent).toEqual([])
  })

  it('does not give back what is on its way: it may be stored already', async () => {
    const { inbox, open } = world()
    inbox.up = false
    const outbox = open()
    const body = enquiryBody()
    outbox.send(sending(body))
    await settle()
    expect(outbox.takeBack(body.id)).toBeUndefined()
    expect(outbox.state().unsent).toHaveLength(1)
  })

  it('sends on where the browser forbids storage', async () => {
    const inbox = new TestInbox()
    const store = createEntryStore('unsent.', UnsentEnquiry, () => {
      throw new Error('forbidden')
    })
    const outbox = createEnquiryOutbox({ store, post: inbox.post, timers: new TestTime() })
    outbox.actAs(BUYER)
    outbox.send(sending())
    expect(outbox.state().unsent).toHaveLength(1)
    await settle()
    await settle()
    expect(inbox.stored).toHaveLength(1)
    expect(outbox.state().unsent).toEqual([])
  })
})

describe('the outbox of a thread', () => {
  const message = (text: string) => ({ id: randomUUID(), text, state: 'sending' as const })

  it('[EN13] keeps what isn’t acknowledged in the order written, for its writer alone', () => {
    const storage = memoryStorage()
    const enquiryId = randomUUID()
    const open = (personId = BUYER) => createReplyOutbox(enquiryId, personId, () => storage)
    const written = ['one', 'two', 'three'].map(message)
    const outbox = open()
    outbox.save(written.slice(0, 1))
    outbox.save(written)
    expect(open().load()).toEqual(written)
    expect(open(randomUUID()).load()).toEqual([])
    outbox.save(written.slice(1))
    expect(open().load()).toEqual(written.slice(1))
  })

  it('[EN13] leaves alone what another window keeps', () => {
    const storage = memoryStorage()
    const enquiryId = randomUUID()
    const [here, there] = [1, 2].map(() => createReplyOutbox(enquiryId, BUYER, () => storage))
    const [mine, theirs] = [message('from here'), message('from there')]
    here?.save([mine])
    there?.save([theirs])
    here?.save([])
    expect(createReplyOutbox(enquiryId, BUYER, () => storage).load()).toEqual([theirs])
  })
})
