import { Anchor, Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { defineMessages, FormattedDateTimeRange, FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Session, SessionState } from '#shared/model/programme.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { call } from '../net/api.ts'
import { programmeQuery, queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { sessionKindTerms } from '../ui-kit/terms/programme-terms.ts'
import classes from './programme-editor.module.css'
import { SessionForm } from './session-form.tsx'

type Directory = Pick<FairDirectory, 'halls' | 'stands'>

const states = defineMessages({
  draft: { id: 'programme.session.isDraft', defaultMessage: 'draft' },
  cancelled: { id: 'programme.session.isCancelled', defaultMessage: 'cancelled' },
})

/** Where a session's state leads next, and in which words. */
const NEXT: Record<SessionState, SessionState> = {
  draft: 'planned',
  planned: 'cancelled',
  cancelled: 'planned',
}
const steps = defineMessages({
  draft: { id: 'programme.session.announce', defaultMessage: 'Announce it' },
  planned: { id: 'programme.session.cancel', defaultMessage: 'Cancel it' },
  cancelled: { id: 'programme.session.restore', defaultMessage: 'Put back' },
})

const refresh = () => queryClient.invalidateQueries({ queryKey: programmeQuery.queryKey })

const SessionRow = ({ session, directory }: { session: Session; directory: Directory }) => {
  const intl = useIntl()
  const local = useLocalText()
  const [isOpen, setOpen] = useState(false)
  const { id, state } = session
  const params = { sessionId: id }
  const setState = useMutation({
    mutationFn: () => call(programmeRoutes.setSessionState, { params, body: { state: NEXT[state] } }),
    onSuccess: refresh,
  })
  const copy = useMutation({
    mutationFn: () =>
      call(sessionRoutes.copySession, {
        params,
        body: { id: crypto.randomUUID(), startsAt: session.startsAt },
      }),
    onSuccess: refresh,
  })
  return (
    <li>
      <div className={classes.row}>
        <span className={`${classes.name} ${state === 'cancelled' ? classes.cancelled : ''}`}>
          <Anchor component={Link} to={`/sessions/${id}`} c="inherit" inherit underline="always">
            {local(session.title)}
          </Anchor>
          {state !== 'planned' && ` · ${intl.formatMessage(states[state])}`}
        </span>
        <span className={classes.small}>
          <FormattedMessage {...sessionKindTerms[session.kind]} /> ·{' '}
          <FormattedDateTimeRange
            from={new Date(session.startsAt)}
            to={new Date(session.endsAt)}
            day="numeric"
            month="short"
            hour="2-digit"
            minute="2-digit"
          />
        </span>
        <Button
          size="compact-sm"
          variant="subtle"
          color="indigo"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <FormattedMessage id="programme.session.change" defaultMessage="Change" />
        </Button>
        <Button
          component={Link}
          to={`/sessions/${id}/desk`}
          size="compact-sm"
          variant="subtle"
          color="indigo"
        >
          <FormattedMessage id="programme.session.desk" defaultMessage="Invite, and who came" />
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="indigo"
          loading={copy.isPending}
          onClick={() => copy.mutate()}
        >
          <FormattedMessage id="programme.session.copy" defaultMessage="Another like this" />
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="ink.9"
          loading={setState.isPending}
          onClick={() => setState.mutate()}
        >
          {intl.formatMessage(steps[state])}
        </Button>
      </div>
      <ErrorText error={setState.error ?? copy.error} />
      {isOpen && (
        <SessionForm
          key={session.revision}
          session={session}
          directory={directory}
          onSaved={() => setOpen(false)}
        />
      )}
    </li>
  )
}

/**
 * Sessions with what one can do about them, and a form for another. The directory has the places to choose from; what
 * is held elsewhere is not shown where `ofStandsOnly`.
 */
export const ProgrammeEditor = ({
  directory,
  ofStandsOnly = false,
}: {
  directory: Directory
  ofStandsOnly?: boolean
}) => {
  const programme = useQuery(programmeQuery)
  const [added, setAdded] = useState(0)
  const standIds = new Set(directory.stands.map(({ id }) => id))
  const isShown = ({ place }: Session) =>
    !ofStandsOnly || (place.kind === 'stand' && standIds.has(place.standId))
  return (
    <>
      <Loaded query={programme}>
        {({ sessions }) => {
          const shown = sessions.filter(isShown)
          return shown.length === 0 ? (
            <p>
              <FormattedMessage
                id="programme.session.none"
                defaultMessage="There is no session yet. Add the first below; it shows at once on the programme page."
              />
            </p>
          ) : (
            <ul className={classes.list}>
              {shown.map((session) => (
                <SessionRow key={session.id} session={session} directory={directory} />
              ))}
            </ul>
          )
        }}
      </Loaded>
      <details className={classes.disclosure}>
        <summary>
          <FormattedMessage id="programme.session.new" defaultMessage="Add a session" />
        </summary>
        <SessionForm key={added} directory={directory} onSaved={() => setAdded(added + 1)} />
      </details>
    </>
  )
}
