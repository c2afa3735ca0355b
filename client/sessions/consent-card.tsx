import { Checkbox, Stack } from '@mantine/core'
import { useIntl } from 'react-intl'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { useSessionView } from './session-context.ts'
import { useAct } from './use-act.ts'

/** What the hosts may know of one's visit; nothing unless it is ticked. */
export const ConsentCard = () => {
  const intl = useIntl()
  const consents = useSessionView(({ me }) => me.consents)
  const { act, error } = useAct()
  const texts = {
    attendance: intl.formatMessage({
      id: 'session.consent.attendance',
      defaultMessage: 'The hosts may see that I was here, and how long.',
    }),
    contact: intl.formatMessage({
      id: 'session.consent.contact',
      defaultMessage: 'The exhibitor may write to me about what was shown.',
    }),
  }
  return (
    <Stack gap="xs" mt="md">
      {(['attendance', 'contact'] as const).map((to) => (
        <Checkbox
          key={to}
          label={texts[to]}
          checked={consents.includes(to)}
          onChange={({ currentTarget }) => act({ kind: 'consent', to, on: currentTarget.checked })}
        />
      ))}
      <ErrorText error={error} />
    </Stack>
  )
}
