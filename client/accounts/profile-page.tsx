import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useNavigate } from 'react-router'
import { VisitorName, type Me } from '#shared/protocol/accounts.ts'
import { FoundCompanyForm } from '../exhibitor/index.ts'
import { meQuery } from '../net/queries.ts'
import { Loaded } from '../ui-kit/loaded.tsx'
import { PageFrame, Section } from '../ui-kit/page.tsx'
import { LANYARD_COLOURS } from '../ui-kit/theme.ts'
import { useTerm } from '../ui-kit/trade-terms.ts'
import { AuthRefusalText } from './auth-refusal-text.tsx'
import { changeName, resendVerification } from './auth-requests.ts'
import { signOut } from './sign-out.ts'
import classes from './profile-page.module.css'

const NameForm = ({ name: current }: { name: string }) => {
  const intl = useIntl()
  const [name, setName] = useState(current)
  const save = useMutation({ mutationFn: () => changeName(name.trim()) })
  const wrong = !VisitorName.safeParse(name).success
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!wrong) save.mutate()
  }
  return (
    <Stack component="form" onSubmit={submit} maw={420} gap="sm">
      <AuthRefusalText error={save.error} />
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
          wrong &&
          intl.formatMessage({ id: 'accounts.name.wrong', defaultMessage: 'Write 2 to 60 characters.' })
        }
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group>
        <Button
          type="submit"
          variant="outline"
          disabled={name.trim() === current || wrong}
          loading={save.isPending}
        >
          <FormattedMessage id="accounts.profile.saveName" defaultMessage="Change name" />
        </Button>
      </Group>
    </Stack>
  )
}

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

const Badge = ({ me }: { me: Me }) => {
  const term = useTerm()
  return (
    <p className={classes.badge}>
      <svg className={classes.ribbon} width="14" height="40" aria-hidden="true">
        <rect width="14" height="40" fill={LANYARD_COLOURS[me.lanyard]} />
      </svg>
      <span>
        {me.principal.name}
        <br />
        <span className={classes.lanyard}>
          {me.email ? (
            term('lanyard', me.lanyard)
          ) : (
            <FormattedMessage id="accounts.profile.guest" defaultMessage="Guest" />
          )}
        </span>
      </span>
    </p>
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
            <Badge me={data} />
            {data.email ? (
              <>
                <NameForm key={data.principal.name} name={data.principal.name} />
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
