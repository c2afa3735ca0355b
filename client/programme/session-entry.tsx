import { Anchor, Button, VisuallyHidden } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { defineMessages, FormattedDateTimeRange, FormattedMessage, FormattedTime, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Session } from '#shared/model/programme.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { invitationRoutes } from '#shared/protocol/invitations.ts'
import { call } from '../net/api.ts'
import { meQuery } from '../net/queries.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { sessionKindTerms } from '../ui-kit/terms/programme-terms.ts'
import classes from './programme.module.css'
import { ownInvitationsQuery } from './own-invitations.ts'
import { usePicks } from './picks.ts'
import { usePlaceOf } from './session-place.ts'
import type { SessionPhase } from './session-times.ts'
import { useCalendar } from './use-calendar.ts'
import { useNow } from './use-now.ts'

const phases = defineMessages({
  now: { id: 'programme.now', defaultMessage: 'Now' },
  next: { id: 'programme.next', defaultMessage: 'Next' },
  over: { id: 'programme.over', defaultMessage: 'Over' },
  cancelled: { id: 'programme.cancelled', defaultMessage: 'Cancelled' },
  draft: { id: 'programme.draft', defaultMessage: 'Draft, not announced' },
})

/** The line over a session's title: what it is, in which language, and whether it is on. */
export const SessionKindLine = ({
  session,
  phase,
}: {
  session: Session
  phase: SessionPhase | undefined
}) => {
  const intl = useIntl()
  const language = new Intl.DisplayNames(intl.locale, { type: 'language' }).of(session.language)
  const state = session.state === 'planned' ? phase : session.state
  return (
    <p className={classes.kind}>
      {state && state !== 'later' && (
        <span className={state === 'over' ? undefined : classes.phase}>
          {intl.formatMessage(phases[state])} ·{' '}
        </span>
      )}
      {intl.formatMessage(sessionKindTerms[session.kind])} · {language}
    </p>
  )
}

/** For those with an account: a letter with a calendar entry now, and one before it begins. */
const ReminderButton = ({ sessionId }: { sessionId: string }) => {
  const queries = useQueryClient()
  const { data } = useQuery(ownInvitationsQuery)
  const isOn = data?.sessionIds.includes(sessionId) ?? false
  const wish = useMutation({
    mutationFn: () => call(invitationRoutes.wishReminder, { params: { sessionId }, body: { on: !isOn } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ownInvitationsQuery.queryKey }),
  })
  return (
    <Button
      size="compact-sm"
      variant={isOn ? 'filled' : 'subtle'}
      color={isOn ? 'ink.9' : 'indigo'}
      aria-pressed={isOn}
      loading={wish.isPending}
      onClick={() => wish.mutate()}
    >
      {isOn ? (
        <FormattedMessage id="programme.reminded" defaultMessage="You are reminded by mail" />
      ) : (
        <FormattedMessage id="programme.remind" defaultMessage="Remind me by mail" />
      )}
    </Button>
  )
}

const Actions = ({ session, directory }: { session: Session; directory: FairDirectory }) => {
  const local = useLocalText()
  const save = useCalendar(directory)
  const place = usePlaceOf(directory)(session)
  const { picks, toggle } = usePicks()
  const { data: me } = useQuery(meQuery)
  const now = useNow()
  const isAhead = session.state === 'planned' && Date.parse(session.startsAt) > now
  const isPicked = picks.includes(session.id)
  return (
    <div className={classes.actions}>
      {place && (
        <>
          <Anchor component={Link} to={place.page} underline="always">
            {place.name}
          </Anchor>
          <Anchor component={Link} to={place.walk} underline="always">
            <FormattedMessage id="programme.walk" defaultMessage="Walk there" />
          </Anchor>
        </>
      )}
      <Button
        size="compact-sm"
        variant={isPicked ? 'filled' : 'outline'}
        color="ink.9"
        aria-pressed={isPicked}
        onClick={() => toggle(session.id)}
      >
        {isPicked ? (
          <FormattedMessage id="programme.picked" defaultMessage="In my programme" />
        ) : (
          <FormattedMessage id="programme.pick" defaultMessage="Add to my programme" />
        )}
      </Button>
      {me?.email && isAhead && <ReminderButton sessionId={session.id} />}
      <Button
        size="compact-sm"
        variant="subtle"
        color="indigo"
        onClick={() => save([session], `${session.id.slice(0, 8)}.ics`)}
      >
        <FormattedMessage
          id="programme.calendar"
          defaultMessage="Calendar file<hidden>: {title}</hidden>"
          values={{
            title: local(session.title),
            hidden: (chunks) => <VisuallyHidden>{chunks}</VisuallyHidden>,
          }}
        />
      </Button>
    </div>
  )
}

/** One session of the programme, with its place, its hosts and what one can do about it. */
export const SessionEntry = ({
  session,
  phase,
  directory,
}: {
  session: Session
  phase: SessionPhase | undefined
  directory: FairDirectory
}) => {
  const local = useLocalText()
  const { timeZone } = directory.fair
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const state = session.state === 'cancelled' ? classes.cancelled : phase === 'over' ? classes.over : ''
  return (
    <li id={session.id} className={`${classes.session} ${state}`}>
      <div className={classes.time}>
        <FormattedDateTimeRange
          from={new Date(session.startsAt)}
          to={new Date(session.endsAt)}
          hour="2-digit"
          minute="2-digit"
          hourCycle="h23"
        />
        {own !== timeZone && (
          <span className={classes.fairTime}>
            <FormattedMessage
              id="programme.fairTime"
              defaultMessage="{time} at the fair"
              values={{
                time: (
                  <FormattedTime
                    value={session.startsAt}
                    timeZone={timeZone}
                    hour="2-digit"
                    minute="2-digit"
                    hourCycle="h23"
                  />
                ),
              }}
            />
          </span>
        )}
      </div>
      <div>
        <SessionKindLine session={session} phase={phase} />
        <h3 className={classes.title}>
          <Anchor component={Link} to={`/sessions/${session.id}`} c="inherit" inherit>
            {local(session.title)}
          </Anchor>
        </h3>
        <p className={classes.hosts}>
          {session.hosts.map(({ name, title }) => (title ? `${name}, ${local(title)}` : name)).join(' · ')}
        </p>
        <p className={classes.abstract}>{local(session.abstract)}</p>
        <Actions session={session} directory={directory} />
      </div>
    </li>
  )
}
