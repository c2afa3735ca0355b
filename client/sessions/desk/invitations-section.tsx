import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { InvitedRole, type InvitationDraft, type SessionInvitation } from '#shared/model/invitation.ts'
import { SESSION_LANGUAGES, SessionLanguage } from '#shared/model/programme.ts'
import { LOCALES, Locale } from '#shared/model/text.ts'
import { invitationRoutes } from '#shared/protocol/invitations.ts'
import { call } from '../../net/api.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { Loaded } from '../../ui-kit/loaded.tsx'
import { Section } from '../../ui-kit/page.tsx'
import { sessionRoleTerms } from '../session-terms.ts'
import { invitationsQuery } from './invitation-queries.ts'
import classes from './session-desk.module.css'
import { writtenPeople } from './written-people.ts'

const InvitationRow = ({
  invitation,
  onWithdraw,
}: {
  invitation: SessionInvitation
  onWithdraw: () => void
}) => {
  const intl = useIntl()
  const { name, email, role, channel, byThemselves, withdrawnAt, remindedAt } = invitation
  const language = channel && new Intl.DisplayNames(intl.locale, { type: 'language' }).of(channel)
  return (
    <li className={classes.row} data-withdrawn={withdrawnAt !== null}>
      <span className={classes.who}>
        {name || email}
        {name && <span className={classes.quiet}> {email}</span>}
      </span>
      <span className={classes.quiet}>
        {byThemselves ? (
          <FormattedMessage id="session.invitations.self" defaultMessage="asked to be reminded" />
        ) : (
          [intl.formatMessage(sessionRoleTerms[role]), language].filter(Boolean).join(', ')
        )}
        {remindedAt && (
          <>
            {' · '}
            <FormattedMessage id="session.invitations.reminded" defaultMessage="reminded" />
          </>
        )}
      </span>
      {withdrawnAt ? (
        <span className={classes.quiet}>
          <FormattedMessage id="session.invitations.withdrawn" defaultMessage="taken back" />
        </span>
      ) : (
        <Button size="compact-sm" variant="subtle" color="ink.9" onClick={onWithdraw}>
          <FormattedMessage
            id="session.invitations.withdraw"
            defaultMessage="Take back<hidden>: {email}</hidden>"
            values={{ email, hidden: (chunks) => <span className={classes.hidden}>{chunks}</span> }}
          />
        </Button>
      )}
    </li>
  )
}

const InvitationForm = ({
  onInvite,
  isPending,
}: {
  onInvite: (draft: InvitationDraft) => Promise<unknown>
  isPending: boolean
}) => {
  const intl = useIntl()
  const [text, setText] = useState('')
  const [role, setRole] = useState<InvitedRole>('attendee')
  const [channel, setChannel] = useState<SessionLanguage>('en')
  const [language, setLanguage] = useState(Locale.catch('en').parse(intl.locale))
  const { people, wrong } = writtenPeople(text)
  const names = new Intl.DisplayNames(intl.locale, { type: 'language' })
  const languageOptions = (codes: readonly string[]) =>
    codes.map((value) => ({ value, label: names.of(value) ?? value }))
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (people.length === 0) return
        void onInvite({ people, role, channel: role === 'interpreter' ? channel : null, language }).then(
          () => setText(''),
          () => undefined,
        )
      }}
    >
      <Textarea
        className={classes.wide ?? ''}
        autosize
        minRows={3}
        maxRows={10}
        label={intl.formatMessage({
          id: 'session.invitations.people',
          defaultMessage: 'Whom you invite, one a line, as pasted from a mail or a table',
        })}
        placeholder="Clara Weber <clara@example.com>"
        value={text}
        error={
          wrong.length > 0 &&
          intl.formatMessage(
            {
              id: 'session.invitations.wrong',
              defaultMessage: 'Without an address: {lines}. Write it as name@company.com.',
            },
            { lines: intl.formatList(wrong.slice(0, 3)) },
          )
        }
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <NativeSelect
        label={intl.formatMessage({ id: 'session.invitations.role', defaultMessage: 'As' })}
        value={role}
        data={InvitedRole.options.map((value) => ({
          value,
          label: intl.formatMessage(sessionRoleTerms[value]),
        }))}
        onChange={({ currentTarget }) => setRole(InvitedRole.parse(currentTarget.value))}
      />
      {role === 'interpreter' && (
        <NativeSelect
          label={intl.formatMessage({ id: 'session.invitations.into', defaultMessage: 'Interprets into' })}
          value={channel}
          data={languageOptions(SESSION_LANGUAGES)}
          onChange={({ currentTarget }) => setChannel(SessionLanguage.parse(currentTarget.value))}
        />
      )}
      <NativeSelect
        label={intl.formatMessage({
          id: 'session.invitations.language',
          defaultMessage: 'Language of the letter',
        })}
        value={language}
        data={languageOptions(LOCALES)}
        onChange={({ currentTarget }) => setLanguage(Locale.parse(currentTarget.value))}
      />
      <Button type="submit" disabled={people.length === 0 || wrong.length > 0} loading={isPending}>
        <FormattedMessage
          id="session.invitations.send"
          defaultMessage="{count, plural, =0 {Invite} one {Invite # person} other {Invite # people}}"
          values={{ count: people.length }}
        />
      </Button>
    </form>
  )
}

/** Who is invited by mail, and inviting more. */
export const InvitationsSection = ({ sessionId, isDraft }: { sessionId: string; isDraft: boolean }) => {
  const queries = useQueryClient()
  const query = invitationsQuery(sessionId)
  const invitations = useQuery(query)
  const params = { sessionId }
  const keep = (data: { invitations: SessionInvitation[] }) => queries.setQueryData(query.queryKey, data)
  const invite = useMutation({
    mutationFn: (body: InvitationDraft) => call(invitationRoutes.invite, { params, body }),
    onSuccess: keep,
  })
  const withdraw = useMutation({
    mutationFn: (invitationId: string) =>
      call(invitationRoutes.withdrawInvitation, { params: { ...params, invitationId } }),
    onSuccess: keep,
  })
  return (
    <Section title={<FormattedMessage id="session.invitations" defaultMessage="Invitations" />}>
      <p className={classes.quiet}>
        {isDraft ? (
          <FormattedMessage
            id="session.invitations.draft"
            defaultMessage="This session is a draft: the letters go out when you announce it."
          />
        ) : (
          <FormattedMessage
            id="session.invitations.how"
            defaultMessage="Each gets a letter with a link and an entry for the calendar, a reminder a quarter of an hour before, and word of every change."
          />
        )}
      </p>
      <InvitationForm onInvite={invite.mutateAsync} isPending={invite.isPending} />
      <ErrorText error={invite.error ?? withdraw.error} />
      <Loaded query={invitations}>
        {({ invitations: list }) => (
          <ul className={classes.list}>
            {list.map((one) => (
              <InvitationRow key={one.id} invitation={one} onWithdraw={() => withdraw.mutate(one.id)} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  )
}
