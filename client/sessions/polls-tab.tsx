import { Button, Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PollKind, SessionPoll } from '#shared/model/live-session.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { PollBars } from './poll-bars.tsx'
import { useSessionView } from './session-context.ts'
import { useAct } from './use-act.ts'
import classes from './session.module.css'

const SCALE = ['1', '2', '3', '4', '5']

const Ballot = ({ poll }: { poll: SessionPoll }) => {
  const { act, error } = useAct()
  const cast = useSessionView(({ me }) => me.ballots[poll.id])
  const [choices, setChoices] = useState<number[]>(cast ?? [])
  const isChanged = JSON.stringify(choices) !== JSON.stringify(cast ?? [])
  const choose = (at: number, on: boolean) =>
    setChoices(
      poll.kind === 'multiple'
        ? (on ? [...choices, at] : choices.filter((one) => one !== at)).toSorted()
        : [at],
    )
  const Control = poll.kind === 'multiple' ? Checkbox : Radio
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act({ kind: 'ballot', pollId: poll.id, choices })
      }}
    >
      <div className={poll.kind === 'scale' ? classes.row : classes.choices}>
        {poll.options.map((option, at) => (
          <Control
            key={at}
            name={poll.id}
            label={option}
            checked={choices.includes(at)}
            onChange={({ currentTarget }) => choose(at, currentTarget.checked)}
          />
        ))}
      </div>
      <ErrorText error={error} />
      <Button type="submit" size="sm" mt="xs" disabled={!isChanged || choices.length === 0}>
        {cast ? (
          <FormattedMessage id="session.poll.change" defaultMessage="Change my vote" />
        ) : (
          <FormattedMessage id="session.poll.vote" defaultMessage="Vote" />
        )}
      </Button>
    </form>
  )
}

const Poll = ({ poll }: { poll: SessionPoll }) => {
  const { act, error } = useAct()
  const mayModerate = useSessionView(({ me }) => me.mayModerate)
  const hasVoted = useSessionView(({ me }) => me.ballots[poll.id] !== undefined)
  return (
    <li className={classes.poll}>
      <h3>{poll.question}</h3>
      {poll.state === 'open' && <Ballot poll={poll} />}
      {(poll.state === 'closed' || hasVoted || mayModerate) && <PollBars poll={poll} />}
      <p className={classes.quiet}>
        {poll.state === 'draft' && (
          <FormattedMessage id="session.poll.draft" defaultMessage="Prepared; nobody else sees it yet." />
        )}
        {poll.state !== 'draft' && (
          <FormattedMessage
            id="session.poll.voters"
            defaultMessage="{count, plural, =0 {Nobody has voted} one {# vote} other {# votes}}"
            values={{ count: poll.voters }}
          />
        )}
        {poll.state === 'closed' && (
          <>
            {' · '}
            <FormattedMessage id="session.poll.closed" defaultMessage="closed" />
          </>
        )}
      </p>
      <ErrorText error={error} />
      {mayModerate && poll.state === 'draft' && (
        <Button size="sm" onClick={() => act({ kind: 'openPoll', pollId: poll.id })}>
          <FormattedMessage id="session.poll.open" defaultMessage="Let people vote" />
        </Button>
      )}
      {mayModerate && poll.state === 'open' && (
        <Button size="sm" variant="default" onClick={() => act({ kind: 'closePoll', pollId: poll.id })}>
          <FormattedMessage id="session.poll.close" defaultMessage="Close the poll" />
        </Button>
      )}
    </li>
  )
}

const NewPoll = () => {
  const intl = useIntl()
  const { act, error } = useAct()
  const [question, setQuestion] = useState('')
  const [kind, setKind] = useState<PollKind>('single')
  const [lines, setLines] = useState('')
  const options =
    kind === 'scale'
      ? SCALE
      : lines
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
  const kinds = {
    single: intl.formatMessage({ id: 'session.poll.single', defaultMessage: 'One answer' }),
    multiple: intl.formatMessage({ id: 'session.poll.multiple', defaultMessage: 'Several answers' }),
    scale: intl.formatMessage({ id: 'session.poll.scale', defaultMessage: 'From 1 to 5' }),
  }
  return (
    <form
      className={classes.compose}
      onSubmit={(event) => {
        event.preventDefault()
        act({ kind: 'makePoll', poll: { question, kind, options } })
        setQuestion('')
        setLines('')
      }}
    >
      <Stack gap="xs">
        <TextInput
          label={intl.formatMessage({ id: 'session.poll.question', defaultMessage: 'A new poll' })}
          placeholder={intl.formatMessage({
            id: 'session.poll.example',
            defaultMessage: 'Which weight do you need?',
          })}
          maxLength={300}
          value={question}
          onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
        />
        <NativeSelect
          aria-label={intl.formatMessage({ id: 'session.poll.kind', defaultMessage: 'Kind of answer' })}
          value={kind}
          data={(['single', 'multiple', 'scale'] as const).map((value) => ({ value, label: kinds[value] }))}
          onChange={({ currentTarget }) => setKind(currentTarget.value as PollKind)}
        />
        {kind !== 'scale' && (
          <Textarea
            label={intl.formatMessage({
              id: 'session.poll.options',
              defaultMessage: 'Answers, one on each line',
            })}
            autosize
            minRows={2}
            maxRows={12}
            value={lines}
            onChange={({ currentTarget }) => setLines(currentTarget.value)}
          />
        )}
        <ErrorText error={error} />
        <Button
          type="submit"
          variant="default"
          disabled={!question.trim() || options.length < 2 || options.length > 12}
        >
          <FormattedMessage id="session.poll.make" defaultMessage="Prepare the poll" />
        </Button>
      </Stack>
    </form>
  )
}

/** Polls: the open one first. */
export const PollsTab = () => {
  const polls = useSessionView((view) => view.polls)
  const mayModerate = useSessionView(({ me }) => me.mayModerate)
  const order = { open: 0, draft: 1, closed: 2 }
  return (
    <div className={classes.tab}>
      <div className={classes.scroll} tabIndex={0}>
        <ol className={classes.list}>
          {polls.length === 0 && !mayModerate && (
            <li className={classes.quiet}>
              <FormattedMessage
                id="session.poll.none"
                defaultMessage="No poll at the moment. When the host opens one, it is here."
              />
            </li>
          )}
          {polls
            .toSorted((a, b) => order[a.state] - order[b.state])
            .map((poll) => (
              <Poll key={poll.id} poll={poll} />
            ))}
        </ol>
      </div>
      {mayModerate && <NewPoll />}
    </div>
  )
}
