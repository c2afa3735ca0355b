import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useNavigate } from 'react-router'
import type { Me } from '#shared/protocol/accounts.ts'
import { FoundCompanyForm } from '../exhibitor/index.ts'
import { meQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { AuthRefusalText } from './auth-refusal-text.tsx'
import { resendVerification } from './auth-requests.ts'
import { BadgeForm } from './badge-form.tsx'
import { BadgeView } from './badge-view.tsx'
import { signOut } from './sign-out.ts'

const Address = ({ email, emailVerified }: { email: string; emailVerified: boolean }) => {
  const resend = useMutation({ mutationFn: () => resendVerification(email) })
  return (
    <Stack gap="xs" mt="xl" role="group">
      <Text>
        {email}{' '}
        <Text span c="ink.6">
          {emailVerified ? (
            <FormattedMessage id="accounts.profile.confirmed" defaultMessage="(confirmed)" />
          ) : (
            <FormattedMessage id="accounts.profile.unconfirmed" defaultMessage="(not confirmed yet)" />
          )}
        </Text>
      </Text>
      {!emailVerified && !resend.isSuccess && (
        <div>
          <Button
            variant="subtle"
            size="sm"
            px={0}
            color="indigo"
            loading={resend.isPending}
            onClick={() => resend.mutate()}
          >
            <FormattedMessage
              id="accounts.profile.resend"
              defaultMessage="Send the confirmation letter again"
            />
          </Button>
        </div>
      )}
      <div role="status">
        {resend.isSuccess && (
          <FormattedMessage
            id="accounts.profile.sent"
            defaultMessage="The letter is on its way. Follow the link in it."
          />
        )}
      </div>
      <AuthRefusalText error={resend.error} />
    </Stack>
  )
}

const Companies = ({ me }: { me: Me }) => {
  const navigate = useNavigate()
  if (me.memberships.length > 0)
    return (
      <Section title={<FormattedMessage id="accounts.profile.company" defaultMessage="Your company" />}>
        {me.memberships.map(({ companyId, name, role }) => (
          <Text key={companyId} fz="lg">
            <Anchor component={Link} to="/desk" underline="always" fz="lg">
              {name}
            </Anchor>{' '}
            <Text span c="ink.6">
              <FormattedMessage
                id="accounts.profile.role"
                defaultMessage="{role, select, owner {you founded it} admin {you administer it} other {you work for it}}"
                values={{ role }}
              />
            </Text>
          </Text>
        ))}
      </Section>
    )
  return (
    <Section title={<FormattedMessage id="accounts.profile.found" defaultMessage="Found a company" />}>
      <Text mb="lg" maw="62ch">
        <FormattedMessage
          id="accounts.profile.foundText"
          defaultMessage="With a company you show goods: enter its data here, then ask the organisers for a stand."
        />
      </Text>
      <FoundCompanyForm onFounded={() => void navigate('/desk')} />
    </Section>
  )
}

export const Page = () => {
  const intl = useIntl()
  const me = useQuery(meQuery)
  return (
    <PageFrame title={intl.formatMessage({ id: 'accounts.profile.title', defaultMessage: 'Profile' })}>
      <Loaded query={me}>
        {(data) => (
          <>
            <Stack gap="lg" my="xl">
              {data.principal.name && <BadgeView me={data} />}
              <BadgeForm me={data} />
            </Stack>
            {data.email ? (
              <>
                <Address email={data.email} emailVerified={data.emailVerified} />
                <Button mt="md" variant="outline" color="ink.9" onClick={() => void signOut()}>
                  <FormattedMessage id="accounts.profile.signOut" defaultMessage="Sign out" />
                </Button>
                {data.principal.kind !== 'suspended' && <Companies me={data} />}
              </>
            ) : (
              <Group>
                <Button component={Link} to="/sign-in?next=/profile">
                  <FormattedMessage id="accounts.signIn.action" defaultMessage="Sign in" />
                </Button>
                <Button component={Link} to="/sign-up?next=/profile" variant="outline">
                  <FormattedMessage id="accounts.signUp.action" defaultMessage="Make the account" />
                </Button>
              </Group>
            )}
          </>
        )}
      </Loaded>
    </PageFrame>
  )
}
