import { randomUUID } from 'node:crypto'
import type { EnquiryBody } from '#shared/model/enquiry.ts'
import { tradeRoutes, type Enquiry } from '#shared/protocol/trade.ts'
import type { TestApp } from './test-app.ts'

/** A question without goods, unless told otherwise. */
export const enquiryBody = (overrides: Partial<EnquiryBody> = {}): EnquiryBody => ({
  id: randomUUID(),
  kind: 'question',
  lines: [],
  country: null,
  city: '',
  wantedBy: null,
  text: 'Do you weave to order?',
  ...overrides,
})

/** An enquiry to a company from whoever the cookie says. */
export const buildEnquiry = (
  app: TestApp,
  companyId: string,
  cookie: string,
  overrides: Partial<EnquiryBody> = {},
): Promise<Enquiry> =>
  app.call(cookie)(tradeRoutes.sendEnquiry, { params: { companyId }, body: enquiryBody(overrides) })
