import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { defineMessages, FormattedDate, FormattedMessage, useIntl } from 'react-intl'
import { SESSION_KINDS, type Session } from '#shared/model/programme.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { fairQuery, programmeQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { sessionKindTerms } from '../ui-kit/terms/programme-terms.ts'
import classes from './programme.module.css'
import { usePicks } from './picks.ts'
import { SessionEntry } from './session-entry.tsx'
import { byDay, phasesOf } from './session-times.ts'
import { useCalendar } from './use-calendar.ts'
import { useNow } from './use-now.ts'

const labels = defineMessages({
  title: { id: 'programme.title', defaultMessage: 'Programme' },
  kind: { id: 'programme.filter.kind', defaultMessage: 'Kind' },
  language: { id: 'programme.filter.language', defaultMessage: 'Language' },
  all: { id: 'programme.filter.all', defaultMessage: 'All' },
  mine: { id: 'programme.filter.mine', defaultMessage: 'My programme only' },
})

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** A time zone as people call it: `Uzbekistan Standard Time, GMT+5`. */
const useZoneName = () => {
  const intl = useIntl()
  const part = (timeZone: string, timeZoneName: 'long' | 'shortOffset') =>
    intl.formatDateToParts(Date.now(), { timeZone, timeZoneName }).find(({ type }) => type === 'timeZoneName')
      ?.value ?? timeZone
  return (timeZone: string) =>
    [...new Set([part(timeZone, 'long'), part(timeZone, 'shortOffset')])].join(', ')
}

const Programme = ({ directory, sessions }: { directory: FairDirectory; sessions: Session[] }) => {
  const intl = useIntl()
  const now = useNow()
  const zoneName = useZoneName()
  const save = useCalendar(directory)
  const { picks } = usePicks()
  const [kind, setKind] = useState('')
  const [language, setLanguage] = useState('')
  const [isMine, setMine] = useState(false)
  const languages = [...new Set(sessions.map((session) => session.language))]
  const names = new Intl.DisplayNames(intl.locale, { type: 'language' })
  const all = { value: '', label: intl.formatMessage(labels.all) }
  const phases = phasesOf(sessions, now)
  const picked = sessions.filter(({ id }) => picks.includes(id))
  const shown = sessions.filter(
    (session) =>
      (kind === '' || session.kind === kind) &&
      (language === '' || session.language === language) &&
      (!isMine || picks.includes(session.id)),
  )
  // A link to one session: it is there only now.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), [])
  if (sessions.length === 0)
    return (
      <p>
        <FormattedMessage
          id="programme.none"
          defaultMessage="The organisers have not announced a session yet. The halls are open: look through the exhibitors meanwhile."
        />
      </p>
    )
  return (
    <>
      <p className={classes.zones}>
        <FormattedMessage
          id="programme.zones"
          defaultMessage="Times are by your own clock ({own}). The fair keeps {fair}."
          values={{ own: zoneName(OWN_ZONE), fair: zoneName(directory.fair.timeZone) }}
        />
      </p>
      <div className={classes.filters}>
        <NativeSelect
          label={intl.formatMessage(labels.kind)}
          value={kind}
          data={[
            all,
            ...SESSION_KINDS.map((value) => ({ value, label: intl.formatMessage(sessionKindTerms[value]) })),
          ]}
          onChange={({ currentTarget }) => setKind(currentTarget.value)}
        />
        <NativeSelect
          label={intl.formatMessage(labels.language)}
          value={language}
          data={[all, ...languages.map((value) => ({ value, label: names.of(value) ?? value }))]}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
        />
        <Checkbox
          mb={8}
          label={intl.formatMessage(labels.mine)}
          checked={isMine}
          onChange={({ currentTarget }) => setMine(currentTarget.checked)}
        />
        {picked.length > 0 && (
          <Button variant="outline" color="ink.9" onClick={() => save(picked, 'programme.ics')}>
            <FormattedMessage
              id="programme.calendar.mine"
              defaultMessage="{count, plural, one {# session} other {# sessions}} as a calendar file"
              values={{ count: picked.length }}
            />
          </Button>
        )}
      </div>
      {shown.length === 0 && (
        <p role="status">
          <FormattedMessage
            id="programme.noMatch"
            defaultMessage="No session fits this choice. Choose “All”, or add sessions to your programme."
          />
        </p>
      )}
      {byDay(shown, OWN_ZONE).map(({ day, sessions: ofDay }) => (
        <Section
          key={day}
          title={
            <span className={classes.day}>
              <FormattedDate
                value={ofDay[0]?.startsAt ?? day}
                timeZone={OWN_ZONE}
                weekday="long"
                day="numeric"
                month="long"
              />
            </span>
          }
        >
          <ul className={classes.list}>
            {ofDay.map((session) => (
              <SessionEntry
                key={session.id}
                session={session}
                phase={phases.get(session.id)}
                directory={directory}
              />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

/** What takes place at the fair, day by day. */
export const Page = () => {
  const intl = useIntl()
  const fair = useQuery(fairQuery)
  const programme = useQuery(programmeQuery)
  return (
    <PageFrame
      title={intl.formatMessage(labels.title)}
      lede={
        <FormattedMessage
          id="programme.lede"
          defaultMessage="Talks on the stage, presentations at the stands, and tours with people who know the cloth."
        />
      }
    >
      <Loaded query={fair}>
        {(directory) => (
          <Loaded query={programme}>
            {({ sessions }) => <Programme directory={directory} sessions={sessions} />}
          </Loaded>
        )}
      </Loaded>
    </PageFrame>
  )
}
