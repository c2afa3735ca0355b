import { Button, Group, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { FormattedDateTimeRange, FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { fairQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import pageClasses from '../ui-kit/page.module.css'
import { Section } from '../ui-kit/page.tsx'
import { NextSessions } from '../programme/next-sessions.tsx'
import { ExhibitorList } from './exhibitor-list.tsx'
import { HallPlan } from './hall-plan.tsx'
import classes from './start-page.module.css'

const Welcome = ({ directory }: { directory: FairDirectory }) => {
  const local = useLocalText()
  const { fair, halls, stands } = directory
  const [first] = halls
  const visitors = halls.reduce((sum, hall) => sum + hall.visitors, 0)
  return (
    <div className={classes.welcome}>
      <div>
        <p className={classes.date}>
          <FormattedDateTimeRange
            from={new Date(fair.opensAt)}
            to={new Date(fair.closesAt)}
            day="numeric"
            month="long"
            year="numeric"
          />
        </p>
        <Title order={1} className={classes.name ?? ''}>
          {local(fair.name)}
        </Title>
        <p className={pageClasses.lede}>{local(fair.tagline)}</p>
        <Group mt="xl" gap="md">
          {first && (
            <Button size="lg" component={Link} to={`/halls/${first.slug}`}>
              <FormattedMessage id="start.enter" defaultMessage="Enter the hall" />
            </Button>
          )}
          <Button size="lg" variant="subtle" color="indigo" component={Link} to="/exhibitors">
            <FormattedMessage id="start.list" defaultMessage="Look through the exhibitors" />
          </Button>
        </Group>
        <p className={pageClasses.muted}>
          <FormattedMessage
            id="start.figures"
            defaultMessage="{stands, plural, one {# stand} other {# stands}} · {visitors, plural, =0 {the halls are quiet just now} one {# visitor in the halls now} other {# visitors in the halls now}}"
            values={{ stands: stands.filter(({ company }) => company).length, visitors }}
          />
        </p>
      </div>
      {first && (
        <div className={classes.plan}>
          <HallPlan hall={first} stands={stands.filter(({ hallId }) => hallId === first.id)} />
        </div>
      )}
    </div>
  )
}

export const Page = () => {
  const query = useQuery(fairQuery)
  const local = useLocalText()
  const title = query.data && local(query.data.fair.name)
  useEffect(() => {
    if (title) document.title = title
  }, [title])
  return (
    <div className={pageClasses.page}>
      <Loaded query={query}>
        {(directory) => (
          <>
            <Welcome directory={directory} />
            <NextSessions />
            <Section title={<FormattedMessage id="start.exhibitors" defaultMessage="Who exhibits" />}>
              <ExhibitorList stands={directory.stands} />
            </Section>
          </>
        )}
      </Loaded>
    </div>
  )
}
