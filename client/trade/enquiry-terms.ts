import { defineMessages, useIntl } from 'react-intl'
import type { EnquiryKind, EnquiryState } from '#shared/model/enquiry.ts'

const kinds = defineMessages({
  question: { id: 'enquiry.kind.question', defaultMessage: 'Question' },
  sample: { id: 'enquiry.kind.sample', defaultMessage: 'Samples' },
  quotation: { id: 'enquiry.kind.quotation', defaultMessage: 'Quotation' },
})
const states = defineMessages({
  new: { id: 'enquiry.state.new', defaultMessage: 'New' },
  open: { id: 'enquiry.state.open', defaultMessage: 'Open' },
  answered: { id: 'enquiry.state.answered', defaultMessage: 'Answered' },
  closed: { id: 'enquiry.state.closed', defaultMessage: 'Closed' },
})

/** Kinds and states of enquiries in the reader's words. */
export const useEnquiryTerms = () => {
  const intl = useIntl()
  return {
    kind: (kind: EnquiryKind) => intl.formatMessage(kinds[kind]),
    state: (state: EnquiryState) => intl.formatMessage(states[state]),
  }
}
