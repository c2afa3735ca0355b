import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { liveRoomQuery } from './live-queries.ts'
import classes from './live.module.css'

/** Who talks in a room now, for one who thinks of going in. */
export const WhoIsIn = ({ room }: { room: string }) => {
  const intl = useIntl()
  const { data, error } = useQuery(liveRoomQuery(room))
  if (error) return <ErrorText error={error} />
  if (!data) return null
  return (
    <p className={classes.quiet}>
      <FormattedMessage
        id="live.whoIsIn"
        defaultMessage="{count, plural, =0 {Nobody is in this room yet.} other {In this room: {names}}}"
        values={{
          count: data.people.length,
          names: intl.formatList(data.people.map(({ name }) => name)),
        }}
      />
    </p>
  )
}
