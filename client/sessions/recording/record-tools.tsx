import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconPlayerRecordFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, FormattedNumber } from 'react-intl'
import { useStore } from 'zustand'
import type { Session } from '#shared/model/programme.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import type { Call } from '../../live/call.ts'
import { call as callFair } from '../../net/api.ts'
import { productQuery } from '../../net/goods-queries.ts'
import { newId } from '../../net/new-id.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { useLocalText } from '../../ui-kit/local-text.ts'
import { useSessionLink, useSessionView } from '../session-context.ts'
import { ByFair, useCaptionsOf, useLatestRecording } from './by-fair.tsx'
import { canRecord, startRecorder, type Recorder } from './recorder.ts'
import { recordingHere } from './recording-here.ts'
import { SpokenCaptions } from './spoken-captions.tsx'
import classes from '../session.module.css'

const MB = 1024 * 1024

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
  const latest = useLatestRecording(session.id, isRecording && !recorder && !isBusy)
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
