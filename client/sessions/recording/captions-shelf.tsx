import { Button, FileButton, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { defineMessages, FormattedMessage, useIntl, type MessageDescriptor } from 'react-intl'
import { SESSION_LANGUAGES, SessionLanguage } from '#shared/model/programme.ts'
import type { Recording } from '#shared/model/recording.ts'
import { captionsFault, type CaptionsFault } from '#shared/model/webvtt.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import { call } from '../../net/api.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { fileSource, type CaptionSource } from './caption-source.ts'
import { playbackQuery } from './recording-queries.ts'
import classes from './recording.module.css'

const problems: Record<CaptionsFault['problem'], MessageDescriptor> = defineMessages({
  header: {
    id: 'recording.captions.header',
    defaultMessage:
      'Line {line}: the file must begin with WEBVTT. Save it as WebVTT (.vtt) and choose it again.',
  },
  timing: {
    id: 'recording.captions.timing',
    defaultMessage: 'Line {line}: times such as 00:01:02.500 --> 00:01:05.000 are expected here.',
  },
  backwards: {
    id: 'recording.captions.backwards',
    defaultMessage: 'Line {line}: this caption ends before it begins, or begins before the one above it.',
  },
  empty: {
    id: 'recording.captions.empty',
    defaultMessage: 'Line {line}: the file ends without a caption.',
  },
})

/** Captions of a recording: which there are, and another file. */
export const CaptionsShelf = ({ sessionId, recording }: { sessionId: string; recording: Recording }) => {
  const intl = useIntl()
  const queries = useQueryClient()
  const names = new Intl.DisplayNames(intl.locale, { type: 'language' })
  const [language, setLanguage] = useState<SessionLanguage>('en')
  const [fault, setFault] = useState<CaptionsFault>()
  const paramsFor = (one: SessionLanguage) => ({ sessionId, recordingId: recording.id, language: one })
  const onSuccess = () => queries.invalidateQueries({ queryKey: playbackQuery(sessionId).queryKey })
  const save = useMutation({
    mutationFn: (text: string) =>
      call(recordingRoutes.saveCaptions, { params: paramsFor(language), body: { text, origin: 'file' } }),
    onSuccess,
  })
  const remove = useMutation({
    mutationFn: (one: SessionLanguage) => call(recordingRoutes.removeCaptions, { params: paramsFor(one) }),
    onSuccess,
  })
  const take = async (source: CaptionSource) => {
    const text = await source.read()
    const found = captionsFault(text)
    setFault(found)
    if (!found) save.mutate(text)
  }
  return (
    <div className={classes.captions}>
      <NativeSelect
        label={intl.formatMessage({ id: 'recording.captions.language', defaultMessage: 'Captions in' })}
        value={language}
        data={SESSION_LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
        onChange={({ currentTarget }) => setLanguage(SessionLanguage.parse(currentTarget.value))}
      />
      <FileButton accept=".vtt,text/vtt" onChange={(file) => file && void take(fileSource(file))}>
        {(props) => (
          <Button {...props} size="sm" variant="default" loading={save.isPending}>
            <FormattedMessage id="recording.captions.choose" defaultMessage="Choose a .vtt file" />
          </Button>
        )}
      </FileButton>
      {recording.captions.map((one) => (
        <Button
          key={one}
          size="sm"
          variant="subtle"
          color="indigo"
          rightSection={<IconX size={14} />}
          aria-label={intl.formatMessage(
            { id: 'recording.captions.remove', defaultMessage: 'Take away the captions: {language}' },
            { language: names.of(one) },
          )}
          onClick={() => remove.mutate(one)}
        >
          {names.of(one)}
        </Button>
      ))}
      {fault && <p role="alert">{intl.formatMessage(problems[fault.problem], { line: fault.line })}</p>}
      <ErrorText error={save.error ?? remove.error} />
    </div>
  )
}
