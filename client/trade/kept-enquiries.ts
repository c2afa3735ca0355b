import { tradeRoutes } from '#shared/protocol/trade.ts'
import { call } from '../net/api.ts'
import { EnquiryDraft } from './enquiry-draft.ts'
import { createEnquiryOutbox, UnsentEnquiry } from './enquiry-outbox.ts'
import { createEntryStore } from './entry-store.ts'

/** What is being filled in, one draft a company; shared by all windows of this browser. */
export const enquiryDrafts = createEntryStore('fairloom.enquiry.draft.', EnquiryDraft, () => localStorage)

/** This page's outbox of enquiries. */
export const enquiryOutbox = createEnquiryOutbox({
  store: createEntryStore('fairloom.enquiry.unsent.', UnsentEnquiry, () => localStorage),
  post: (companyId, body) => call(tradeRoutes.sendEnquiry, { params: { companyId }, body }),
})
