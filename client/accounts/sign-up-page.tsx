import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useLocation, useNavigate } from 'react-router'
import { VisitorName } from '#shared/protocol/accounts.ts'
import { useLanguage } from '../app/language.tsx'
import { PageFrame } from '../ui-kit/page.tsx'
import { AuthRefusalText } from './auth-refusal-text.tsx'
import { MIN_PASSWORD_LENGTH, signUp } from './auth-requests.ts'
import { nextPlace } from './next-place.ts'

export const Page = () => {
  const intl = useIntl()
  const navigate = useNavigate()
  const { search } = useLocation()
  const { locale } = useLanguage()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const join = useMutation({
    mutationFn: () => signUp({ name: name.trim(), email: email.trim(), password, locale }),
    onSuccess: () => navigate(nextPlace(search), { replace: true }),
  })

  const nameWrong = !VisitorName.safeParse(name).success
  const passwordShort = password.length < MIN_PASSWORD_LENGTH
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!nameWrong && !passwordShort) join.mutate()
  }
  return (
    <PageFrame
      title={intl.formatMessage({ id: 'accounts.signUp.title', defaultMessage: 'Make an account' })}
      lede={
        <FormattedMessage
          id="accounts.signUp.lede"
          defaultMessage="One account serves buyers and exhibitors alike; you can found a company afterwards."
        />
      }
    >
      <Stack component="form" onSubmit={submit} maw={420} mt="xl" gap="md">
        <AuthRefusalText error={join.error} />
        <TextInput
          label={intl.formatMessage({ id: 'accounts.name', defaultMessage: 'Name' })}
          description={intl.formatMessage({
            id: 'accounts.name.hint',
            defaultMessage: 'Others see it on your badge.',
          })}
          autoComplete="name"
          required
          maxLength={60}
          value={name}
          error={
            checked &&
            nameWrong &&
            intl.formatMessage({ id: 'accounts.name.wrong', defaultMessage: 'Write 2 to 60 characters.' })
          }
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={intl.formatMessage({ id: 'accounts.email', defaultMessage: 'E-mail address' })}
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={intl.formatMessage({ id: 'accounts.password', defaultMessage: 'Password' })}
          description={intl.formatMessage({
            id: 'accounts.password.hint',
            defaultMessage: 'At least 10 characters; a few words in a row are good.',
          })}
          size="md"
          autoComplete="new-password"
          required
          maxLength={128}
          value={password}
          error={
            checked &&
            passwordShort &&
            intl.formatMessage({
              id: 'accounts.refused.short',
              defaultMessage: 'The password is too short: take 10 characters or more.',
            })
          }
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{
            'aria-label': intl.formatMessage({
              id: 'accounts.password.show',
              defaultMessage: 'Show or hide the password',
            }),
          }}
        />
        <Button type="submit" loading={join.isPending}>
          <FormattedMessage id="accounts.signUp.action" defaultMessage="Make the account" />
        </Button>
        <Text>
          <FormattedMessage
            id="accounts.signUp.haveAccount"
            defaultMessage="You have one already? <link>Sign in</link>"
            values={{
              link: (text) => (
                <Anchor component={Link} to={`/sign-in${search}`} underline="always">
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
