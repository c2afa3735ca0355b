import type { CompanyCard, ProductCard } from '#shared/model/cards.ts'
import type { Enquiry, EnquiryMessage, EnquirySide } from '#shared/protocol/trade.ts'
import type { EnquiryView, LineRow, MessageRow } from './trade.repository.ts'

export interface EnquiryThings {
  company: CompanyCard
  lines: readonly LineRow[]
  productsById: ReadonlyMap<string, ProductCard>
  side: EnquirySide
}

export const presentEnquiry = (view: EnquiryView, things: EnquiryThings): Enquiry => {
  const { enquiry } = view
  const { company, lines, productsById, side } = things
  return {
    id: enquiry.id,
    kind: enquiry.kind,
    state: enquiry.state,
    company,
    buyer: {
      userId: enquiry.buyerId,
      name: view.buyerName,
      email: view.buyerEmail,
      companyName: view.buyerCompany,
    },
    lines: lines.map(({ productId, articleNumber, colourway, quantity, unit }) => ({
      productId,
      articleNumber,
      colourway,
      quantity,
      unit,
      product: productsById.get(productId) ?? null,
    })),
    country: enquiry.country,
    city: enquiry.city,
    wantedBy: enquiry.wantedBy,
    text: view.text,
    sentAt: enquiry.sentAt.toISOString(),
    changedAt: enquiry.changedAt.toISOString(),
    assignee:
      enquiry.assigneeId !== null && view.assigneeName !== null
        ? { userId: enquiry.assigneeId, name: view.assigneeName }
        : null,
    side,
    lastSeq: enquiry.lastSeq,
    readSeq: side === 'buyer' ? enquiry.buyerReadSeq : enquiry.companyReadSeq,
  }
}

export const presentMessage = (row: MessageRow): EnquiryMessage => ({
  id: row.id,
  enquiryId: row.enquiryId,
  seq: row.seq,
  author: { id: row.authorId, name: row.authorName, side: row.side },
  text: row.text,
  sentAt: row.sentAt.toISOString(),
})
