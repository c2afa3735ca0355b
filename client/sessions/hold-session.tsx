import { Button, NativeSelect, NumberInput, Stack, Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { SessionVisibility, USUAL_SETTINGS, type LiveSettings } from '#shared/model/live-session.ts'
import type { Session } from '#shared/model/programme.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { call } from '../net/api.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { liveSessionQuery } from './session-queries.ts'
import classes from './session.module.css'

/** Holds a session of the programme here, with a waiting room, questions and polls, or changes how. */
export const HoldSession = ({
  session,
  mayHost,
  settings: before,
}: {
  session: Session
  mayHost: boolean
  /** How it is held already. */
  settings?: LiveSettings | undefined
}) => {
  const intl = useIntl()
  const queries = useQueryClient()
  const [settings, setSettings] = useState(before ?? USUAL_SETTINGS)
  const hold = useMutation({
    mutationFn: () => call(sessionRoutes.holdSession, { params: { sessionId: session.id }, body: settings }),
    onSuccess: () => queries.invalidateQueries({ queryKey: liveSessionQuery(session.id).queryKey }),
  })
  if (!mayHost)
    return (
      <p className={classes.quiet}>
        <FormattedMessage
          id="session.elsewhere"
          defaultMessage="This session is held at its place in the fair. Walk there when it begins."
        />
      </p>
    )
  const who = {
    public: intl.formatMessage({ id: 'session.for.public', defaultMessage: 'Everybody' }),
    registered: intl.formatMessage({ id: 'session.for.registered', defaultMessage: 'Those with an account' }),
    invited: intl.formatMessage({ id: 'session.for.invited', defaultMessage: 'Those who are invited' }),
    company: intl.formatMessage({ id: 'session.for.company', defaultMessage: 'The company only' }),
  }
  const switches = {
    waitingRoom: intl.formatMessage({
      id: 'session.with.waiting',
      defaultMessage: 'Waiting room: I let each one in',
    }),
    chat: intl.formatMessage({ id: 'session.with.chat', defaultMessage: 'Chat' }),
    questions: intl.formatMessage({ id: 'session.with.questions', defaultMessage: 'Questions with votes' }),
    anonymousQuestions: intl.formatMessage({
      id: 'session.with.anonymous',
      defaultMessage: 'Questions may be asked without a name',
    }),
  }
  return (
    <form
      className={classes.holdForm}
      onSubmit={(event) => {
        event.preventDefault()
        hold.mutate()
      }}
    >
      <Stack gap="sm">
        <NativeSelect
          label={intl.formatMessage({ id: 'session.for', defaultMessage: 'Who may come' })}
          value={settings.visibility}
          data={SessionVisibility.options.map((value) => ({ value, label: who[value] }))}
          onChange={({ currentTarget }) =>
            setSettings({ ...settings, visibility: SessionVisibility.parse(currentTarget.value) })
          }
        />
        <NumberInput
          label={intl.formatMessage({ id: 'session.capacity', defaultMessage: 'Places' })}
          min={2}
          max={1000}
          value={settings.capacity}
          onChange={(value) => setSettings({ ...settings, capacity: Number(value) || 2 })}
        />
        {(['waitingRoom', 'chat', 'questions', 'anonymousQuestions'] as const).map((key) => (
          <Switch
            key={key}
            label={switches[key]}
            checked={settings[key]}
            onChange={({ currentTarget }) => setSettings({ ...settings, [key]: currentTarget.checked })}
          />
        ))}
        <ErrorText error={hold.error} />
        <p role="status" className={classes.quiet}>
          {hold.isSuccess && (
            <FormattedMessage id="session.hold.kept" defaultMessage="Kept. It holds at once for everybody." />
          )}
        </p>
        <Button type="submit" loading={hold.isPending} className={classes.start}>
          {before ? (
            <FormattedMessage id="session.hold.change" defaultMessage="Hold it so from now on" />
          ) : (
            <FormattedMessage id="session.hold" defaultMessage="Hold this session here" />
          )}
        </Button>
      </Stack>
    </form>
  )
}
