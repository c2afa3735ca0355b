import { Anchor, Button, VisuallyHidden } from '@mantine/core'
import { defineMessages, FormattedDateTimeRange, FormattedMessage, FormattedTime, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { Session } from '#shared/model/programme.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { sessionKindTerms } from '../ui-kit/terms/programme-terms.ts'
import classes from './programme.module.css'
import { usePicks } from './picks.ts'
import { usePlaceOf } from './session-place.ts'
import type { SessionPhase } from './session-times.ts'
import { useCalendar } from './use-calendar.ts'

const phases = defineMessages({
  now: { id: 'programme.now', defaultMessage: 'Now' },
  next: { id: 'programme.next', defaultMessage: 'Next' },
  over: { id: 'programme.over', defaultMessage: 'Over' },
  cancelled: { id: 'programme.cancelled', defaultMessage: 'Cancelled' },
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
  const state = session.state === 'cancelled' ? 'cancelled' : phase
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

const Actions = ({ session, directory }: { session: Session; directory: FairDirectory }) => {
  const local = useLocalText()
  const save = useCalendar(directory)
  const place = usePlaceOf(directory)(session)
  const { picks, toggle } = usePicks()
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
