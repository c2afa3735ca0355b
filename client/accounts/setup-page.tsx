import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useNavigate } from 'react-router'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { ApiError, call } from '../net/api.ts'
import { meQuery, queryClient } from '../net/queries.ts'
import { reconnect } from '../net/socket.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame } from '../ui-kit/page.tsx'

const ClaimForm = () => {
  const intl = useIntl()
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const claim = useMutation({
    mutationFn: () => call(accountRoutes.claimInstallation, { body: { code } }),
    onSuccess: async () => {
      reconnect()
      await queryClient.resetQueries()
      await navigate('/organiser')
    },
  })
  const wrongCode =
    claim.error instanceof ApiError && ['not_allowed', 'bad_request'].includes(claim.error.code)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    claim.mutate()
  }
  return (
    <Stack component="form" onSubmit={submit} maw={420} mt="xl">
      {!wrongCode && <ErrorText error={claim.error} />}
      <TextInput
        label={intl.formatMessage({ id: 'accounts.setup.code', defaultMessage: 'One-time code' })}
        description={intl.formatMessage({
          id: 'accounts.setup.codeHint',
          defaultMessage: 'It stands in the log of the server’s first start and works once.',
        })}
        autoComplete="one-time-code"
        spellCheck={false}
        required
        value={code}
        error={
          wrongCode &&
          intl.formatMessage({
            id: 'accounts.setup.wrong',
            defaultMessage: 'This code is not right, or was used already. Look into the log again.',
          })
        }
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" loading={claim.isPending}>
        <FormattedMessage id="accounts.setup.action" defaultMessage="Become the organiser" />
      </Button>
    </Stack>
  )
}

/** The first organiser claims a fresh installation with the code from its log. */
export const Page = () => {
  const intl = useIntl()
  const me = useQuery(meQuery)
  return (
    <PageFrame title={intl.formatMessage({ id: 'accounts.setup.title', defaultMessage: 'Set up this fair' })}>
      <Loaded query={me}>
        {({ setupOpen, email }) => {
          if (!setupOpen)
            return (
              <Text mt="lg">
                <FormattedMessage
                  id="accounts.setup.done"
                  defaultMessage="This fair has its organiser already. Ask them for a role if you need one."
                />
              </Text>
            )
          if (!email)
            return (
              <Text mt="lg">
                <FormattedMessage
                  id="accounts.setup.signInFirst"
                  defaultMessage="First <link>make an account</link> or sign in; then come back here with the code from the server’s log."
                  values={{
                    link: (text) => (
                      <Anchor component={Link} to="/sign-up?next=/setup" underline="always">
                        {text}
                      </Anchor>
                    ),
                  }}
                />
              </Text>
            )
          return <ClaimForm />
        }}
      </Loaded>
    </PageFrame>
  )
}
