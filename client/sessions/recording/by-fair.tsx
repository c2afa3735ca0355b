import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, FormattedTime } from 'react-intl'
import type { Recording } from '#shared/model/recording.ts'
import { useSessionLink } from '../session-context.ts'
import { captionRecording } from './caption-recording.ts'
import { playbackQuery } from './recording-queries.ts'
import type { VoiceCaptions } from './voice-captions.ts'
import classes from '../session.module.css'

const WATCH_EVERY_MS = 3000

/** What the fair's own recorder does, for those who keep order; also that it broke off. */
export const ByFair = ({ recording }: { recording: Recording | undefined }) => {
  if (recording?.by !== 'fair') return null
  if (recording.state === 'failed')
    return (
      <span role="alert">
        <FormattedMessage
          id="recording.byFair.failed"
          defaultMessage="The fair’s recorder broke off, and nothing of it can be played. Record again."
        />
      </span>
    )
  return (
    <span role="status" className={classes.quiet}>
      {recording.state === 'starting' && (
        <FormattedMessage
          id="recording.byFair.starting"
          defaultMessage="The fair’s recorder gets ready: wait a few seconds"
        />
      )}
      {recording.state === 'recording' && (
        <FormattedMessage
          id="recording.byFair"
          defaultMessage="The fair records, since {time}. You may close this page."
          values={{
            time: (
              <FormattedTime value={recording.startedAt} hour="2-digit" minute="2-digit" hourCycle="h23" />
            ),
          }}
        />
      )}
    </span>
  )
}

/** The latest recording, looked after while somebody other than this page makes it, and once more at its end. */
export const useLatestRecording = (sessionId: string, isWatched: boolean): Recording | undefined => {
  const { data, refetch } = useQuery({
    ...playbackQuery(sessionId),
    enabled: isWatched,
    refetchInterval: WATCH_EVERY_MS,
  })
  const hasWatched = useRef(false)
  useEffect(() => {
    if (hasWatched.current && !isWatched) void refetch()
    hasWatched.current = isWatched
  }, [isWatched, refetch])
  return data?.recordings.at(-1)
}

/** Captions of what the fair records, for whoever ordered it. */
export const useCaptionsOf = (sessionId: string, recording: Recording | undefined, isOwn: boolean) => {
  const { store } = useSessionLink()
  const [captions, setCaptions] = useState<VoiceCaptions>()
  const { id, startedAt } = recording ?? {}
  const isWanted = isOwn && recording?.state === 'recording'
  useEffect(() => {
    if (!isWanted || !id || !startedAt) return undefined
    const lastsMs = Date.now() + store.getState().clockAheadMs - Date.parse(startedAt)
    const made = captionRecording({ sessionId, recordingId: id, startedMs: performance.now() - lastsMs })
    setCaptions(made)
    return () => {
      void made?.end()
      setCaptions(undefined)
    }
  }, [isWanted, id, startedAt, sessionId, store])
  return captions
}
