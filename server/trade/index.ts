export { createTradeService, ENQUIRY_MAIL_QUEUE, type TradeService } from './trade.service.ts'
export { tradePolicy } from './trade.policy.ts'
export { tradeHandlers } from './trade.routes.ts'
export { workOnEnquiryMail } from './enquiry-mail-jobs.ts'
