import { and, asc, count, desc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EnquiryKind, EnquiryState } from '#shared/model/enquiry.ts'
import type { EnquirySide } from '#shared/protocol/trade.ts'
import { members, organizations, users } from '../accounts/accounts.schema.ts'
import type { Queryable } from '../platform/database/database.ts'
import { enquiries, enquiryLines, enquiryMessages } from './trade.schema.ts'

export type EnquiryRow = typeof enquiries.$inferSelect
export type LineRow = typeof enquiryLines.$inferSelect
export type MessageRow = typeof enquiryMessages.$inferSelect
export type NewEnquiry = Pick<EnquiryRow, 'id' | 'companyId' | 'buyerId' | 'kind' | 'country' | 'city' | 'wantedBy'> // prettier-ignore
export type NewMessage = Pick<MessageRow, 'id' | 'enquiryId' | 'authorId' | 'authorName' | 'side' | 'text'>

export interface EnquiryView {
  enquiry: EnquiryRow
  buyerName: string
  buyerEmail: string
  buyerCompany: string | null
  assigneeName: string | null
  text: string
}

export interface InboxFilter {
  state?: EnquiryState | undefined
  kind?: EnquiryKind | undefined
}

const buyer = alias(users, 'buyer')
const assignee = alias(users, 'assignee')

const readSeqOf = (side: EnquirySide) =>
  side === 'buyer' ? enquiries.buyerReadSeq : enquiries.companyReadSeq

const views = (db: Queryable) =>
  db
    .select({
      enquiry: enquiries,
      buyerName: buyer.name,
      buyerEmail: buyer.email,
      buyerCompany: sql<string | null>`(
        select ${organizations.name} from ${members}
        join ${organizations} on ${organizations.id} = ${members.organizationId}
        where ${members.userId} = ${enquiries.buyerId} order by ${members.createdAt} limit 1)`,
      assigneeName: assignee.name,
      text: enquiryMessages.text,
    })
    .from(enquiries)
    .innerJoin(buyer, eq(buyer.id, enquiries.buyerId))
    .leftJoin(assignee, eq(assignee.id, enquiries.assigneeId))
    .innerJoin(enquiryMessages, and(eq(enquiryMessages.enquiryId, enquiries.id), eq(enquiryMessages.seq, 1)))

/** Those that follow one enquiry in a list by latest change. */
const following = (after: string | undefined): SQL | undefined =>
  after === undefined
    ? undefined
    : sql`(${enquiries.changedAt}, ${enquiries.id}) <
        (select last.changed_at, last.id from ${enquiries} last where last.id = ${after})`

const filtered = ({ state, kind }: InboxFilter) =>
  and(state && eq(enquiries.state, state), kind && eq(enquiries.kind, kind))

export const tradeRepository = (db: Queryable) => ({
  async find(enquiryId: string): Promise<EnquiryRow | undefined> {
    const [row] = await db.select().from(enquiries).where(eq(enquiries.id, enquiryId))
    return row
  },

  async findView(enquiryId: string): Promise<EnquiryView | undefined> {
    const [row] = await views(db).where(eq(enquiries.id, enquiryId))
    return row
  },

  listOwn: (buyerId: string, after: string | undefined, limit: number): Promise<EnquiryView[]> =>
    views(db)
      .where(and(eq(enquiries.buyerId, buyerId), following(after)))
      .orderBy(desc(enquiries.changedAt), desc(enquiries.id))
      .limit(limit),

  listInbox: (
    companyId: string,
    filter: InboxFilter,
    after: string | undefined,
    limit: number,
  ): Promise<EnquiryView[]> =>
    views(db)
      .where(and(eq(enquiries.companyId, companyId), filtered(filter), following(after)))
      .orderBy(desc(enquiries.changedAt), desc(enquiries.id))
      .limit(limit),

  /** How many a company has in each state. */
  countByState: (companyId: string, filter: Pick<InboxFilter, 'kind'>) =>
    db
      .select({ state: enquiries.state, count: count() })
      .from(enquiries)
      .where(and(eq(enquiries.companyId, companyId), filtered(filter)))
      .groupBy(enquiries.state),

  async countUnread(side: EnquirySide, id: string): Promise<number> {
    const whose = side === 'buyer' ? enquiries.buyerId : enquiries.companyId
    const [row] = await db
      .select({ count: count() })
      .from(enquiries)
      .where(and(eq(whose, id), gt(enquiries.lastSeq, readSeqOf(side))))
    return row?.count ?? 0
  },

  linesOf: (enquiryIds: readonly string[]): Promise<LineRow[]> =>
    enquiryIds.length === 0
      ? Promise.resolve([])
      : db
          .select()
          .from(enquiryLines)
          .where(inArray(enquiryLines.enquiryId, [...enquiryIds]))
          .orderBy(asc(enquiryLines.enquiryId), asc(enquiryLines.position)),

  /** Stores an enquiry with its lines and, as number 1 of the thread, the buyer's words. */
  async insert(
    enquiry: NewEnquiry,
    lines: readonly Omit<LineRow, 'enquiryId' | 'position'>[],
    first: NewMessage,
  ): Promise<EnquiryRow | undefined> {
    const [row] = await db.insert(enquiries).values(enquiry).returning()
    if (lines.length > 0)
      await db
        .insert(enquiryLines)
        .values(lines.map((line, position) => ({ ...line, enquiryId: enquiry.id, position })))
    await db.insert(enquiryMessages).values({ ...first, seq: 1 })
    return row
  },

  /**
   * Stores a reply with the thread's next number, within a transaction: the enquiry's row lock holds until its commit,
   * so numbers become visible in their order and without gaps.
   */
  async append(message: NewMessage): Promise<{ message: MessageRow; enquiry: EnquiryRow } | undefined> {
    const readSeq = readSeqOf(message.side)
    // Who writes without having seen the latest message has still to read it.
    const read = sql`case when ${readSeq} = ${enquiries.lastSeq} then ${readSeq} + 1 else ${readSeq} end`
    const [enquiry] = await db
      .update(enquiries)
      .set({
        lastSeq: sql`${enquiries.lastSeq} + 1`,
        changedAt: sql`now()`,
        ...(message.side === 'company'
          ? {
              state: 'answered' as const,
              companyReadSeq: read,
              assigneeId: sql`coalesce(${enquiries.assigneeId}, ${message.authorId}::uuid)`,
            }
          : {
              state: sql`case when ${enquiries.state} = 'new' then 'new' else 'open' end`,
              buyerReadSeq: read,
            }),
      })
      .where(eq(enquiries.id, message.enquiryId))
      .returning()
    if (!enquiry) return undefined
    const [row] = await db
      .insert(enquiryMessages)
      .values({ ...message, seq: enquiry.lastSeq })
      .returning()
    return row && { message: row, enquiry }
  },

  async findMessage(id: string): Promise<MessageRow | undefined> {
    const [row] = await db.select().from(enquiryMessages).where(eq(enquiryMessages.id, id))
    return row
  },

  async messages(enquiryId: string, afterSeq: number, limit: number): Promise<MessageRow[]> {
    const thread = db.select().from(enquiryMessages)
    if (afterSeq >= 0)
      return thread
        .where(and(eq(enquiryMessages.enquiryId, enquiryId), gt(enquiryMessages.seq, afterSeq)))
        .orderBy(asc(enquiryMessages.seq))
        .limit(limit)
    const latest = await thread
      .where(eq(enquiryMessages.enquiryId, enquiryId))
      .orderBy(desc(enquiryMessages.seq))
      .limit(limit)
    return latest.reverse()
  },

  /** Moves what a side has read forward, never back. True where something changed. */
  async markRead(enquiryId: string, side: EnquirySide, seq: number): Promise<boolean> {
    const reached = sql`least(${seq}::int, ${enquiries.lastSeq})`
    const rows = await db
      .update(enquiries)
      .set(side === 'buyer' ? { buyerReadSeq: reached } : { companyReadSeq: reached })
      .where(and(eq(enquiries.id, enquiryId), sql`${readSeqOf(side)} < ${reached}`))
      .returning({ id: enquiries.id })
    return rows.length > 0
  },

  /** False where the company was not asked this. Whoever takes a new enquiry opens it. */
  async assign(companyId: string, enquiryId: string, userId: string | null): Promise<boolean> {
    const rows = await db
      .update(enquiries)
      .set({
        assigneeId: userId,
        ...(userId !== null && {
          state: sql`case when ${enquiries.state} = 'new' then 'open' else ${enquiries.state} end`,
        }),
      })
      .where(and(eq(enquiries.id, enquiryId), eq(enquiries.companyId, companyId)))
      .returning({ id: enquiries.id })
    return rows.length > 0
  },

  async setState(companyId: string, enquiryId: string, state: EnquiryState): Promise<boolean> {
    const rows = await db
      .update(enquiries)
      .set({ state, changedAt: sql`now()` })
      .where(and(eq(enquiries.id, enquiryId), eq(enquiries.companyId, companyId)))
      .returning({ id: enquiries.id })
    return rows.length > 0
  },

  /** The people of a company in good standing. */
  colleagues: (companyId: string) =>
    db
      .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.organizationId, companyId), eq(users.suspended, false)))
      .orderBy(sql`${users.name} collate "und-x-icu"`, users.id),

  async person(userId: string) {
    const [row] = await db
      .select({ userId: users.id, name: users.name, email: users.email, locale: users.locale })
      .from(users)
      .where(and(eq(users.id, userId), eq(users.suspended, false)))
    return row
  },
})
