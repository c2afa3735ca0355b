import { Button, Switch } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, FormattedTime, useIntl } from 'react-intl'
import { sessionRoutes, type SessionLogLine } from '#shared/protocol/sessions.ts'
import { call } from '../../net/api.ts'
import { Loaded } from '../../ui-kit/loaded.tsx'
import { Section } from '../../ui-kit/page.tsx'
import { useSaveCsv } from '../../ui-kit/save-file.ts'
import { sessionPhaseTerms, sessionRoleTerms } from '../session-terms.ts'
import { logTerms, namesIn, ofOrder, partsOf } from './log-terms.ts'
import classes from './session-desk.module.css'

const logQuery = (sessionId: string) =>
  queryOptions({
    queryKey: ['session-log', sessionId],
    queryFn: ({ signal }) => call(sessionRoutes.readSessionLog, { params: { sessionId } }, signal),
  })

/** Who did what and when: at first what was done to keep order. */
export const LogSection = ({ sessionId }: { sessionId: string }) => {
  const intl = useIntl()
  const save = useSaveCsv()
  const log = useQuery(logQuery(sessionId))
  const [showsAll, setShowsAll] = useState(false)
  const termOf = ({ kind }: SessionLogLine) => {
    const term = logTerms[kind as keyof typeof logTerms]
    return term ? intl.formatMessage(term) : kind
  }
  // What follows from the clock is nobody's act.
  const byOf = ({ byName }: SessionLogLine) =>
    byName || intl.formatMessage({ id: 'session.log.fair', defaultMessage: 'The fair' })
  return (
    <Section title={<FormattedMessage id="session.log" defaultMessage="What happened" />}>
      <Loaded query={log}>
        {({ lines }) => {
          const names = namesIn(lines)
          const toldOf = (line: SessionLogLine) => {
            const { people, text, phase, role } = partsOf(line, names)
            return [
              ...people,
              text,
              phase && intl.formatMessage(sessionPhaseTerms[phase]),
              role && intl.formatMessage(sessionRoleTerms[role]),
            ]
              .filter(Boolean)
              .join(', ')
          }
          const shown = showsAll ? lines : lines.filter(ofOrder)
          return (
            <>
              <Switch
                checked={showsAll}
                onChange={({ currentTarget }) => setShowsAll(currentTarget.checked)}
                label={intl.formatMessage({
                  id: 'session.log.all',
                  defaultMessage: 'Everything, not only what was done to keep order',
                })}
              />
              <ol className={classes.log} tabIndex={0}>
                {shown.map((line) => (
                  <li key={line.seq}>
                    <span className={classes.quiet}>
                      <FormattedTime
                        value={line.at}
                        hourCycle="h23"
                        hour="2-digit"
                        minute="2-digit"
                        second="2-digit"
                      />
                    </span>{' '}
                    {byOf(line)} {termOf(line)} <span className={classes.quiet}>{toldOf(line)}</span>
                  </li>
                ))}
              </ol>
              {lines.length > 0 && (
                <Button
                  mt="sm"
                  size="sm"
                  variant="outline"
                  color="ink.9"
                  onClick={() =>
                    save(
                      'session-log.csv',
                      lines.map((line) => [line.at, byOf(line), termOf(line), toldOf(line)]),
                    )
                  }
                >
                  <FormattedMessage id="session.log.save" defaultMessage="Save all of it as a table" />
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </Section>
  )
}
