import { FormattedMessage } from 'react-intl'
import type { Playback } from '#shared/protocol/recordings.ts'
import { PollBars } from '../poll-bars.tsx'
import classes from './recording.module.css'

/** Questions and polls of a session that is over. */
export const SaidAndAsked = ({ playback: { questions, polls } }: { playback: Playback }) => {
  if (questions.length === 0 && polls.length === 0) return null
  return (
    <div className={classes.beside}>
      {questions.length > 0 && (
        <section>
          <h2>
            <FormattedMessage id="recording.questions" defaultMessage="What was asked" />
          </h2>
          <ul className={classes.questions}>
            {questions
              .toSorted((a, b) => b.votes - a.votes)
              .map(({ id, text, votes, state }) => (
                <li key={id}>
                  {text}
                  <span className={classes.quiet}>
                    <FormattedMessage
                      id="recording.votes"
                      defaultMessage="{count, plural, =0 {no votes} one {# vote} other {# votes}}"
                      values={{ count: votes }}
                    />
                    {state === 'answered' && (
                      <>
                        {' · '}
                        <FormattedMessage id="recording.answered" defaultMessage="answered" />
                      </>
                    )}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      )}
      {polls.length > 0 && (
        <section>
          <h2>
            <FormattedMessage id="recording.polls" defaultMessage="How people voted" />
          </h2>
          {polls.map((poll) => (
            <div key={poll.id}>
              <h3>{poll.question}</h3>
              <PollBars poll={poll} />
            </div>
          ))}
        </section>
      )}
    </div>
  )
}
