import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconDots, IconMicrophone, IconMicrophoneOff } from '@tabler/icons-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { liveRoutes } from '#shared/protocol/live.ts'
import { call as callRoute } from '../net/api.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import type { CallPerson } from './call-state.ts'
import { liveRoomQuery } from './live-queries.ts'
import classes from './live.module.css'

type Restriction = 'none' | 'silenced' | 'removed'

/** Who hears whom; for the staff also the means to keep order. */
export const PeopleList = ({
  room,
  people,
  mayModerate,
}: {
  room: string
  people: readonly CallPerson[]
  mayModerate: boolean
}) => {
  const intl = useIntl()
  const queries = useQueryClient()
  const told = useQuery({ ...liveRoomQuery(room), enabled: mayModerate })
  const silenced = new Set(told.data?.people.filter(({ isSilenced }) => isSilenced).map(({ id }) => id))
  const refresh = () => queries.invalidateQueries({ queryKey: liveRoomQuery(room).queryKey })
  const restrict = useMutation({
    mutationFn: ({ personId, restriction }: { personId: string; restriction: Restriction }) =>
      callRoute(liveRoutes.restrictPerson, { params: { room, personId }, body: { restriction } }),
    onSuccess: refresh,
  })
  const muteAll = useMutation({
    mutationFn: () => callRoute(liveRoutes.muteRoom, { params: { room } }),
  })
  return (
    <section aria-label={intl.formatMessage({ id: 'live.people', defaultMessage: 'Who hears you' })}>
      <Group justify="space-between" mb="xs">
        <strong>
          <FormattedMessage
            id="live.peopleCount"
            defaultMessage="{count, plural, one {Only you are in this room} other {# people hear each other}}"
            values={{ count: people.length }}
          />
        </strong>
        {mayModerate && people.length > 1 && (
          <Button size="xs" variant="default" loading={muteAll.isPending} onClick={() => muteAll.mutate()}>
            <FormattedMessage id="live.muteAll" defaultMessage="Mute all" />
          </Button>
        )}
      </Group>
      <ErrorText error={restrict.error ?? muteAll.error} />
      <ul className={classes.people}>
        {people.map((person) => (
          <li key={person.id} data-speaking={person.isSpeaking}>
            {person.microphone === 'open' ? (
              <IconMicrophone size={16} aria-hidden="true" />
            ) : (
              <IconMicrophoneOff
                size={16}
                role="img"
                aria-label={intl.formatMessage({ id: 'live.isMuted', defaultMessage: 'muted' })}
              />
            )}
            <span>
              {person.isMe ? (
                <FormattedMessage id="live.me" defaultMessage="{name} (you)" values={{ name: person.name }} />
              ) : (
                person.name
              )}
            </span>
            {mayModerate && !person.isMe && (
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <ActionIcon
                    variant="subtle"
                    color="ink.6"
                    size={32}
                    aria-label={intl.formatMessage(
                      { id: 'live.moderate', defaultMessage: 'Keep order: {name}' },
                      { name: person.name },
                    )}
                  >
                    <IconDots size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {silenced.has(person.id) ? (
                    <Menu.Item onClick={() => restrict.mutate({ personId: person.id, restriction: 'none' })}>
                      <FormattedMessage id="live.allow" defaultMessage="Let them speak again" />
                    </Menu.Item>
                  ) : (
                    <Menu.Item
                      onClick={() => restrict.mutate({ personId: person.id, restriction: 'silenced' })}
                    >
                      <FormattedMessage id="live.silence" defaultMessage="Silence" />
                    </Menu.Item>
                  )}
                  <Menu.Item
                    color="madder.7"
                    onClick={() => restrict.mutate({ personId: person.id, restriction: 'removed' })}
                  >
                    <FormattedMessage id="live.remove" defaultMessage="Send out of the room" />
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      {mayModerate && told.data && told.data.removed.length > 0 && (
        <>
          <p className={classes.quiet}>
            <FormattedMessage id="live.removedPeople" defaultMessage="Sent out" />
          </p>
          <ul className={classes.people}>
            {told.data.removed.map(({ id, name }) => (
              <li key={id}>
                <span>{name}</span>
                <Button
                  size="xs"
                  variant="subtle"
                  onClick={() => restrict.mutate({ personId: id, restriction: 'none' })}
                >
                  <FormattedMessage id="live.readmit" defaultMessage="Let in again" />
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
