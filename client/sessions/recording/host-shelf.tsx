import { Button, NativeSelect, Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl'
import { KEEP_DAYS, KeepDays, type Recording } from '#shared/model/recording.ts'
import { recordingRoutes, type Playback } from '#shared/protocol/recordings.ts'
import { call } from '../../net/api.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { CaptionsShelf } from './captions-shelf.tsx'
import { clockText } from './clock-text.ts'
import { playbackQuery } from './recording-queries.ts'
import classes from './recording.module.css'

const Remove = ({ onRemove, isPending }: { onRemove(): void; isPending: boolean }) => {
  const [isSure, setIsSure] = useState(false)
  return (
    <Button
      size="sm"
      variant={isSure ? 'filled' : 'default'}
      color="madder"
      loading={isPending}
      leftSection={<IconTrash size={16} />}
      onClick={() => (isSure ? onRemove() : setIsSure(true))}
    >
      {isSure ? (
        <FormattedMessage id="recording.remove.sure" defaultMessage="Yes, delete it for good" />
      ) : (
        <FormattedMessage id="recording.remove" defaultMessage="Delete" />
      )}
    </Button>
  )
}

const State = ({ recording: { state, by, durationMs } }: { recording: Recording }) => {
  switch (state) {
    case 'starting':
      return (
        <FormattedMessage id="recording.state.starting" defaultMessage="The fair’s recorder gets ready." />
      )
    case 'recording':
      return by === 'fair' ? (
        <FormattedMessage
          id="recording.state.byFair"
          defaultMessage="Written to its end. It appears here by itself."
        />
      ) : (
        <FormattedMessage
          id="recording.state.recording"
          defaultMessage="Still arriving. If the browser that recorded is gone, it is prepared within a minute."
        />
      )
    case 'preparing':
      return (
        <FormattedMessage
          id="recording.state.preparing"
          defaultMessage="Being prepared. It appears here by itself."
        />
      )
    case 'failed':
      return (
        <FormattedMessage
          id="recording.state.failed"
          defaultMessage="It could not be made playable: it broke off before the first picture, or there was no room for it. Try again, or delete it."
        />
      )
    case 'ready':
      return <>{clockText(durationMs ?? 0)}</>
  }
}

const Item = ({ sessionId, recording }: { sessionId: string; recording: Recording }) => {
  const intl = useIntl()
  const queries = useQueryClient()
  const params = { sessionId, recordingId: recording.id }
  const onSuccess = () => queries.invalidateQueries({ queryKey: playbackQuery(sessionId).queryKey })
  const keep = useMutation({
    mutationFn: (keepDays: KeepDays) => call(recordingRoutes.keepRecording, { params, body: { keepDays } }),
    onSuccess,
  })
  const again = useMutation({
    mutationFn: () => call(recordingRoutes.prepareRecording, { params }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: () => call(recordingRoutes.removeRecording, { params }),
    onSuccess,
  })
  return (
    <li className={classes.item}>
      <span className={classes.itemName} role="status">
        <FormattedDate value={recording.startedAt} hour="2-digit" minute="2-digit" hourCycle="h23" />
        {' · '}
        <State recording={recording} />
      </span>
      <NativeSelect
        label={intl.formatMessage({ id: 'recording.keep', defaultMessage: 'Keep it for' })}
        description={intl.formatMessage(
          { id: 'recording.keptUntil', defaultMessage: 'Deleted on {date}' },
          { date: intl.formatDate(recording.keptUntil, { day: 'numeric', month: 'long', year: 'numeric' }) },
        )}
        value={keep.isPending ? keep.variables : recording.keepDays}
        data={KEEP_DAYS.map((days) => ({
          value: String(days),
          label: intl.formatMessage(
            { id: 'recording.days', defaultMessage: '{days, plural, one {# day} other {# days}}' },
            { days },
          ),
        }))}
        onChange={({ currentTarget }) => keep.mutate(KeepDays.parse(Number(currentTarget.value)))}
      />
      {recording.state === 'ready' && <CaptionsShelf sessionId={sessionId} recording={recording} />}
      {recording.state === 'failed' && (
        <Button size="sm" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          <FormattedMessage id="error.retry" defaultMessage="Try again" />
        </Button>
      )}
      <Remove onRemove={remove.mutate} isPending={remove.isPending} />
      <ErrorText error={keep.error ?? again.error ?? remove.error} />
    </li>
  )
}

/** What the hosts do with recordings: publish, keep, give captions, delete. */
export const HostShelf = ({ sessionId, playback }: { sessionId: string; playback: Playback }) => {
  const intl = useIntl()
  const queries = useQueryClient()
  const isPublished = playback.phase === 'published'
  const publish = useMutation({
    mutationFn: (on: boolean) =>
      call(recordingRoutes.publishSession, { params: { sessionId }, body: { on } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: playbackQuery(sessionId).queryKey }),
  })
  return (
    <section className={classes.shelf}>
      <h2>
        <FormattedMessage id="recording.shelf" defaultMessage="For the hosts" />
      </h2>
      {playback.recordings.length === 0 ? (
        <p className={classes.quiet}>
          <FormattedMessage
            id="recording.none.host"
            defaultMessage="Nothing was recorded. Next time press “Record” once the session has begun."
          />
        </p>
      ) : (
        <Switch
          label={intl.formatMessage({
            id: 'recording.publish',
            defaultMessage: 'Published: whoever could come to the session can watch it here',
          })}
          checked={publish.isPending ? publish.variables : isPublished}
          onChange={({ currentTarget }) => publish.mutate(currentTarget.checked)}
        />
      )}
      <ErrorText error={publish.error} />
      <ul className={classes.items}>
        {playback.recordings.map((recording) => (
          <Item key={recording.id} sessionId={sessionId} recording={recording} />
        ))}
      </ul>
    </section>
  )
}
