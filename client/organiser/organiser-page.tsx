import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { ApiError, call } from '../net/api.ts'
import { fairQuery, meQuery } from '../net/queries.ts'
import { ProgrammeEditor } from '../programme/programme-editor.tsx'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { FairSection } from './fair-section.tsx'
import { HallsSection } from './halls-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { StandsSection } from './stands-section.tsx'

/** The directory, or null before the fair is founded: to organisers that is no error but their next task. */
const directoryQuery = queryOptions({
  queryKey: [...fairQuery.queryKey, 'desk'],
  queryFn: ({ signal }) =>
    call(fairRoutes.getFair, {}, signal).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'not_found') return null
      throw error
    }),
  refetchInterval: 30_000,
})

const Desk = ({ ownId }: { ownId: string }) => {
  const local = useLocalText()
  const directory = useQuery(directoryQuery)
  return (
    <>
      <Loaded query={directory}>
        {(found) =>
          found ? (
            <>
              <p>{local(found.fair.name)}</p>
              <HallsSection halls={found.halls} />
              <StandsSection halls={found.halls} stands={found.stands} />
              {found.halls.length > 0 && (
                <Section title={<FormattedMessage id="organiser.programme" defaultMessage="Programme" />}>
                  <ProgrammeEditor directory={found} />
                </Section>
              )}
              <FairSection key={found.fair.id} fair={found.fair} />
            </>
          ) : (
            <FairSection fair={undefined} />
          )
        }
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
