import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconPlayerRecordFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, FormattedNumber, FormattedTime } from 'react-intl'
import { useStore } from 'zustand'
import type { Session } from '#shared/model/programme.ts'
import type { Recording } from '#shared/model/recording.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import type { Call } from '../../live/call.ts'
import { call as callFair } from '../../net/api.ts'
import { productQuery } from '../../net/goods-queries.ts'
import { newId } from '../../net/new-id.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { useLocalText } from '../../ui-kit/local-text.ts'
import { useSessionLink, useSessionView } from '../session-context.ts'
import { captionRecording } from './caption-recording.ts'
import { canRecord, startRecorder, type Recorder } from './recorder.ts'
import { recordingHere } from './recording-here.ts'
import { playbackQuery } from './recording-queries.ts'
import { SpokenCaptions } from './spoken-captions.tsx'
import type { VoiceCaptions } from './voice-captions.ts'
import classes from '../session.module.css'

const MB = 1024 * 1024
const WATCH_EVERY_MS = 3000

class CannotRecord extends Error {}

const Sending = ({ recorder }: { recorder: Recorder }) => {
  const { sentBytes, waitingBytes, away } = useStore(recorder.sending)
  return (
    <span role={away ? 'status' : undefined} className={classes.quiet}>
      {away ? (
        <FormattedMessage
          id="recording.away"
          defaultMessage="The line is away: {size} MB wait here and are sent as soon as it is back. Leave this page open."
          values={{ size: <FormattedNumber value={waitingBytes / MB} maximumFractionDigits={1} /> }}
        />
      ) : (
        <FormattedMessage
          id="recording.sent"
          defaultMessage="{size} MB are safe at the fair"
          values={{ size: <FormattedNumber value={sentBytes / MB} maximumFractionDigits={1} /> }}
        />
      )}
    </span>
  )
}

/** Asks before the page is left while something of a recording is only here. */
const useWarning = (isNeeded: boolean) =>
  useEffect(() => {
    if (!isNeeded) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isNeeded])

/** What the fair's own recorder does, for those who keep order; also that it broke off. */
const ByFair = ({ recording }: { recording: Recording | undefined }) => {
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
          defaultMessage="The fair has recorded since {time}, also when you close this page"
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
const useLatest = (sessionId: string, isWatched: boolean): Recording | undefined => {
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
const useCaptionsOf = (sessionId: string, recording: Recording | undefined, isOwn: boolean) => {
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

/** Has the session recorded, once everybody has been told: by the fair where it can, else in this browser. */
export const RecordTools = ({ session, call }: { session: Session; call: Call }) => {
  const link = useSessionLink()
  const queries = useQueryClient()
  const local = useLocalText()
  const isRecording = useSessionView(({ header }) => header.isRecording)
  const isLive = useSessionView(({ header }) => header.phase === 'live')
  const [recorder, setRecorder] = useState<Recorder>()
  const [orderedId, setOrderedId] = useState<string>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setIsBusy] = useState(false)
  const running = useRef<Recorder>(undefined)
  const latest = useLatest(session.id, isRecording && !recorder && !isBusy)
  const captions = useCaptionsOf(session.id, latest, latest?.id === orderedId)
  useWarning(recorder !== undefined)
  useEffect(() => {
    recordingHere.setState({ isOn: recorder !== undefined })
    return () => recordingHere.setState({ isOn: false })
  }, [recorder])

  const stop = () => {
    const one = running.current
    running.current = undefined
    // What the page still has is sent, also when one has gone to another page of the fair.
    one
      ?.stop()
      .catch(setError)
      .finally(() => setRecorder(undefined))
  }
  // A co-host may have stopped it, or the session is over.
  useEffect(() => {
    if (!isRecording) stop()
  }, [isRecording])
  useEffect(() => stop, [])
  // What can't be kept is not recorded.
  useEffect(
    () =>
      recorder?.sending.subscribe(
        ({ refusal }) => refusal && link.act({ kind: 'record', on: false }).catch(setError),
      ),
    [recorder, link],
  )

  const recordHere = (recordingId: string) => {
    if (!canRecord()) throw new CannotRecord()
    running.current = startRecorder({
      call,
      link,
      sessionId: session.id,
      recordingId,
      title: local(session.title),
      nameOf(productId) {
        const product = queries.getQueryData(productQuery(productId).queryKey)
        return product ? local(product.name) : ''
      },
    })
    setRecorder(running.current)
  }

  const begin = async () => {
    const recordingId = newId()
    await link.act({ kind: 'record', on: true })
    try {
      const { by } = await callFair(recordingRoutes.beginRecording, {
        params: { sessionId: session.id },
        body: { recordingId },
      })
      if (by === 'browser') recordHere(recordingId)
      else setOrderedId(recordingId)
    } catch (reason) {
      // Nobody is told that they are recorded while nobody records.
      await link.act({ kind: 'record', on: false })
      throw reason
    }
  }

  const order = async (on: boolean) => {
    setError(undefined)
    setIsBusy(true)
    try {
      if (on) await begin()
      else {
        await link.act({ kind: 'record', on })
        stop()
      }
    } catch (reason) {
      setError(reason)
    } finally {
      setIsBusy(false)
    }
  }

  return (
    <>
      {isLive && !isRecording && (
        <Button
          size="sm"
          variant="default"
          loading={isBusy}
          disabled={recorder !== undefined}
          leftSection={<IconPlayerRecordFilled size={18} color="#9d2f2c" />}
          onClick={() => void order(true)}
        >
          <FormattedMessage id="recording.start" defaultMessage="Record" />
        </Button>
      )}
      {isRecording && (
        <Button
          size="sm"
          color="madder"
          loading={isBusy}
          leftSection={<IconPlayerStopFilled size={18} />}
          onClick={() => void order(false)}
        >
          <FormattedMessage id="recording.stop" defaultMessage="Stop recording" />
        </Button>
      )}
      {recorder ? <Sending recorder={recorder} /> : <ByFair recording={latest} />}
      {isLive && <SpokenCaptions captions={recorder?.captions ?? captions} call={call} />}
      {error instanceof CannotRecord ? (
        <span role="alert">
          <FormattedMessage
            id="recording.cannot"
            defaultMessage="This browser can’t record. Chrome, Edge and Firefox can."
          />
        </span>
      ) : (
        <ErrorText error={error} />
      )}
    </>
  )
}
