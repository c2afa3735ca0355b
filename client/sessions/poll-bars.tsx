import { FormattedNumber } from 'react-intl'
import type { SessionPoll } from '#shared/model/live-session.ts'
import classes from './session.module.css'

/** How the votes are spread, as bars that move while votes come in. */
export const PollBars = ({ poll }: { poll: SessionPoll }) => (
  <ol className={classes.bars}>
    {poll.options.map((option, at) => {
      const share = poll.voters === 0 ? 0 : (poll.counts[at] ?? 0) / poll.voters
      return (
        <li key={at}>
          <span className={classes.barText}>{option}</span>
          <span className={classes.barShare}>
            <FormattedNumber value={share} style="percent" />
          </span>
          <span className={classes.bar} style={{ transform: `scaleX(${share})` }} />
        </li>
      )
    })}
  </ol>
)
