import { Button, NativeSelect, Text, UnstyledButton } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { useSearchParams } from 'react-router'
import { ENQUIRY_KINDS, ENQUIRY_STATES, EnquiryKind, EnquiryState } from '#shared/model/enquiry.ts'
import { CompanyGate } from '../exhibitor/index.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame } from '../ui-kit/page.tsx'
import { EnquiryList } from './enquiry-list.tsx'
import { inboxQuery, type InboxFilter } from './enquiry-queries.ts'
import { useEnquiryTerms } from './enquiry-terms.ts'
import { useInboxExport } from './inbox-export.ts'
import classes from './enquiry-list.module.css'

const filterIn = (search: URLSearchParams): InboxFilter => {
  const state = EnquiryState.safeParse(search.get('state')).data
  const kind = EnquiryKind.safeParse(search.get('kind')).data
  return { ...(state && { state }), ...(kind && { kind }) }
}

const StateChoice = ({
  counts,
  chosen,
  onChoose,
}: {
  counts: Record<EnquiryState, number>
  chosen: EnquiryState | undefined
  onChoose(state: EnquiryState | undefined): void
}) => {
  const intl = useIntl()
  const terms = useEnquiryTerms()
  const all = ENQUIRY_STATES.reduce((sum, state) => sum + counts[state], 0)
  return (
    <div
      className={classes.states}
      role="group"
      aria-label={intl.formatMessage({ id: 'enquiry.inbox.states', defaultMessage: 'Show by state' })}
    >
      {[undefined, ...ENQUIRY_STATES].map((state) => (
        <UnstyledButton
          key={state ?? 'all'}
          className={classes.state ?? ''}
          aria-pressed={state === chosen}
          onClick={() => onChoose(state)}
        >
          {state ? terms.state(state) : <FormattedMessage id="enquiry.inbox.all" defaultMessage="All" />}
          <span>{intl.formatNumber(state ? counts[state] : all)}</span>
        </UnstyledButton>
      ))}
    </div>
  )
}

const Inbox = ({ companyId }: { companyId: string }) => {
  const intl = useIntl()
  const terms = useEnquiryTerms()
  const [search, setSearch] = useSearchParams()
  const filter = filterIn(search)
  const query = useInfiniteQuery(inboxQuery(companyId, filter))
  const exportCsv = useInboxExport(companyId)
  const download = useMutation({ mutationFn: () => exportCsv(filter) })
  const choose = (name: 'state' | 'kind', value: string | undefined) => {
    const next = new URLSearchParams(search)
    if (value) next.set(name, value)
    else next.delete(name)
    setSearch(next, { replace: true })
  }
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const enquiries = pages.flatMap((page) => page.enquiries)
        const counts = pages[0]?.counts ?? { new: 0, open: 0, answered: 0, closed: 0 }
        const filtered = filter.state !== undefined || filter.kind !== undefined
        if (enquiries.length === 0 && !filtered)
          return (
            <Text mt="lg" maw="62ch">
              <FormattedMessage
                id="enquiry.inbox.none"
                defaultMessage="No enquiries yet. Buyers send them from your stand and from your products’ pages: published goods with complete data are asked for most."
              />
            </Text>
          )
        return (
          <>
            <div className={classes.bar}>
              <StateChoice
                counts={counts}
                chosen={filter.state}
                onChoose={(state) => choose('state', state)}
              />
              <NativeSelect
                aria-label={intl.formatMessage({ id: 'enquiry.inbox.kind', defaultMessage: 'Show by kind' })}
                value={filter.kind ?? ''}
                data={[
                  {
                    value: '',
                    label: intl.formatMessage({
                      id: 'enquiry.inbox.everyKind',
                      defaultMessage: 'Every kind',
                    }),
                  },
                  ...ENQUIRY_KINDS.map((value) => ({ value, label: terms.kind(value) })),
                ]}
                onChange={(event) => choose('kind', event.currentTarget.value)}
              />
              <Button
                variant="outline"
                color="ink.9"
                size="sm"
                loading={download.isPending}
                onClick={() => download.mutate()}
              >
                <FormattedMessage id="enquiry.inbox.export" defaultMessage="Save as a table (CSV)" />
              </Button>
            </div>
            <ErrorText error={download.error} onRetry={() => download.mutate()} />
            {enquiries.length === 0 && (
              <Text>
                <FormattedMessage
                  id="enquiry.inbox.noneSuch"
                  defaultMessage="None like these. Choose another state or kind."
                />
              </Text>
            )}
            <EnquiryList
              enquiries={enquiries}
              base="/desk/enquiries"
              more={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            />
          </>
        )
      }}
    </Loaded>
  )
}

/** What an exhibitor's company was asked. */
export const Page = () => {
  const intl = useIntl()
  return (
    <PageFrame title={intl.formatMessage({ id: 'enquiry.inbox.title', defaultMessage: 'Enquiries' })}>
      <CompanyGate>{(companyId) => <Inbox companyId={companyId} />}</CompanyGate>
    </PageFrame>
  )
}
