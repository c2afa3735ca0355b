import { sessionKindTerms } from '../ui-kit/terms/programme-terms.ts'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedDateTimeRange, FormattedMessage } from 'react-intl'
import type { Session } from '#shared/model/programme.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { call } from '../net/api.ts'
import { programmeQuery, queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Section } from '../ui-kit/page.tsx'
import classes from './organiser.module.css'
import { SessionForm } from './session-form.tsx'

type Directory = Pick<FairDirectory, 'halls' | 'stands'>

const SessionRow = ({ session, directory }: { session: Session; directory: Directory }) => {
  const local = useLocalText()
  const [isOpen, setOpen] = useState(false)
  const isCancelled = session.state === 'cancelled'
  const setState = useMutation({
    mutationFn: () =>
      call(programmeRoutes.setSessionState, {
        params: { sessionId: session.id },
        body: { state: isCancelled ? 'planned' : 'cancelled' },
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: programmeQuery.queryKey }),
  })
  return (
    <li>
      <div className={classes.hall}>
        <span className={isCancelled ? classes.suspended : undefined}>
          {local(session.title)}
          {isCancelled && (
            <>
              {' · '}
              <FormattedMessage id="organiser.session.isCancelled" defaultMessage="cancelled" />
            </>
          )}
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
          <FormattedMessage id="organiser.session.change" defaultMessage="Change" />
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="ink.9"
          loading={setState.isPending}
          onClick={() => setState.mutate()}
        >
          {isCancelled ? (
            <FormattedMessage id="organiser.session.restore" defaultMessage="Put back" />
          ) : (
            <FormattedMessage id="organiser.session.cancel" defaultMessage="Cancel it" />
          )}
        </Button>
      </div>
      <ErrorText error={setState.error} />
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

/** The programme: add, change and cancel sessions. */
export const ProgrammeSection = ({ directory }: { directory: Directory }) => {
  const programme = useQuery(programmeQuery)
  const [added, setAdded] = useState(0)
  return (
    <Section title={<FormattedMessage id="organiser.programme" defaultMessage="Programme" />}>
      <Loaded query={programme}>
        {({ sessions }) =>
          sessions.length === 0 ? (
            <p>
              <FormattedMessage
                id="organiser.programme.none"
                defaultMessage="There is no session yet. Add the first below; it shows at once on the programme page."
              />
            </p>
          ) : (
            <ul className={classes.halls}>
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} directory={directory} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {directory.halls.length > 0 && (
        <details className={classes.disclosure}>
          <summary>
            <FormattedMessage id="organiser.session.new" defaultMessage="Add a session" />
          </summary>
          <SessionForm key={added} directory={directory} onSaved={() => setAdded(added + 1)} />
        </details>
      )}
    </Section>
  )
}
