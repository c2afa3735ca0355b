import { z } from 'zod'
import { EnquiryKind, type EnquiryBody } from '#shared/model/enquiry.ts'
import { Id } from '#shared/model/ids.ts'
import type { TradeUnit } from '#shared/model/product.ts'
import { newId } from '../net/new-id.ts'

const DraftLine = z.object({ productId: Id, colourway: z.string(), quantity: z.string() })
export type DraftLine = z.infer<typeof DraftLine>

/** An enquiry as it is being filled in: what stands in the fields, right or wrong. */
export const EnquiryDraft = z.object({
  id: Id,
  kind: EnquiryKind,
  lines: z.array(DraftLine),
  country: z.string(),
  city: z.string(),
  wantedBy: z.string(),
  text: z.string(),
})
export type EnquiryDraft = z.infer<typeof EnquiryDraft>

/** An empty draft; its id is the id of the enquiry that it will be. */
export const newDraft = (): EnquiryDraft => ({
  id: newId(),
  kind: 'question',
  lines: [],
  country: '',
  city: '',
  wantedBy: '',
  text: '',
})

/** The draft with a product in it, where it isn't yet. */
export const withProduct = (draft: EnquiryDraft, productId: string): EnquiryDraft =>
  draft.lines.some((line) => line.productId === productId)
    ? draft
    : { ...draft, lines: [...draft.lines, { productId, colourway: '', quantity: '' }] }

const quantityOf = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.replaceAll(/\s/g, '').replace(',', '.'))

/** What would be sent; `unitOf` knows by which unit each product is sold. */
export const candidateOf = (
  { lines, country, wantedBy, ...rest }: EnquiryDraft,
  unitOf: (productId: string) => TradeUnit | undefined,
) => ({
  ...rest,
  lines: lines.map(({ productId, colourway, quantity }) => ({
    productId,
    colourway: colourway === '' ? null : colourway,
    quantity: quantityOf(quantity),
    unit: unitOf(productId),
  })),
  country: country === '' ? null : country,
  wantedBy: wantedBy === '' ? null : wantedBy,
})

/** Back into fields, for an enquiry that was refused and is to be mended. */
export const draftOf = ({ lines, country, wantedBy, ...rest }: EnquiryBody): EnquiryDraft => ({
  ...rest,
  lines: lines.map(({ productId, colourway, quantity }) => ({
    productId,
    colourway: colourway ?? '',
    quantity: quantity === null ? '' : String(quantity),
  })),
  country: country ?? '',
  wantedBy: wantedBy ?? '',
})
