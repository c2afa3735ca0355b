import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { z } from 'zod'
import { accountRoutes, type Person } from '#shared/protocol/accounts.ts'
import { call } from '../net/api.ts'
import { queryClient } from '../net/queries.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { Section } from '../ui-kit/page.tsx'
import { useTerm } from '../ui-kit/trade-terms.ts'
import classes from './organiser.module.css'

const ROLES = ['participant', 'host', 'organiser'] as const
type Role = (typeof ROLES)[number]
const isRole = (value: string): value is Role => ROLES.some((role) => role === value)

const PersonRow = ({ person, self }: { person: z.infer<typeof Person>; self: boolean }) => {
  const intl = useIntl()
  const term = useTerm()
  const change = useMutation({
    mutationFn: (body: { fairRole: Role; suspended: boolean }) =>
      call(accountRoutes.setPersonRole, { params: { userId: person.userId }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  })
  const { fairRole, suspended } = person
  const admitLabel = intl.formatMessage(
    { id: 'organiser.person.admitOne', defaultMessage: 'Admit again: {name}' },
    { name: person.name },
  )
  const suspendLabel = intl.formatMessage(
    { id: 'organiser.person.suspendOne', defaultMessage: 'Suspend {name}' },
    { name: person.name },
  )
  const fixed = self || fairRole === 'platformAdmin'
  return (
    <li className={classes.person}>
      <span>
        {person.name}{' '}
        {suspended && (
          <span className={classes.suspended}>
            <FormattedMessage id="organiser.person.suspended" defaultMessage="(suspended)" />
          </span>
        )}
        <br />
        <span className={classes.small}>{person.email}</span>
      </span>
      {fixed || !isRole(fairRole) ? (
        <span>{term('fairRole', fairRole)}</span>
      ) : (
        <NativeSelect
          size="sm"
          aria-label={intl.formatMessage(
            { id: 'organiser.person.role', defaultMessage: 'Role of {name}' },
            { name: person.name },
          )}
          disabled={change.isPending}
          value={fairRole}
          data={ROLES.map((value) => ({ value, label: term('fairRole', value) }))}
          onChange={(event) => {
            const role = event.currentTarget.value
            if (isRole(role)) change.mutate({ fairRole: role, suspended })
          }}
        />
      )}
      {!fixed && isRole(fairRole) ? (
        <Button
          size="sm"
          variant="outline"
          color="ink.9"
          loading={change.isPending}
          aria-label={suspended ? admitLabel : suspendLabel}
          onClick={() => change.mutate({ fairRole, suspended: !suspended })}
        >
          {suspended ? (
            <FormattedMessage id="organiser.person.admit" defaultMessage="Admit again" />
          ) : (
            <FormattedMessage id="organiser.person.suspend" defaultMessage="Suspend" />
          )}
        </Button>
      ) : (
        <span />
      )}
      <ErrorText error={change.error} />
    </li>
  )
}

/** Accounts: search, give roles, suspend. */
export const PeopleSection = ({ ownId }: { ownId: string }) => {
  const intl = useIntl()
  const [search, setSearch] = useState('')
  const [wanted] = useDebouncedValue(search.trim(), 250)
  const people = useQuery({
    queryKey: ['people', wanted],
    queryFn: ({ signal }) => call(accountRoutes.listPeople, { query: { search: wanted } }, signal),
    placeholderData: keepPreviousData,
  })
  return (
    <Section title={<FormattedMessage id="organiser.people" defaultMessage="People" />}>
      <TextInput
        type="search"
        maw={420}
        mb="lg"
        maxLength={100}
        label={intl.formatMessage({
          id: 'organiser.people.search',
          defaultMessage: 'Name or e-mail address',
        })}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <Loaded query={people}>
        {({ people: list }) =>
          list.length === 0 ? (
            <p role="status">
              <FormattedMessage
                id="organiser.people.none"
                defaultMessage="Nobody of this name or address has an account."
              />
            </p>
          ) : (
            <ul className={classes.halls}>
              {list.map((person) => (
                <PersonRow key={person.userId} person={person} self={person.userId === ownId} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  )
}
