import { Anchor, CloseButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl'
import { Link, useLocation } from 'react-router'
import { programmeQuery } from '../net/queries.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { ownInvitationsQuery } from './own-invitations.ts'
import { usePicks } from './picks.ts'
import { soonest } from './session-times.ts'
import classes from './session-soon.module.css'
import { useNow } from './use-now.ts'

/** Says on every page that a session which one has picked, or is invited to, begins. */
export const SessionSoon = ({ isSignedIn }: { isSignedIn: boolean }) => {
  const intl = useIntl()
  const local = useLocalText()
  const now = useNow()
  const { pathname } = useLocation()
  const { picks } = usePicks()
  const invited = useQuery({ ...ownInvitationsQuery, enabled: isSignedIn }).data?.sessionIds ?? []
  const { data } = useQuery({ ...programmeQuery, enabled: picks.length + invited.length > 0 })
  const [dismissed, setDismissed] = useState<readonly string[]>([])
  const own = new Set([...picks, ...invited].filter((id) => !dismissed.includes(id)))
  const session = soonest(data?.sessions.filter(({ id }) => own.has(id)) ?? [], now)
  const isThere = session !== undefined && pathname.startsWith(`/sessions/${session.id}`)
  return (
    <div role="status">
      {session && !isThere && (
        <div className={classes.notice}>
          <span>
            <FormattedMessage
              id="programme.soon"
              defaultMessage="At {time}: <link>{title}</link>"
              values={{
                time: <FormattedTime value={session.startsAt} hourCycle="h23" />,
                title: local(session.title),
                link: (text) => (
                  <Anchor component={Link} to={`/sessions/${session.id}`} inherit underline="always">
                    {text}
                  </Anchor>
                ),
              }}
            />
          </span>
          <CloseButton
            size="sm"
            aria-label={intl.formatMessage({
              id: 'programme.soon.close',
              defaultMessage: 'Do not remind me of it',
            })}
            onClick={() => setDismissed([...dismissed, session.id])}
          />
        </div>
      )}
    </div>
  )
}
