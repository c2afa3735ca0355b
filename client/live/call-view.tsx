import { Alert, Button, Loader, VisuallyHidden } from '@mantine/core'
import { IconUsers, IconVolume } from '@tabler/icons-react'
import { useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useStore } from 'zustand'
import { ErrorText } from '../ui-kit/error-text.tsx'
import type { Call } from './call.ts'
import { CallControls } from './call-controls.tsx'
import type { CallEnd, CallPhase } from './call-state.ts'
import { PeopleList } from './people-list.tsx'
import { PersonTile, ScreenTile } from './tile.tsx'
import classes from './live.module.css'

const Ended = ({ why, onAgain }: { why: CallEnd; onAgain: () => void }) => (
  <div className={classes.ended} role="status">
    <p>
      {why === 'left' && <FormattedMessage id="live.end.left" defaultMessage="You have left the room." />}
      {why === 'elsewhere' && (
        <FormattedMessage
          id="live.end.elsewhere"
          defaultMessage="You came in from another window, so this one was closed."
        />
      )}
      {why === 'removed' && (
        <FormattedMessage id="live.end.removed" defaultMessage="The staff has sent you out of this room." />
      )}
      {why === 'closed' && <FormattedMessage id="live.end.closed" defaultMessage="This room was closed." />}
    </p>
    {why !== 'removed' && (
      <Button onClick={onAgain}>
        <FormattedMessage id="live.again" defaultMessage="Come in again" />
      </Button>
    )}
  </div>
)

const Waiting = ({ phase }: { phase: CallPhase }) => (
  <div className={classes.waiting} role="status">
    <Loader size="sm" color="indigo" />
    {phase.name === 'joining' ? (
      <FormattedMessage id="live.joining" defaultMessage="Coming in…" />
    ) : (
      <FormattedMessage
        id="live.away"
        defaultMessage="The line is away. You come back by yourself as soon as it is there."
      />
    )}
  </div>
)

/** A call: who is there, screens that are shown, and the controls. */
export const CallView = ({ call, room, onAgain }: { call: Call; room: string; onAgain: () => void }) => {
  const { phase, people, grant, mayModerate, playsSound } = useStore(call.store)
  const [showsPeople, setShowsPeople] = useState(false)
  if (phase.name === 'over') return <Ended why={phase.why} onAgain={onAgain} />
  if (phase.name === 'refused') return <ErrorText error={phase.error} onRetry={onAgain} />
  const screens = people.flatMap((person) => (person.screen ? [{ person, picture: person.screen }] : []))
  return (
    <div className={classes.call} data-phase={phase.name}>
      {phase.name !== 'live' && <Waiting phase={phase} />}
      {!playsSound && (
        <Alert color="indigo" variant="light" radius={2} role="alert">
          <Button leftSection={<IconVolume size={18} />} onClick={() => void call.playSound()}>
            <FormattedMessage id="live.playSound" defaultMessage="Turn the sound on" />
          </Button>
        </Alert>
      )}
      <div className={classes.stage} data-screens={screens.length} data-people={showsPeople}>
        {screens.map(({ person, picture }) => (
          <ScreenTile key={picture.sid} person={person} picture={picture} />
        ))}
        <ul className={classes.tiles} data-count={Math.min(people.length, 9)}>
          {people.map((person) => (
            <PersonTile key={person.id} person={person} />
          ))}
        </ul>
        {showsPeople && (
          <aside className={classes.side}>
            <PeopleList room={room} people={people} mayModerate={mayModerate} />
          </aside>
        )}
      </div>
      <div className={classes.bar}>
        <CallControls call={call} me={people.find(({ isMe }) => isMe)} grant={grant}>
          <Button
            h={48}
            px="sm"
            variant={showsPeople ? 'filled' : 'default'}
            color="indigo"
            leftSection={<IconUsers size={20} />}
            aria-expanded={showsPeople}
            onClick={() => setShowsPeople(!showsPeople)}
          >
            <VisuallyHidden>
              <FormattedMessage id="live.people" defaultMessage="Who hears you" />
            </VisuallyHidden>
            {people.length}
          </Button>
        </CallControls>
      </div>
    </div>
  )
}
