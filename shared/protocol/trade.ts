import { z } from 'zod'
import { ENQUIRY_TEXT_MAX, EnquiryBody, EnquiryKind, EnquiryLine, EnquiryState } from '../model/enquiry.ts'
import { Id, Instant } from '../model/ids.ts'
import { CompanyCard, Country, ProductCard } from '../model/cards.ts'
import { CHAT_PAGE } from './chat.ts'
import { defineFact, defineRoute } from './define.ts'

export const EnquirySide = z.enum(['buyer', 'company'])
export type EnquirySide = z.infer<typeof EnquirySide>

export const Enquiry = z.object({
  id: Id,
  kind: EnquiryKind,
  state: EnquiryState,
  company: CompanyCard,
  buyer: z.object({ userId: Id, name: z.string(), email: z.string(), companyName: z.string().nullable() }),
  lines: z.array(
    EnquiryLine.extend({
      /** As they were when the buyer sent the enquiry. */
      articleNumber: z.string(),
      product: ProductCard.nullable(),
    }),
  ),
  country: Country.nullable(),
  city: z.string(),
  wantedBy: z.iso.date().nullable(),
  /** The buyer's own words, which are the first message of the thread as well. */
  text: z.string(),
  sentAt: Instant,
  changedAt: Instant,
  /** Who of the company has taken it. */
  assignee: z.object({ userId: Id, name: z.string() }).nullable(),
  /** From where the caller looks at it. */
  side: EnquirySide,
  lastSeq: z.int().positive(),
  /** The number up to which the caller's side has read. */
  readSeq: z.int().min(0),
})
export type Enquiry = z.infer<typeof Enquiry>

/** A message of an enquiry's thread. `seq` counts 1, 2, 3, … without gaps; 1 is the enquiry itself. */
export const EnquiryMessage = z.object({
  id: Id,
  enquiryId: Id,
  seq: z.int().positive(),
  author: z.object({ id: Id, name: z.string(), side: EnquirySide }),
  text: z.string(),
  sentAt: Instant,
})
export type EnquiryMessage = z.infer<typeof EnquiryMessage>

export const ENQUIRY_PAGE = 50
/** A thread is read in pages as a stand's chat is. */
export const THREAD_PAGE = CHAT_PAGE

const enquiryParams = z.object({ enquiryId: Id })
const companyParams = z.object({ companyId: Id })
const ofCompany = companyParams.extend({ enquiryId: Id })
/** Pages go on after the last enquiry of the page before. */
const afterQuery = z.object({ after: Id.optional() })
const page = z.object({ enquiries: z.array(Enquiry), more: z.boolean() })

export const tradeRoutes = {
  sendEnquiry: defineRoute({
    method: 'POST',
    path: '/api/companies/:companyId/enquiries',
    summary: 'Ask a company; answered once the enquiry is stored. The same id twice is one enquiry',
    params: companyParams,
    body: EnquiryBody,
    reply: Enquiry,
    errors: ['not_found', 'bad_request', 'conflict', 'too_many_requests'],
    action: 'enquiry:send',
    target: 'company',
    perMinute: 10,
  }),
  listOwnEnquiries: defineRoute({
    method: 'GET',
    path: '/api/enquiries',
    summary: 'What I have asked, latest change first',
    query: afterQuery,
    reply: page,
    errors: [],
    action: 'enquiry:list',
    target: 'self',
  }),
  countUnreadEnquiries: defineRoute({
    method: 'GET',
    path: '/api/unread-enquiries',
    summary: 'How many of my own enquiries, and of my company’s, have something unread',
    reply: z.object({ own: z.int(), company: z.int() }),
    errors: [],
    action: 'enquiry:list',
    target: 'self',
  }),
  listInbox: defineRoute({
    method: 'GET',
    path: '/api/companies/:companyId/enquiries',
    summary: 'What a company was asked, latest change first, with the number in each state',
    params: companyParams,
    query: afterQuery.extend({ state: EnquiryState.optional(), kind: EnquiryKind.optional() }),
    reply: page.extend({ counts: z.record(EnquiryState, z.int()) }),
    errors: ['not_found'],
    action: 'enquiry:handle',
    target: 'company',
  }),
  listColleagues: defineRoute({
    method: 'GET',
    path: '/api/companies/:companyId/colleagues',
    summary: 'Who of the company may take an enquiry',
    params: companyParams,
    reply: z.object({ colleagues: z.array(z.object({ userId: Id, name: z.string() })) }),
    errors: ['not_found'],
    action: 'enquiry:handle',
    target: 'company',
  }),
  assignEnquiry: defineRoute({
    method: 'PUT',
    path: '/api/companies/:companyId/enquiries/:enquiryId/assignee',
    summary: 'Say who takes an enquiry; null gives it back',
    params: ofCompany,
    body: z.object({ userId: Id.nullable() }),
    reply: Enquiry,
    errors: ['not_found'],
    action: 'enquiry:handle',
    target: 'company',
  }),
  setEnquiryState: defineRoute({
    method: 'PUT',
    path: '/api/companies/:companyId/enquiries/:enquiryId/state',
    summary: 'Close an enquiry, or open it again',
    params: ofCompany,
    body: z.object({ state: z.enum(['open', 'closed']) }),
    reply: Enquiry,
    errors: ['not_found'],
    action: 'enquiry:handle',
    target: 'company',
  }),
  getEnquiry: defineRoute({
    method: 'GET',
    path: '/api/enquiries/:enquiryId',
    summary: 'One enquiry, for who asked and for the company that was asked',
    params: enquiryParams,
    reply: Enquiry,
    errors: ['not_found'],
    action: 'enquiry:read',
    target: 'enquiry',
  }),
  listThread: defineRoute({
    method: 'GET',
    path: '/api/enquiries/:enquiryId/messages',
    summary: 'Messages that follow `after`, oldest first, at most a page; -1 is the latest page',
    params: enquiryParams,
    query: z.object({ after: z.coerce.number().int().min(-1).default(-1) }),
    reply: z.object({ messages: z.array(EnquiryMessage), lastSeq: z.int() }),
    errors: ['not_found'],
    action: 'enquiry:read',
    target: 'enquiry',
  }),
  postReply: defineRoute({
    method: 'POST',
    path: '/api/enquiries/:enquiryId/messages',
    summary: 'Write in the thread; answered once it is stored. The same id twice is one message',
    params: enquiryParams,
    body: z.object({ id: Id, text: z.string().trim().min(1).max(ENQUIRY_TEXT_MAX) }),
    reply: EnquiryMessage,
    errors: ['not_found', 'conflict', 'too_many_requests'],
    action: 'enquiry:reply',
    target: 'enquiry',
    perMinute: 30,
  }),
  markEnquiryRead: defineRoute({
    method: 'PUT',
    path: '/api/enquiries/:enquiryId/read',
    summary: 'Say up to which number my side has read',
    params: enquiryParams,
    body: z.object({ seq: z.int().positive() }),
    reply: z.object({}),
    errors: ['not_found'],
    action: 'enquiry:read',
    target: 'enquiry',
  }),
}

export const tradeFacts = {
  changed: defineFact({
    name: 'enquiry:changed',
    summary: 'An enquiry is new, or something about it changed; told to both sides',
    body: z.object({ enquiryId: Id, lastSeq: z.int() }),
  }),
}
