import { Button, Checkbox, NativeSelect, Popover, Stack } from '@mantine/core'
import { IconBadgeCc } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { SESSION_LANGUAGES, SessionLanguage } from '#shared/model/programme.ts'
import { recordingRoutes } from '#shared/protocol/recordings.ts'
import type { Call } from '../../live/call.ts'
import { call as callFair } from '../../net/api.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { createCaptionKeeper } from './caption-keeper.ts'
import type { Recorder } from './recorder.ts'
import { createSpeechSource, findRecogniser } from './speech-source.ts'
import classes from '../session.module.css'

/** Writes captions from one's own voice while one records, once one has agreed to what the browser does with it. */
export const SpokenCaptions = ({
  sessionId,
  recorder,
  call,
}: {
  sessionId: string
  recorder: Recorder | undefined
  call: Call
}) => {
  const intl = useIntl()
  const names = new Intl.DisplayNames(intl.locale, { type: 'language' })
  const [isAgreed, setIsAgreed] = useState(false)
  const [language, setLanguage] = useState<SessionLanguage>(
    () => SessionLanguage.safeParse(intl.locale.slice(0, 2)).data ?? 'en',
  )
  const [isRefused, setIsRefused] = useState(false)
  const [error, setError] = useState<unknown>()
  const Recogniser = findRecogniser()

  useEffect(() => {
    if (!recorder || !isAgreed || !Recogniser) return undefined
    setIsRefused(false)
    const source = createSpeechSource({
      Recogniser,
      language,
      startedMs: recorder.startedMs,
      onCue: () => keeper.note(),
      onRefused: () => setIsRefused(true),
    })
    const params = { sessionId, recordingId: recorder.recordingId, language }
    const keeper = createCaptionKeeper(source, (text) =>
      callFair(recordingRoutes.saveCaptions, { params, body: { text } }),
    )
    const listen = () =>
      source.hear(call.store.getState().people.some(({ isMe, microphone }) => isMe && microphone === 'open'))
    listen()
    const forget = call.store.subscribe(listen)
    return () => {
      forget()
      source.hear(false)
      keeper.end().catch(setError)
    }
  }, [recorder, isAgreed, Recogniser, language, sessionId, call])

  if (!Recogniser) return null
  return (
    <Popover position="top" width={320} withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="sm"
          variant={isAgreed ? 'filled' : 'default'}
          color="indigo"
          leftSection={<IconBadgeCc size={18} />}
        >
          <FormattedMessage id="recording.spoken.open" defaultMessage="Captions" />
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          <Checkbox
            checked={isAgreed}
            onChange={({ currentTarget }) => setIsAgreed(currentTarget.checked)}
            label={intl.formatMessage({
              id: 'recording.spoken',
              defaultMessage: 'Write captions from my voice',
            })}
            description={intl.formatMessage({
              id: 'recording.spoken.consent',
              defaultMessage:
                'While you record with your microphone open, your browser listens to it, and may send what it hears to its maker.',
            })}
          />
          <NativeSelect
            label={intl.formatMessage({ id: 'recording.spoken.language', defaultMessage: 'You speak' })}
            value={language}
            disabled={recorder !== undefined && isAgreed}
            data={SESSION_LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
            onChange={({ currentTarget }) => setLanguage(SessionLanguage.parse(currentTarget.value))}
          />
          {isAgreed && isRefused && (
            <p role="status" className={classes.quiet}>
              <FormattedMessage
                id="recording.spoken.refused"
                defaultMessage="Your browser doesn’t write captions: it has no permission, or doesn’t know this language. A .vtt file can be given after the session."
              />
            </p>
          )}
          <ErrorText error={error} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
