import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { ApiError } from '../net/api.ts'
import { fairQuery, meQuery } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { PageFrame } from '../ui-kit/page.tsx'
import { HallsSection } from './halls-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { StandsSection } from './stands-section.tsx'

const Desk = ({ ownId }: { ownId: string }) => {
  const local = useLocalText()
  const fair = useQuery(fairQuery)
  return (
    <>
      <Loaded query={fair}>
        {({ fair: { name }, halls, stands }) => (
          <>
            <p>{local(name)}</p>
            <HallsSection halls={halls} />
            <StandsSection halls={halls} stands={stands} />
          </>
        )}
      </Loaded>
      <PeopleSection ownId={ownId} />
    </>
  )
}

/** Where organisers run the fair. */
export const Page = () => {
  const intl = useIntl()
  const me = useQuery(meQuery)
  return (
    <PageFrame title={intl.formatMessage({ id: 'organiser.title', defaultMessage: 'Organisers’ desk' })}>
      <Loaded query={me}>
        {({ lanyard, email, principal }) => {
          if (lanyard === 'organiser') return <Desk ownId={principal.id} />
          return (
            <>
              <ErrorText error={new ApiError(email ? 'not_allowed' : 'sign_in_needed')} />
              {!email && (
                <Button component={Link} to="/sign-in?next=/organiser" mt="lg">
                  <FormattedMessage id="accounts.signIn.action" defaultMessage="Sign in" />
                </Button>
              )}
            </>
          )
        }}
      </Loaded>
    </PageFrame>
  )
}
