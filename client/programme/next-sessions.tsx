import { Anchor } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedDate, FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import { programmeQuery } from '../net/queries.ts'
import { useLocalText } from '../ui-kit/local-text.ts'
import { Section } from '../ui-kit/page.tsx'
import classes from './programme.module.css'
import { SessionKindLine } from './session-entry.tsx'
import { comingUp, phasesOf } from './session-times.ts'
import { useNow } from './use-now.ts'

/** The sessions that are on or come next, for the start page; nothing where none is left. */
export const NextSessions = () => {
  const local = useLocalText()
  const now = useNow()
  const { data } = useQuery(programmeQuery)
  const next = comingUp(data?.sessions ?? [], now, 3)
  if (next.length === 0) return null
  const phases = phasesOf(next, now)
  return (
    <Section title={<FormattedMessage id="start.programme" defaultMessage="Next in the programme" />}>
      <ul className={classes.next}>
        {next.map((session) => (
          <li key={session.id}>
            <SessionKindLine session={session} phase={phases.get(session.id)} />
            <h3 className={classes.title}>
              <Link to={`/programme#${session.id}`}>{local(session.title)}</Link>
            </h3>
            <p className={classes.hosts}>
              <FormattedDate
                value={session.startsAt}
                weekday="long"
                hour="2-digit"
                minute="2-digit"
                hourCycle="h23"
              />
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Anchor component={Link} to="/programme" underline="always">
          <FormattedMessage id="start.programme.all" defaultMessage="The whole programme" />
        </Anchor>
      </p>
    </Section>
  )
}
