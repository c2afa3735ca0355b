import { NativeSelect } from '@mantine/core'
import { IconHeadphones } from '@tabler/icons-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { SessionLanguage } from '#shared/model/programme.ts'
import { useSessionView } from './session-context.ts'
import type { useHearing } from './use-hearing.ts'
import classes from './session.module.css'

/** What one hears, once somebody interprets; those who interpret are told into which language. */
export const HearingChoice = ({ channels, heard, choose }: ReturnType<typeof useHearing>) => {
  const intl = useIntl()
  const own = useSessionView(({ me, people }) => people.find(({ id }) => id === me.personId))
  const nameOf = (language: SessionLanguage) => intl.formatDisplayName(language, { type: 'language' })
  if (own?.role === 'interpreter' && own.channel)
    return (
      <p className={classes.quiet}>
        <FormattedMessage
          id="session.hearing.own"
          defaultMessage="You interpret into: {language}. You hear the floor."
          values={{ language: nameOf(own.channel) }}
        />
      </p>
    )
  if (channels.length === 0) return null
  return (
    <NativeSelect
      size="lg"
      leftSection={<IconHeadphones size={20} />}
      aria-label={intl.formatMessage({ id: 'session.hearing', defaultMessage: 'What you hear' })}
      value={heard}
      onChange={({ currentTarget }) => choose(SessionLanguage.safeParse(currentTarget.value).data ?? 'floor')}
      data={[
        {
          value: 'floor',
          label: intl.formatMessage({ id: 'session.hearing.floor', defaultMessage: 'Floor' }),
        },
        ...channels.map((language) => ({ value: language, label: nameOf(language) ?? language })),
      ]}
    />
  )
}
