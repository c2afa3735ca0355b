import { Checkbox, Stack } from '@mantine/core'
import { useIntl } from 'react-intl'
import { useStore } from 'zustand'
import type { Consent } from '#shared/model/live-session.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { useSessionLink, useSessionView } from './session-context.ts'
import { useAct } from './use-act.ts'

/** What the hosts may know of one's visit; nothing unless it is ticked. */
export const ConsentCard = () => {
  const intl = useIntl()
  const consents = useSessionView(({ me }) => me.consents)
  const pending = useStore(useSessionLink().store, (state) => state.pending)
  /** As it was just ticked, until the server has it. */
  const isOn = (to: Consent): boolean => {
    const ticked = pending.findLast(({ act: one }) => one.kind === 'consent' && one.to === to)?.act
    return ticked?.kind === 'consent' ? ticked.on : consents.includes(to)
  }
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
          checked={isOn(to)}
          onChange={({ currentTarget }) => act({ kind: 'consent', to, on: currentTarget.checked })}
        />
      ))}
      <ErrorText error={error} />
    </Stack>
  )
}
