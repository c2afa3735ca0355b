import { SegmentedControl, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Session } from '#shared/model/programme.ts'
import type { Playback } from '#shared/protocol/recordings.ts'
import { Loaded } from '../../ui-kit/loaded.tsx'
import { useLocalText } from '../../ui-kit/local-text.ts'
import { HostShelf } from './host-shelf.tsx'
import { RecordingPlayer } from './recording-player.tsx'
import { playbackQuery } from './recording-queries.ts'
import { SaidAndAsked } from './said-and-asked.tsx'
import classes from './recording.module.css'

const Recordings = ({ session, playback }: { session: Session; playback: Playback }) => {
  const intl = useIntl()
  const local = useLocalText()
  const ready = playback.recordings.filter(({ state }) => state === 'ready')
  const [chosenId, setChosenId] = useState('')
  const chosen = ready.find(({ id }) => id === chosenId) ?? ready[0]
  if (!chosen)
    return (
      <p className={classes.quiet} role="status">
        {playback.phase === 'published' ? (
          <FormattedMessage
            id="recording.none"
            defaultMessage="There is no recording of it here any more. Ask at the stand about what was shown."
          />
        ) : (
          <FormattedMessage
            id="recording.notYet"
            defaultMessage="Where it was recorded, the recording is here once the hosts have published it."
          />
        )}
      </p>
    )
  return (
    <>
      {ready.length > 1 && (
        <SegmentedControl
          aria-label={intl.formatMessage({ id: 'recording.part.choose', defaultMessage: 'Part' })}
          value={chosen.id}
          onChange={setChosenId}
          data={ready.map(({ id }, at) => ({
            value: id,
            label: intl.formatMessage(
              { id: 'recording.part', defaultMessage: 'Part {number}' },
              { number: at + 1 },
            ),
          }))}
        />
      )}
      <RecordingPlayer
        key={chosen.id}
        sessionId={session.id}
        recording={chosen}
        playback={playback}
        title={local(session.title)}
      />
    </>
  )
}

/** What there is of a session after its end; `children` is for those who were there. */
export const AfterSession = ({ session, children }: { session: Session; children?: ReactNode }) => (
  <div className={classes.after}>
    <Title order={2} fz={24}>
      <FormattedMessage id="session.over" defaultMessage="The session is over. Thank you for coming." />
    </Title>
    <Loaded query={useQuery(playbackQuery(session.id))}>
      {(playback) => (
        <>
          <Recordings session={session} playback={playback} />
          <SaidAndAsked playback={playback} />
          {children}
          {playback.mayHost && <HostShelf sessionId={session.id} playback={playback} />}
        </>
      )}
    </Loaded>
  </div>
)
