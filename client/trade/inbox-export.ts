import { useIntl } from 'react-intl'
import { tradeRoutes, type Enquiry } from '#shared/protocol/trade.ts'
import { call } from '../net/api.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { useSaveCsv } from '../ui-kit/save-file.ts'
import { useCountryName, useTerm } from '../ui-kit/trade-terms.ts'
import type { InboxFilter } from './enquiry-queries.ts'
import { useEnquiryTerms } from './enquiry-terms.ts'

const readAll = async (companyId: string, filter: InboxFilter): Promise<Enquiry[]> => {
  const all: Enquiry[] = []
  for (;;) {
    const after = all.at(-1)?.id
    const page = await call(tradeRoutes.listInbox, {
      params: { companyId },
      query: { ...filter, ...(after && { after }) },
    })
    all.push(...page.enquiries)
    if (!page.more) return all
  }
}

/** A row for each product that was asked for; an enquiry without goods has one row. */
const useRows = () => {
  const intl = useIntl()
  const local = useLocalText()
  const term = useTerm()
  const terms = useEnquiryTerms()
  const country = useCountryName()
  const head = [
    intl.formatMessage({ id: 'enquiry.csv.sent', defaultMessage: 'Sent' }),
    intl.formatMessage({ id: 'enquiry.csv.state', defaultMessage: 'State' }),
    intl.formatMessage({ id: 'enquiry.csv.kind', defaultMessage: 'Kind' }),
    intl.formatMessage({ id: 'enquiry.csv.buyer', defaultMessage: 'Buyer' }),
    intl.formatMessage({ id: 'enquiry.csv.company', defaultMessage: 'Buyer’s company' }),
    intl.formatMessage({ id: 'enquiry.csv.email', defaultMessage: 'E-mail' }),
    intl.formatMessage({ id: 'enquiry.csv.country', defaultMessage: 'Country' }),
    intl.formatMessage({ id: 'enquiry.csv.city', defaultMessage: 'City' }),
    intl.formatMessage({ id: 'enquiry.csv.wantedBy', defaultMessage: 'Wanted by' }),
    intl.formatMessage({ id: 'enquiry.csv.assignee', defaultMessage: 'Taken by' }),
    intl.formatMessage({ id: 'enquiry.csv.article', defaultMessage: 'Article' }),
    intl.formatMessage({ id: 'enquiry.csv.product', defaultMessage: 'Product' }),
    intl.formatMessage({ id: 'enquiry.csv.colour', defaultMessage: 'Colour' }),
    intl.formatMessage({ id: 'enquiry.csv.quantity', defaultMessage: 'Quantity' }),
    intl.formatMessage({ id: 'enquiry.csv.unit', defaultMessage: 'Unit' }),
    intl.formatMessage({ id: 'enquiry.csv.text', defaultMessage: 'Text' }),
  ]
  const rowsOf = (one: Enquiry): string[][] => {
    const start = [
      one.sentAt.slice(0, 10),
      terms.state(one.state),
      terms.kind(one.kind),
      one.buyer.name,
      one.buyer.companyName ?? '',
      one.buyer.email,
      one.country ? country(one.country) : '',
      one.city,
      one.wantedBy ?? '',
      one.assignee?.name ?? '',
    ]
    if (one.lines.length === 0) return [[...start, '', '', '', '', '', one.text]]
    return one.lines.map(({ articleNumber, product, colourway, quantity, unit }) => [
      ...start,
      articleNumber,
      product ? local(product.name) : '',
      colourway ?? '',
      // Digits alone, so that a spreadsheet counts with them.
      quantity === null ? '' : intl.formatNumber(quantity, { useGrouping: false }),
      term('unitShort', unit),
      one.text,
    ])
  }
  return (enquiries: readonly Enquiry[]) => [head, ...enquiries.flatMap(rowsOf)]
}

/** Saves a company's enquiries, all pages of them, as a table in the reader's language. */
export const useInboxExport = (companyId: string) => {
  const rows = useRows()
  const save = useSaveCsv()
  return async (filter: InboxFilter): Promise<void> =>
    save('enquiries.csv', rows(await readAll(companyId, filter)))
}
