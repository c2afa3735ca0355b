import { z } from 'zod'
import { Id } from './ids.ts'
import { Country, TradeUnit } from './product-trade.ts'

export const ENQUIRY_KINDS = ['question', 'sample', 'quotation'] as const
/** What the buyer wishes for. */
export const EnquiryKind = z.enum(ENQUIRY_KINDS)
export type EnquiryKind = z.infer<typeof EnquiryKind>

export const ENQUIRY_STATES = ['new', 'open', 'answered', 'closed'] as const
/** `new` until somebody of the company takes it up; `answered` while the company has the last word. */
export const EnquiryState = z.enum(ENQUIRY_STATES)
export type EnquiryState = z.infer<typeof EnquiryState>

export const ENQUIRY_LINES_MAX = 40
export const ENQUIRY_TEXT_MAX = 4000

/** One product that is asked for; the quantity counts in the unit by which the product is sold. */
export const EnquiryLine = z.object({
  productId: Id,
  /** Code of a colourway; null where the product has none, or any will do. */
  colourway: z.string().trim().min(1).max(40).nullable(),
  quantity: z.number().min(0.001).max(100_000_000).nullable(),
  unit: TradeUnit,
})
export type EnquiryLine = z.infer<typeof EnquiryLine>

/** What a buyer sends. Who wishes for samples or prices names goods and where they go; who asks, writes. */
export const EnquiryBody = z
  .object({
    /** Made by the client, so that sending again stores once. */
    id: Id,
    kind: EnquiryKind,
    lines: z.array(EnquiryLine).max(ENQUIRY_LINES_MAX),
    country: Country.nullable(),
    city: z.string().trim().max(80),
    wantedBy: z.iso.date().nullable(),
    text: z.string().trim().max(ENQUIRY_TEXT_MAX),
  })
  .superRefine(({ kind, lines, country, text }, context) => {
    const complain = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (kind === 'question') {
      if (text === '') complain(['text'], 'required')
      return
    }
    if (lines.length === 0) complain(['lines'], 'needs_one')
    if (country === null) complain(['country'], 'required')
    if (kind === 'quotation')
      lines.forEach(({ quantity }, at) => {
        if (quantity === null) complain(['lines', at, 'quantity'], 'required')
      })
  })
export type EnquiryBody = z.infer<typeof EnquiryBody>
