import { Anchor } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { FormattedMessage, FormattedNumber, useIntl } from 'react-intl'
import { RECORDING_FILES, type Recording } from '#shared/model/recording.ts'
import type { Playback } from '#shared/protocol/recordings.ts'
import { ChapterList } from './chapter-list.tsx'
import { clockText } from './clock-text.ts'
import classes from './recording.module.css'

const MB = 1024 * 1024

/** A recording with its chapters beside it. */
export const RecordingPlayer = ({
  sessionId,
  recording,
  playback,
  title,
}: {
  sessionId: string
  recording: Recording
  playback: Playback
  title: string
}) => {
  const intl = useIntl()
  const video = useRef<HTMLVideoElement>(null)
  const [atMs, setAtMs] = useState(0)
  const [isBroken, setIsBroken] = useState(false)
  const languages = new Intl.DisplayNames(intl.locale, { type: 'language' })
  const address = `/api/sessions/${sessionId}/recordings/${recording.id}`
  const seek = (toMs: number) => {
    if (!video.current) return
    video.current.currentTime = toMs / 1000
    void video.current.play().catch(() => undefined)
  }
  return (
    <div className={classes.player}>
      <figure className={classes.screen}>
        <video
          ref={video}
          controls
          playsInline
          preload="metadata"
          src={`${address}/media`}
          aria-label={intl.formatMessage(
            { id: 'recording.video', defaultMessage: 'Recording of {title}' },
            { title },
          )}
          onTimeUpdate={({ currentTarget }) => setAtMs(currentTarget.currentTime * 1000)}
          onError={() => setIsBroken(true)}
          onLoadedData={() => setIsBroken(false)}
        >
          {recording.captions.map((language) => (
            <track
              key={language}
              kind="captions"
              srcLang={language}
              label={languages.of(language) ?? language}
              src={`${address}/captions/${language}`}
              default={language === intl.locale}
            />
          ))}
        </video>
        <figcaption className={classes.quiet}>
          {recording.durationMs !== null && clockText(recording.durationMs)}
          {' · '}
          <Anchor
            href={`${address}/media`}
            download={`${title}.${RECORDING_FILES[recording.by].extension}`}
            className={classes.download}
          >
            <IconDownload size={16} aria-hidden="true" />
            <FormattedMessage
              id="recording.download"
              defaultMessage="Download ({size} MB)"
              values={{
                size: <FormattedNumber value={(recording.bytes ?? 0) / MB} maximumFractionDigits={1} />,
              }}
            />
          </Anchor>
        </figcaption>
        {isBroken && (
          <p role="alert">
            <FormattedMessage
              id="recording.broken"
              defaultMessage="The recording can’t be played now. Check your line and load the page again; or download it."
            />
          </p>
        )}
      </figure>
      <section aria-label={intl.formatMessage({ id: 'recording.chapters', defaultMessage: 'Chapters' })}>
        <ChapterList chapters={recording.chapters} playback={playback} atMs={atMs} onSeek={seek} />
      </section>
    </div>
  )
}
