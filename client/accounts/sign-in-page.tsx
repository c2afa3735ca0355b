import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useLocation, useNavigate } from 'react-router'
import { PageFrame } from '../ui-kit/page.tsx'
import { AuthRefusalText } from './auth-refusal-text.tsx'
import { signIn } from './auth-requests.ts'
import { nextPlace } from './next-place.ts'

export const Page = () => {
  const intl = useIntl()
  const navigate = useNavigate()
  const { search } = useLocation()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: () => navigate(nextPlace(search), { replace: true }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  return (
    <PageFrame
      title={intl.formatMessage({ id: 'accounts.signIn.title', defaultMessage: 'Sign in' })}
      lede={
        <FormattedMessage
          id="accounts.signIn.lede"
          defaultMessage="To walk and look you need no account. With one you ask for samples, enter rooms for registered visitors, and keep your stand."
        />
      }
    >
      <Stack component="form" onSubmit={submit} maw={420} mt="xl" gap="md">
        <AuthRefusalText error={enter.error} />
        <TextInput
          label={intl.formatMessage({ id: 'accounts.email', defaultMessage: 'E-mail address' })}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={intl.formatMessage({ id: 'accounts.password', defaultMessage: 'Password' })}
          size="md"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{
            'aria-label': intl.formatMessage({
              id: 'accounts.password.show',
              defaultMessage: 'Show or hide the password',
            }),
          }}
        />
        <Button type="submit" loading={enter.isPending}>
          <FormattedMessage id="accounts.signIn.action" defaultMessage="Sign in" />
        </Button>
        <Text>
          <FormattedMessage
            id="accounts.signIn.noAccount"
            defaultMessage="No account yet? <link>Make one</link>"
            values={{
              link: (text) => (
                <Anchor component={Link} to={`/sign-up${search}`} underline="always">
                  {text}
                </Anchor>
              ),
            }}
          />
        </Text>
      </Stack>
    </PageFrame>
  )
}
