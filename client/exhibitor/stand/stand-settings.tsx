import { Button, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedDate, FormattedMessage, useIntl } from 'react-intl'
import { z } from 'zod'
import { Door } from '#shared/model/fair.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { call } from '../../net/api.ts'
import { ErrorText } from '../../ui-kit/error-text.tsx'
import { Loaded } from '../../ui-kit/loaded.tsx'
import { useTerm } from '../../ui-kit/trade-terms.ts'
import { readStandAgain } from './layout-editor.tsx'
import classes from './edit-stand.module.css'

/** Who may step in, and how many before another instance opens. */
export const DoorForm = ({ stand }: { stand: { id: string; door: Door; capacity: number } }) => {
  const { id: standId } = stand
  const intl = useIntl()
  const term = useTerm()
  const [door, setDoor] = useState(stand.door)
  const [capacity, setCapacity] = useState<number | string>(stand.capacity)
  const save = useMutation({
    mutationFn: () =>
      call(fairRoutes.setDoor, { params: { standId }, body: { door, capacity: Number(capacity) } }),
    onSuccess: () => readStandAgain(standId),
  })
  const sound = typeof capacity === 'number' && capacity >= 1 && capacity <= 500
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (sound) save.mutate()
      }}
    >
      <div className={classes.inline}>
        <NativeSelect
          label={intl.formatMessage({ id: 'exhibitor.door.label', defaultMessage: 'Door' })}
          value={door}
          data={Door.options.map((value) => ({ value, label: term('door', value) }))}
          onChange={(event) => setDoor(Door.parse(event.currentTarget.value))}
        />
        <NumberInput
          label={intl.formatMessage({ id: 'exhibitor.door.capacity', defaultMessage: 'Visitors at a time' })}
          min={1}
          max={500}
          allowDecimal={false}
          w={170}
          value={capacity}
          onChange={setCapacity}
        />
        <Button
          type="submit"
          variant="outline"
          color="ink.9"
          size="sm"
          disabled={!sound}
          loading={save.isPending}
        >
          <FormattedMessage id="exhibitor.door.save" defaultMessage="Set the door" />
        </Button>
      </div>
      <Text size="sm" c="ink.6" mt="xs" maw="68ch">
        <FormattedMessage
          id="exhibitor.door.hint"
          defaultMessage="When so many are inside, another instance of the stand opens for the next; your people see all of them."
        />
      </Text>
      <Text role="status" size="sm" mt="xs">
        {save.isSuccess && <FormattedMessage id="exhibitor.saved" defaultMessage="Saved." />}
      </Text>
      <ErrorText error={save.error} />
    </form>
  )
}

/** Lets somebody through a door that is for invited people. */
export const InvitationForm = ({ standId }: { standId: string }) => {
  const intl = useIntl()
  const [email, setEmail] = useState('')
  const [checked, setChecked] = useState(false)
  const sound = z.email().safeParse(email.trim()).success
  const invite = useMutation({
    mutationFn: (address: string) =>
      call(fairRoutes.inviteToStand, { params: { standId }, body: { email: address } }),
    onSuccess: () => {
      setEmail('')
      setChecked(false)
    },
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setChecked(true)
        if (sound) invite.mutate(email.trim())
      }}
    >
      <div className={classes.inline}>
        <TextInput
          label={intl.formatMessage({ id: 'exhibitor.invite.email', defaultMessage: 'E-mail address' })}
          type="email"
          w={300}
          maw="100%"
          value={email}
          error={
            checked &&
            !sound &&
            intl.formatMessage({
              id: 'exhibitor.invite.wrong',
              defaultMessage: 'Write a complete e-mail address.',
            })
          }
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" variant="outline" color="ink.9" size="sm" loading={invite.isPending}>
          <FormattedMessage id="exhibitor.invite.action" defaultMessage="Invite" />
        </Button>
      </div>
      <Text role="status" size="sm" mt="xs">
        {invite.isSuccess && (
          <FormattedMessage
            id="exhibitor.invite.done"
            defaultMessage="{email} may step in from now on, signed in under this address."
            values={{ email: invite.variables }}
          />
        )}
      </Text>
      <ErrorText error={invite.error} />
    </form>
  )
}

/** Earlier layouts; restoring one makes it a new version, so that nothing is lost. */
export const LayoutVersions = ({ standId }: { standId: string }) => {
  const versions = useQuery({
    queryKey: ['layouts', standId],
    queryFn: ({ signal }) => call(fairRoutes.listLayouts, { params: { standId } }, signal),
  })
  const restore = useMutation({
    mutationFn: (version: number) => call(fairRoutes.restoreLayout, { params: { standId, version } }),
    onSuccess: () => readStandAgain(standId),
  })
  return (
    <Loaded query={versions}>
      {({ versions: list }) =>
        list.length === 0 ? (
          <Text>
            <FormattedMessage
              id="exhibitor.layouts.none"
              defaultMessage="Each time the stand is saved, its earlier state is kept here."
            />
          </Text>
        ) : (
          <>
            <ErrorText error={restore.error} />
            <ul className={classes.slots}>
              {list.map(({ version, slots, savedAt, savedBy }, index) => (
                <li className={classes.version} key={version}>
                  <span>
                    <FormattedMessage
                      id="exhibitor.layouts.line"
                      defaultMessage="Version {version}, {slots, plural, one {# piece} other {# pieces}}"
                      values={{ version, slots }}
                    />
                    <br />
                    <Text span size="sm" c="ink.6">
                      <FormattedDate value={savedAt} dateStyle="medium" timeStyle="short" />
                      {savedBy && `, ${savedBy}`}
                    </Text>
                  </span>
                  {index === 0 ? (
                    <FormattedMessage id="exhibitor.layouts.current" defaultMessage="Visitors see this one" />
                  ) : (
                    <Button
                      size="sm"
                      variant="outline"
                      color="ink.9"
                      loading={restore.isPending && restore.variables === version}
                      onClick={() => restore.mutate(version)}
                    >
                      <FormattedMessage id="exhibitor.layouts.restore" defaultMessage="Restore" />
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  )
}
