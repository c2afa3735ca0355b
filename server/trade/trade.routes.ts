import type { tradeRoutes } from '#shared/protocol/trade.ts'
import type { RouteHandlers } from '../platform/http/register-routes.ts'
import type { TradeService } from './trade.service.ts'

export const tradeHandlers = (trade: TradeService): RouteHandlers<typeof tradeRoutes> => ({
  sendEnquiry: ({ principal }, { params, body }) => trade.send(params.companyId, body, principal),
  listOwnEnquiries: ({ principal }, { query }) => trade.listOwn(query.after, principal),
  countUnreadEnquiries: ({ principal }) => trade.countUnread(principal),
  listInbox: (_context, { params, query: { after, ...filter } }) =>
    trade.listInbox(params.companyId, filter, after),
  async listColleagues(_context, { params }) {
    return { colleagues: await trade.listColleagues(params.companyId) }
  },
  assignEnquiry: (_context, { params, body }) =>
    trade.assign(params.companyId, params.enquiryId, body.userId),
  setEnquiryState: (_context, { params, body }) =>
    trade.setState(params.companyId, params.enquiryId, body.state),
  getEnquiry: ({ principal }, { params }) => trade.get(params.enquiryId, principal),
  listThread: (_context, { params, query }) => trade.listThread(params.enquiryId, query.after),
  postReply: ({ principal }, { params, body }) => trade.reply(params.enquiryId, body, principal),
  async markEnquiryRead({ principal }, { params, body }) {
    await trade.markRead(params.enquiryId, body.seq, principal)
    return {}
  },
})
