import { Button, Container, Group, Text, Title } from '@mantine/core'
import { FormattedMessage } from 'react-intl'
import { Link, useRouteError } from 'react-router'
import { ApiError } from '../net/api.ts'

export const NotFoundPage = () => (
  <Container size="sm" py={96}>
    <Title order={1} mb="md">
      <FormattedMessage id="notFound.title" defaultMessage="There is nothing at this address" />
    </Title>
    <Text mb="xl">
      <FormattedMessage
        id="notFound.text"
        defaultMessage="The stand or product may have been taken down, or the link was cut off on its way to you."
      />
    </Text>
    <Button component={Link} to="/">
      <FormattedMessage id="notFound.back" defaultMessage="Back to the fair" />
    </Button>
  </Container>
)

export const CrashPage = () => {
  const error = useRouteError()
  if (error instanceof ApiError && error.code === 'not_found') return <NotFoundPage />
  return (
    <Container size="sm" py={96} role="alert">
      <Title order={1} mb="md">
        <FormattedMessage id="crash.title" defaultMessage="This page could not be shown" />
      </Title>
      <Text mb="xl">
        <FormattedMessage
          id="crash.text"
          defaultMessage="Nothing you sent is lost. Load the page again; if that does not help, tell the organisers what you did last."
        />
      </Text>
      <Group>
        <Button onClick={() => window.location.reload()}>
          <FormattedMessage id="crash.reload" defaultMessage="Load again" />
        </Button>
        <Button variant="subtle" component="a" href="/">
          <FormattedMessage id="crash.back" defaultMessage="Back to the fair" />
        </Button>
      </Group>
    </Container>
  )
}
