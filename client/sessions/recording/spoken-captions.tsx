import { Button, Checkbox, NativeSelect, Popover, Stack } from '@mantine/core'
import { IconBadgeCc } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { SESSION_LANGUAGES, SessionLanguage } from '#shared/model/programme.ts'
import type { Call } from '../../live/call.ts'
import { findRecogniser } from './speech-source.ts'
import type { CaptionTrouble, VoiceCaptions } from './voice-captions.ts'
import classes from '../session.module.css'

const troubles = defineMessages({
  deaf: {
    id: 'recording.spoken.refused',
    defaultMessage:
      'Your browser doesn’t write captions: it has no permission, or doesn’t know this language. A .vtt file can be given after the session.',
  },
  has_file: {
    id: 'recording.spoken.hasFile',
    defaultMessage:
      'Somebody gave a captions file in this language. It stays; what is written from your voice is not kept.',
  },
  not_kept: {
    id: 'recording.spoken.notKept',
    defaultMessage: 'The fair doesn’t keep these captions. A .vtt file can be given after the session.',
  },
})

const NO_TROUBLE = createStore<{ trouble: CaptionTrouble | undefined }>(() => ({ trouble: undefined }))

/** Writes captions from one's own voice while one records, once one has agreed to what the browser does with it. */
export const SpokenCaptions = ({ captions, call }: { captions: VoiceCaptions | undefined; call: Call }) => {
  const intl = useIntl()
  const names = new Intl.DisplayNames(intl.locale, { type: 'language' })
  const [isAgreed, setIsAgreed] = useState(false)
  const [language, setLanguage] = useState<SessionLanguage>(
    () => SessionLanguage.safeParse(intl.locale.slice(0, 2)).data ?? 'en',
  )
  const trouble = useStore(captions?.store ?? NO_TROUBLE, (state) => state.trouble)

  useEffect(() => {
    if (!captions || !isAgreed) return undefined
    const listen = () => {
      const me = call.store.getState().people.find(({ isMe }) => isMe)
      captions.hear(me?.microphone === 'open' ? language : undefined)
    }
    listen()
    const forget = call.store.subscribe(listen)
    return () => {
      forget()
      captions.hear(undefined)
    }
  }, [captions, isAgreed, language, call])

  if (!findRecogniser()) return null
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
            data={SESSION_LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
            onChange={({ currentTarget }) => setLanguage(SessionLanguage.parse(currentTarget.value))}
          />
          {isAgreed && trouble && (
            <p role="status" className={classes.quiet}>
              {intl.formatMessage(troubles[trouble])}
            </p>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
