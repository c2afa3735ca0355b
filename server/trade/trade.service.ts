import type { EnquiryBody, EnquiryLine, EnquiryState } from '#shared/model/enquiry.ts'
import type { Principal } from '#shared/model/principal.ts'
import { ENQUIRY_PAGE, THREAD_PAGE, type Enquiry, type EnquirySide } from '#shared/protocol/trade.ts'
import { presentCompanyCard, type CatalogueService } from '../catalogue/index.ts'
import type { Database, Transaction } from '../platform/database/database.ts'
import { tell } from '../platform/database/notices.ts'
import { AppError, isDuplicateKey } from '../platform/errors.ts'
import type { Queue } from '../platform/queue.ts'
import { presentEnquiry, presentMessage } from './trade.presenter.ts'
import {
  tradeRepository,
  type EnquiryRow,
  type EnquiryView,
  type InboxFilter,
  type NewMessage,
} from './trade.repository.ts'

/** Jobs that write to one person of one message: `{ messageId, userId }`. */
export const ENQUIRY_MAIL_QUEUE = 'enquiry-mail'

export interface TradeParts {
  db: Database
  queue: Pick<Queue, 'add'>
  catalogue: Pick<CatalogueService, 'findCompanies' | 'cards' | 'goodsOf'>
}

const sideOf = ({ buyerId }: EnquiryRow, principal: Principal): EnquirySide =>
  buyerId === principal.id ? 'buyer' : 'company'

export const createTradeService = ({ db, queue, catalogue }: TradeParts) => {
  const trade = tradeRepository(db)

  const presentAll = async (
    views: readonly EnquiryView[],
    sideFor: (row: EnquiryRow) => EnquirySide,
  ): Promise<Enquiry[]> => {
    const lines = await trade.linesOf(views.map(({ enquiry }) => enquiry.id))
    const [companies, products] = await Promise.all([
      catalogue.findCompanies([...new Set(views.map(({ enquiry }) => enquiry.companyId))]),
      // What was asked for stays in view, also where the company has taken it back since.
      catalogue.cards([...new Set(lines.map(({ productId }) => productId))], true),
    ])
    const companiesById = new Map(companies.map((row) => [row.id, presentCompanyCard(row)]))
    const productsById = new Map(products.map((card) => [card.id, card]))
    return views.flatMap((view) => {
      const company = companiesById.get(view.enquiry.companyId)
      const own = lines.filter(({ enquiryId }) => enquiryId === view.enquiry.id)
      return company
        ? [presentEnquiry(view, { company, lines: own, productsById, side: sideFor(view.enquiry) })]
        : []
    })
  }

  const presentOne = async (enquiryId: string, sideFor: (row: EnquiryRow) => EnquirySide) => {
    const view = await trade.findView(enquiryId)
    const [enquiry] = view ? await presentAll([view], sideFor) : []
    if (!enquiry) throw new AppError('not_found')
    return enquiry
  }

  const presentPage = async (views: readonly EnquiryView[], side: EnquirySide) => ({
    enquiries: await presentAll(views.slice(0, ENQUIRY_PAGE), () => side),
    more: views.length > ENQUIRY_PAGE,
  })

  const findRow = async (enquiryId: string): Promise<EnquiryRow> => {
    const row = await trade.find(enquiryId)
    if (!row) throw new AppError('not_found')
    return row
  }

  /** The lines with their article numbers, if the company shows these goods in these colourways and units. */
  const checkedLines = async (companyId: string, lines: readonly EnquiryLine[]) => {
    const goods = await catalogue.goodsOf(lines.map(({ productId }) => productId))
    return lines.map((line, at) => {
      const product = goods.get(line.productId)
      if (!product?.published || product.companyId !== companyId) throw new AppError('not_found')
      const { articleNumber, colourways, trade: terms } = product.spec
      const wrong = [
        ...(terms.unit === line.unit ? [] : ['unit']),
        ...(line.colourway === null || colourways.some(({ code }) => code === line.colourway)
          ? []
          : ['colourway']),
      ]
      if (wrong.length > 0)
        throw new AppError('bad_request', {
          fields: wrong.map((name) => ({ path: `body.lines.${at}.${name}` })),
        })
      return { ...line, articleNumber }
    })
  }

  /** In the transaction that stores the message: a job for each who should hear of it, and a notice to all processes. */
  const announce = async (
    transaction: Transaction,
    { id, side, authorId }: NewMessage,
    { id: enquiryId, companyId, buyerId, assigneeId }: EnquiryRow,
  ) => {
    const colleagues = await tradeRepository(transaction).colleagues(companyId)
    const taker = colleagues.filter(({ userId }) => userId === assigneeId)
    const receivers =
      side === 'company' ? [buyerId] : (taker.length > 0 ? taker : colleagues).map(({ userId }) => userId)
    for (const userId of receivers)
      if (userId !== authorId) await queue.add(transaction, ENQUIRY_MAIL_QUEUE, { messageId: id, userId })
    await tell(transaction, { kind: 'enquiry', enquiryId })
  }

  /** Runs a change of the company's and tells both sides; `not_found` where the company was not asked this. */
  const handle = async (enquiryId: string, change: (transaction: Transaction) => Promise<boolean>) => {
    await db.transaction(async (transaction) => {
      if (!(await change(transaction))) throw new AppError('not_found')
      await tell(transaction, { kind: 'enquiry', enquiryId })
    })
    return presentOne(enquiryId, () => 'company')
  }

  return {
    /** Resolves once the enquiry is stored; the same id twice is one enquiry. */
    async send(companyId: string, body: EnquiryBody, principal: Principal): Promise<Enquiry> {
      const { id, text, lines, kind, country, city, wantedBy } = body
      try {
        if (principal.companyId === companyId) throw new AppError('conflict')
        const checked = await checkedLines(companyId, lines)
        await db.transaction(async (transaction) => {
          const repository = tradeRepository(transaction)
          const enquiry = { id, companyId, buyerId: principal.id, kind, country, city, wantedBy }
          const first: NewMessage = {
            id,
            enquiryId: id,
            authorId: principal.id,
            authorName: principal.name,
            side: 'buyer',
            text,
          }
          const row = await repository.insert(enquiry, checked, first)
          if (!row) throw new AppError('internal')
          await announce(transaction, first, row)
        })
      } catch (error) {
        // Sent again after a lost answer, when the goods may be gone already.
        const asked = isDuplicateKey(error) || error instanceof AppError
        const first = asked ? await trade.find(id) : undefined
        if (!first) throw isDuplicateKey(error) ? new AppError('conflict') : error
        if (first.buyerId !== principal.id || first.companyId !== companyId) throw new AppError('conflict')
      }
      return presentOne(id, () => 'buyer')
    },

    listOwn: async (after: string | undefined, principal: Principal) =>
      presentPage(await trade.listOwn(principal.id, after, ENQUIRY_PAGE + 1), 'buyer'),

    async listInbox(companyId: string, filter: InboxFilter, after: string | undefined) {
      const [views, counted] = await Promise.all([
        trade.listInbox(companyId, filter, after, ENQUIRY_PAGE + 1),
        trade.countByState(companyId, { kind: filter.kind }),
      ])
      const numberIn = (state: EnquiryState) => counted.find((row) => row.state === state)?.count ?? 0
      return {
        ...(await presentPage(views, 'company')),
        counts: {
          new: numberIn('new'),
          open: numberIn('open'),
          answered: numberIn('answered'),
          closed: numberIn('closed'),
        },
      }
    },

    async countUnread(principal: Principal) {
      const [own, company] = await Promise.all([
        trade.countUnread('buyer', principal.id),
        principal.companyId === undefined ? 0 : trade.countUnread('company', principal.companyId),
      ])
      return { own, company }
    },

    listColleagues: (companyId: string) => trade.colleagues(companyId),

    get: (enquiryId: string, principal: Principal) => presentOne(enquiryId, (row) => sideOf(row, principal)),

    async listThread(enquiryId: string, afterSeq: number) {
      const [messages, { lastSeq }] = await Promise.all([
        trade.messages(enquiryId, afterSeq, THREAD_PAGE),
        findRow(enquiryId),
      ])
      return { messages: messages.map(presentMessage), lastSeq }
    },

    /** Resolves once the message is stored; the same id twice is one message. */
    async reply(enquiryId: string, { id, text }: { id: string; text: string }, principal: Principal) {
      const side = sideOf(await findRow(enquiryId), principal)
      const message: NewMessage = {
        id,
        enquiryId,
        authorId: principal.id,
        authorName: principal.name,
        side,
        text,
      }
      try {
        const stored = await db.transaction(async (transaction) => {
          const appended = await tradeRepository(transaction).append(message)
          if (!appended) throw new AppError('not_found')
          await announce(transaction, message, appended.enquiry)
          return appended.message
        })
        return presentMessage(stored)
      } catch (error) {
        if (!isDuplicateKey(error)) throw error
        const first = await trade.findMessage(id)
        if (first?.enquiryId !== enquiryId || first.authorId !== principal.id) throw new AppError('conflict')
        return presentMessage(first)
      }
    },

    async markRead(enquiryId: string, seq: number, principal: Principal): Promise<void> {
      const side = sideOf(await findRow(enquiryId), principal)
      await db.transaction(async (transaction) => {
        if (await tradeRepository(transaction).markRead(enquiryId, side, seq))
          await tell(transaction, { kind: 'enquiry', enquiryId })
      })
    },

    /** Gives an enquiry to somebody of the company, or back to all of them. */
    assign: (companyId: string, enquiryId: string, userId: string | null) =>
      handle(enquiryId, async (transaction) => {
        const repository = tradeRepository(transaction)
        const colleagues = userId === null ? [] : await repository.colleagues(companyId)
        const mayTake = userId === null || colleagues.some((one) => one.userId === userId)
        return mayTake && (await repository.assign(companyId, enquiryId, userId))
      }),

    setState: (companyId: string, enquiryId: string, state: EnquiryState) =>
      handle(enquiryId, (transaction) => tradeRepository(transaction).setState(companyId, enquiryId, state)),

    /** Whom a change of an enquiry concerns; undefined where there is none. */
    partiesOf: async (enquiryId: string) => trade.find(enquiryId),
  }
}

export type TradeService = ReturnType<typeof createTradeService>
