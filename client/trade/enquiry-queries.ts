import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { EnquiryKind, EnquiryState } from '#shared/model/enquiry.ts'
import { tradeRoutes } from '#shared/protocol/trade.ts'
import { call } from '../net/api.ts'
import { ENQUIRIES_KEY } from '../net/queries.ts'

type Page = { enquiries: readonly { id: string }[]; more: boolean }

const nextPage = ({ enquiries, more }: Page) => (more ? enquiries.at(-1)?.id : undefined)
const pageQuery = (after: string | undefined) => (after === undefined ? {} : { after })
const FIRST: string | undefined = undefined

export interface InboxFilter {
  state?: EnquiryState
  kind?: EnquiryKind
}

export const unreadEnquiriesQuery = queryOptions({
  queryKey: [...ENQUIRIES_KEY, 'unread'],
  queryFn: ({ signal }) => call(tradeRoutes.countUnreadEnquiries, {}, signal),
})

export const ownEnquiriesQuery = infiniteQueryOptions({
  queryKey: [...ENQUIRIES_KEY, 'own'],
  queryFn: ({ pageParam, signal }) =>
    call(tradeRoutes.listOwnEnquiries, { query: pageQuery(pageParam) }, signal),
  initialPageParam: FIRST,
  getNextPageParam: nextPage,
})

export const inboxQuery = (companyId: string, filter: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: [...ENQUIRIES_KEY, 'inbox', companyId, filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        tradeRoutes.listInbox,
        { params: { companyId }, query: { ...filter, ...pageQuery(pageParam) } },
        signal,
      ),
    initialPageParam: FIRST,
    getNextPageParam: nextPage,
  })

export const enquiryQuery = (enquiryId: string) =>
  queryOptions({
    queryKey: [...ENQUIRIES_KEY, 'one', enquiryId],
    queryFn: ({ signal }) => call(tradeRoutes.getEnquiry, { params: { enquiryId } }, signal),
  })

export const colleaguesQuery = (companyId: string) =>
  queryOptions({
    queryKey: ['colleagues', companyId],
    queryFn: ({ signal }) => call(tradeRoutes.listColleagues, { params: { companyId } }, signal),
  })
