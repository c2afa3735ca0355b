import { Alert } from '@mantine/core'
import { defineMessages, useIntl, type MessageDescriptor } from 'react-intl'
import { AuthError, type AuthRefusal } from './auth-requests.ts'

const sentences: Record<AuthRefusal, MessageDescriptor> = defineMessages({
  wrongCredentials: {
    id: 'accounts.refused.credentials',
    defaultMessage: 'This address and password do not belong together. Check both and try again.',
  },
  addressTaken: {
    id: 'accounts.refused.taken',
    defaultMessage: 'There is an account with this address already. Sign in instead.',
  },
  passwordTooShort: {
    id: 'accounts.refused.short',
    defaultMessage: 'The password is too short: take 10 characters or more.',
  },
  passwordTooLong: {
    id: 'accounts.refused.long',
    defaultMessage: 'The password is too long: 128 characters are the most.',
  },
  addressInvalid: {
    id: 'accounts.refused.address',
    defaultMessage: 'This is not a complete e-mail address.',
  },
  tooMany: {
    id: 'accounts.refused.tooMany',
    defaultMessage: 'Too many attempts in a short time. Wait a minute, then try again.',
  },
  offline: {
    id: 'accounts.refused.offline',
    defaultMessage: 'There is no connection to the fair. Check your line and try again.',
  },
  other: {
    id: 'accounts.refused.other',
    defaultMessage: 'This did not work on our side. Try again; if it stays, tell the organisers.',
  },
})

/** What went wrong with an account, in one sentence; nothing while nothing did. */
export const AuthRefusalText = ({ error }: { error: unknown }) => {
  const intl = useIntl()
  if (!error) return null
  const reason = error instanceof AuthError ? error.reason : 'other'
  return (
    <Alert role="alert" color="madder" variant="light" radius={2}>
      {intl.formatMessage(sentences[reason])}
    </Alert>
  )
}
