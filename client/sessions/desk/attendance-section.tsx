import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { defineMessages, FormattedMessage, FormattedNumber, FormattedTime, useIntl } from 'react-intl'
import type { Attendance } from '#shared/model/live-session.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { call } from '../../net/api.ts'
import { Loaded } from '../../ui-kit/loaded.tsx'
import { Section } from '../../ui-kit/page.tsx'
import { useSaveCsv } from '../../ui-kit/save-file.ts'
import { sessionRoleTerms } from '../session-terms.ts'
import classes from './session-desk.module.css'

const REFRESH_MS = 20_000

const attendanceQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['attendance', sessionId],
    queryFn: ({ signal }) => call(sessionRoutes.readAttendance, { params: { sessionId } }, signal),
    refetchInterval: REFRESH_MS,
  })

const heads = defineMessages({
  name: { id: 'session.attendance.name', defaultMessage: 'Name' },
  role: { id: 'session.attendance.role', defaultMessage: 'As' },
  first: { id: 'session.attendance.first', defaultMessage: 'From' },
  last: { id: 'session.attendance.last', defaultMessage: 'Until' },
  minutes: { id: 'session.attendance.minutes', defaultMessage: 'Minutes' },
  email: { id: 'session.attendance.email', defaultMessage: 'May be written to' },
})

const Table = ({ people }: { people: readonly Attendance[] }) => {
  const intl = useIntl()
  return (
    <div className={classes.scroll} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {Object.values(heads).map((head) => (
              <th key={head.id} scope="col">
                {intl.formatMessage(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ personId, name, role, firstAt, lastAt, minutes, email }) => (
            <tr key={personId}>
              <th scope="row">{name}</th>
              <td>{intl.formatMessage(sessionRoleTerms[role])}</td>
              <td>
                <FormattedTime value={firstAt} hourCycle="h23" />
              </td>
              <td>
                <FormattedTime value={lastAt} hourCycle="h23" />
              </td>
              <td>
                <FormattedNumber value={minutes} />
              </td>
              <td>{email ? <a href={`mailto:${email}`}>{email}</a> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Who came and how long, of those who agreed to it; the leads are those with an address. */
export const AttendanceSection = ({ sessionId }: { sessionId: string }) => {
  const intl = useIntl()
  const save = useSaveCsv()
  const attendance = useQuery(attendanceQuery(sessionId))
  const rows = (people: readonly Attendance[]) => [
    Object.values(heads).map((head) => intl.formatMessage(head)),
    ...people.map(({ name, role, firstAt, lastAt, minutes, email }) => [
      name,
      intl.formatMessage(sessionRoleTerms[role]),
      firstAt,
      lastAt,
      intl.formatNumber(minutes, { useGrouping: false }),
      email ?? '',
    ]),
  ]
  return (
    <Section title={<FormattedMessage id="session.attendance" defaultMessage="Who came" />}>
      <Loaded query={attendance}>
        {({ people, unnamed }) => (
          <>
            <p className={classes.quiet}>
              <FormattedMessage
                id="session.attendance.count"
                defaultMessage="{named, plural, =0 {Nobody agreed to be named yet} one {# person agreed to be named} other {# people agreed to be named}}; {unnamed, plural, =0 {nobody came besides} one {# more came} other {# more came}}."
                values={{ named: people.length, unnamed }}
              />
            </p>
            {people.length > 0 && (
              <>
                <Table people={people} />
                <Button
                  mt="sm"
                  size="sm"
                  variant="outline"
                  color="ink.9"
                  onClick={() => save('attendance.csv', rows(people))}
                >
                  <FormattedMessage id="session.attendance.save" defaultMessage="Save as a table" />
                </Button>
              </>
            )}
          </>
        )}
      </Loaded>
    </Section>
  )
}
