import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { tradeRoutes, type Enquiry } from '#shared/protocol/trade.ts'
import { call } from '../net/api.ts'
import { ENQUIRIES_KEY, meQuery } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { colleaguesQuery } from './enquiry-queries.ts'
import classes from './enquiry-page.module.css'

/** What the company does with an enquiry: who takes it, and whether it is done. */
export const EnquiryHandling = ({ enquiry }: { enquiry: Enquiry }) => {
  const intl = useIntl()
  const client = useQueryClient()
  const params = { companyId: enquiry.company.id, enquiryId: enquiry.id }
  const { data: me } = useQuery(meQuery)
  const { data } = useQuery(colleaguesQuery(enquiry.company.id))
  const onSuccess = () => client.invalidateQueries({ queryKey: ENQUIRIES_KEY })
  const assign = useMutation({
    mutationFn: (userId: string | null) => call(tradeRoutes.assignEnquiry, { params, body: { userId } }),
    onSuccess,
  })
  const setState = useMutation({
    mutationFn: (state: 'open' | 'closed') => call(tradeRoutes.setEnquiryState, { params, body: { state } }),
    onSuccess,
  })
  const people = data?.colleagues ?? (enquiry.assignee ? [enquiry.assignee] : [])
  const closed = enquiry.state === 'closed'
  return (
    <>
      <div className={classes.handling}>
        <Select
          label={intl.formatMessage({ id: 'enquiry.assignee', defaultMessage: 'Taken by' })}
          placeholder={intl.formatMessage({ id: 'enquiry.assignee.none', defaultMessage: 'nobody yet' })}
          data={people.map(({ userId, name }) => ({ value: userId, label: name }))}
          value={enquiry.assignee?.userId ?? null}
          clearable
          disabled={assign.isPending}
          onChange={(userId) => assign.mutate(userId)}
        />
        {me && enquiry.assignee === null && (
          <Button
            variant="outline"
            color="ink.9"
            size="sm"
            loading={assign.isPending}
            onClick={() => assign.mutate(me.principal.id)}
          >
            <FormattedMessage id="enquiry.take" defaultMessage="I take it" />
          </Button>
        )}
        <Button
          variant="outline"
          color="ink.9"
          size="sm"
          loading={setState.isPending}
          onClick={() => setState.mutate(closed ? 'open' : 'closed')}
        >
          {closed ? (
            <FormattedMessage id="enquiry.reopen" defaultMessage="Open again" />
          ) : (
            <FormattedMessage id="enquiry.close" defaultMessage="Close the enquiry" />
          )}
        </Button>
      </div>
      <ErrorText error={assign.error ?? setState.error} />
    </>
  )
}
