import { ActionIcon } from '@mantine/core'
import { IconConfetti, IconHeartFilled, IconStarFilled, IconThumbUpFilled } from '@tabler/icons-react'
import { useReducedMotion } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { defineMessages, useIntl } from 'react-intl'
import { REACTIONS } from '#shared/protocol/sessions.ts'
import { useSessionLink } from './session-context.ts'
import type { Reaction } from './session-wire.ts'
import classes from './session.module.css'

const SIGNS = {
  applause: IconConfetti,
  heart: IconHeartFilled,
  thanks: IconThumbUpFilled,
  wow: IconStarFilled,
} satisfies Record<Reaction, unknown>
const names = defineMessages({
  applause: { id: 'session.react.applause', defaultMessage: 'Applaud' },
  heart: { id: 'session.react.heart', defaultMessage: 'I like it' },
  thanks: { id: 'session.react.thanks', defaultMessage: 'Thank you' },
  wow: { id: 'session.react.wow', defaultMessage: 'Astonishing' },
})
const SHOWN_MS = 3200
const MOST_SHOWN = 24

interface Shown {
  key: number
  reaction: Reaction
  left: number
}

/** What rises over the stage when people applaud. */
export const RisingReactions = () => {
  const link = useSessionLink()
  const isStill = useReducedMotion()
  const [shown, setShown] = useState<readonly Shown[]>([])
  useEffect(() => {
    let count = 0
    return link.onReacted((reaction) => {
      const key = count++
      // A golden step spreads them without chance.
      const left = ((key * 0.618) % 1) * 60
      setShown((before) => [...before, { key, reaction, left }].slice(-MOST_SHOWN))
      setTimeout(() => setShown((before) => before.filter((one) => one.key !== key)), SHOWN_MS)
    })
  }, [link])
  return (
    <div className={classes.reactions} aria-hidden="true" data-still={isStill}>
      {shown.map(({ key, reaction, left }) => {
        const Sign = SIGNS[reaction]
        return (
          <span key={key} style={{ left: `${left}%` }} data-reaction={reaction}>
            <Sign size={34} />
          </span>
        )
      })}
    </div>
  )
}

export const ReactionButtons = () => {
  const intl = useIntl()
  const link = useSessionLink()
  return (
    <div className={classes.reactionButtons}>
      {REACTIONS.map((reaction) => {
        const Sign = SIGNS[reaction]
        return (
          <ActionIcon
            key={reaction}
            size={48}
            variant="subtle"
            color="ink"
            data-reaction={reaction}
            aria-label={intl.formatMessage(names[reaction])}
            title={intl.formatMessage(names[reaction])}
            onClick={() => link.react(reaction)}
          >
            <Sign size={24} />
          </ActionIcon>
        )
      })}
    </div>
  )
}
