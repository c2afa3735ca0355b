import { Button, Checkbox, Textarea } from '@mantine/core'
import { IconArrowBigUp, IconArrowBigUpFilled, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SessionQuestion } from '#shared/model/live-session.ts'
import { QUESTION_LENGTH } from '#shared/protocol/sessions.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { useSessionView } from './session-context.ts'
import { useAct } from './use-act.ts'
import classes from './session.module.css'

const Question = ({ question }: { question: SessionQuestion }) => {
  const intl = useIntl()
  const { act, error } = useAct()
  const { mayModerate, votes } = useSessionView(({ me }) => me)
  const { id, text, by, state } = question
  const isMine = votes.includes(id)
  const isOpen = state === 'open'
  return (
    <li className={classes.question} data-state={state}>
      <Button
        variant={isMine ? 'filled' : 'default'}
        color="indigo"
        size="compact-md"
        disabled={!isOpen}
        aria-pressed={isMine}
        aria-label={intl.formatMessage(
          {
            id: 'session.question.vote',
            defaultMessage: '{votes, plural, one {# vote} other {# votes}}: vote for “{text}”',
          },
          { votes: question.votes, text },
        )}
        leftSection={isMine ? <IconArrowBigUpFilled size={16} /> : <IconArrowBigUp size={16} />}
        onClick={() => act({ kind: 'vote', questionId: id, on: !isMine })}
      >
        {question.votes}
      </Button>
      <div className={classes.questionText}>
        <p className={classes.text}>{text}</p>
        <p className={classes.quiet}>
          {by ? (
            by.name
          ) : (
            <FormattedMessage id="session.question.anonymous" defaultMessage="without a name" />
          )}
          {state === 'answered' && (
            <>
              {' · '}
              <IconCheck size={14} aria-hidden="true" />{' '}
              <FormattedMessage id="session.question.answered" defaultMessage="answered" />
            </>
          )}
        </p>
        {mayModerate && isOpen && (
          <div className={classes.row}>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => act({ kind: 'settleQuestion', questionId: id, state: 'answered' })}
            >
              <FormattedMessage id="session.question.markAnswered" defaultMessage="Answered" />
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              color="ink"
              onClick={() => act({ kind: 'settleQuestion', questionId: id, state: 'dismissed' })}
            >
              <FormattedMessage id="session.question.dismiss" defaultMessage="Take away" />
            </Button>
          </div>
        )}
        <ErrorText error={error} />
      </div>
    </li>
  )
}

const ORDER = { open: 0, answered: 1, dismissed: 2 }

/** Questions to the host, those with most votes first. */
export const QuestionsTab = () => {
  const intl = useIntl()
  const questions = useSessionView((view) => view.questions)
  const { questions: isOn, anonymousQuestions } = useSessionView(({ header }) => header.settings)
  const { act, error } = useAct()
  const [text, setText] = useState('')
  const [anonymous, setAnonymous] = useState(false)
  const shown = questions
    .filter(({ state }) => state !== 'dismissed')
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || b.votes - a.votes || a.at.localeCompare(b.at))
  return (
    <div className={classes.tab}>
      <div className={classes.scroll} tabIndex={0}>
        <ol className={classes.list}>
          {shown.length === 0 && (
            <li className={classes.quiet}>
              <FormattedMessage
                id="session.question.none"
                defaultMessage="No question yet. Ask one; others can vote for it, and the host sees it."
              />
            </li>
          )}
          {shown.map((question) => (
            <Question key={question.id} question={question} />
          ))}
        </ol>
      </div>
      <ErrorText error={error} />
      {isOn && (
        <form
          className={classes.compose}
          onSubmit={(event) => {
            event.preventDefault()
            if (!text.trim()) return
            act({ kind: 'ask', text: text.trim(), anonymous })
            setText('')
          }}
        >
          <Textarea
            autosize
            minRows={2}
            maxRows={5}
            maxLength={QUESTION_LENGTH}
            label={intl.formatMessage({ id: 'session.question.yours', defaultMessage: 'Your question' })}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <div className={classes.row}>
            {anonymousQuestions && (
              <Checkbox
                label={intl.formatMessage({
                  id: 'session.question.hideName',
                  defaultMessage: 'Without my name',
                })}
                checked={anonymous}
                onChange={({ currentTarget }) => setAnonymous(currentTarget.checked)}
              />
            )}
            <Button type="submit" disabled={!text.trim()} ml="auto">
              <FormattedMessage id="session.question.ask" defaultMessage="Ask" />
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
