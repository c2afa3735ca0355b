import { useQuery } from '@tanstack/react-query'
import { useIntl } from 'react-intl'
import { unreadEnquiriesQuery } from './enquiry-queries.ts'
import classes from './unread-enquiries.module.css'

/** How many enquiries are unread, beside a link; nothing where there are none. Only for signed-in people. */
export const UnreadEnquiries = ({ of }: { of: 'own' | 'company' | 'both' }) => {
  const intl = useIntl()
  const { data } = useQuery(unreadEnquiriesQuery)
  const count = data && (of === 'both' ? data.own + data.company : data[of])
  if (!count) return null
  const label = intl.formatMessage(
    {
      id: 'shell.unread',
      defaultMessage: '{count, plural, one {# unread enquiry} other {# unread enquiries}}',
    },
    { count },
  )
  return (
    <span className={classes.count} role="img" aria-label={label} title={label}>
      {intl.formatNumber(count)}
    </span>
  )
}
