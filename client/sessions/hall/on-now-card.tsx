import { Button } from '@mantine/core'
import { IconDoorEnter, IconEye, IconEyeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import { useLocalText } from '../../ui-kit/local-text.ts'
import type { HeldNow } from './use-on-now.ts'
import classes from './hall.module.css'

/** What is on here, with the ways to see it: from where one is, where that may be, or by stepping in. */
export const OnNowCard = ({
  held: { session, stage },
  isWatching,
  onWatch,
  children,
}: {
  held: HeldNow
  isWatching: boolean
  onWatch: (on: boolean) => void
  children?: ReactNode
}) => {
  const local = useLocalText()
  return (
    <section className={classes.card}>
      <p className={classes.over}>
        <FormattedMessage id="onNow" defaultMessage="On now" />
      </p>
      <h2 className={classes.title}>{local(session.title)}</h2>
      <p className={classes.hosts}>{session.hosts.map(({ name }) => name).join(', ')}</p>
      {children}
      <div className={classes.actions}>
        <Button
          component={Link}
          to={`/sessions/${session.id}`}
          size="sm"
          leftSection={<IconDoorEnter size={18} />}
        >
          <FormattedMessage id="onNow.stepIn" defaultMessage="Step in" />
        </Button>
        {stage && (
          <Button
            size="sm"
            variant="default"
            aria-pressed={isWatching}
            leftSection={isWatching ? <IconEyeOff size={18} /> : <IconEye size={18} />}
            onClick={() => onWatch(!isWatching)}
          >
            {isWatching ? (
              <FormattedMessage id="onNow.stop" defaultMessage="Stop watching" />
            ) : (
              <FormattedMessage id="onNow.watch" defaultMessage="Watch here" />
            )}
          </Button>
        )}
      </div>
    </section>
  )
}
