import { Anchor, Button, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { defineMessages, FormattedMessage, useIntl } from 'react-intl'
import { Link, useLocation } from 'react-router'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { call } from '../net/api.ts'
import { meQuery } from '../net/queries.ts'
import { reconnect } from '../net/socket.ts'
import { ErrorText } from './error-text.tsx'

const labels = defineMessages({
  name: { id: 'chooseName.label', defaultMessage: 'Your name, as others will see it' },
  guest: { id: 'chooseName.guest', defaultMessage: 'Guest' },
})

/** Asks a guest for a name; one click goes on without. */
export const ChooseName = () => {
  const intl = useIntl()
  const client = useQueryClient()
  const location = useLocation()
  const [name, setName] = useState('')
  const choose = useMutation({
    mutationFn: (chosen: string) => call(accountRoutes.nameGuest, { body: { name: chosen } }),
    onSuccess(me) {
      reconnect()
      client.setQueryData(meQuery.queryKey, me)
    },
  })
  const next = encodeURIComponent(location.pathname + location.search)
  return (
    <>
      <p>
        <FormattedMessage
          id="chooseName.lede"
          defaultMessage="You are among others here. Tell them your name, and you can talk with the people at the stands."
        />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          choose.mutate(name)
        }}
      >
        <TextInput
          label={intl.formatMessage(labels.name)}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          minLength={2}
          maxLength={60}
          autoComplete="name"
          required
          autoFocus
          maw={420}
          mt="xl"
        />
        <Group mt="lg">
          <Button type="submit" loading={choose.isPending}>
            <FormattedMessage id="chooseName.enter" defaultMessage="Come in" />
          </Button>
          <Button
            variant="subtle"
            color="indigo"
            onClick={() => choose.mutate(intl.formatMessage(labels.guest))}
          >
            <FormattedMessage id="chooseName.skip" defaultMessage="Go on as a guest" />
          </Button>
        </Group>
        <ErrorText error={choose.error} />
      </form>
      <p>
        <FormattedMessage
          id="chooseName.signIn"
          defaultMessage="You have an account? <link>Sign in</link>"
          values={{
            link: (text) => (
              <Anchor key="link" component={Link} to={`/sign-in?next=${next}`} underline="always">
                {text}
              </Anchor>
            ),
          }}
        />
      </p>
    </>
  )
}
