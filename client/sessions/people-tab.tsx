import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconHandStop, IconMicrophone } from '@tabler/icons-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SessionPerson, SessionRole } from '#shared/model/live-session.ts'
import { SESSION_LANGUAGES } from '#shared/model/programme.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { LANYARD_COLOURS } from '../ui-kit/theme.ts'
import { useSessionView } from './session-context.ts'
import { sessionRoleTerms } from './session-terms.ts'
import { useAct } from './use-act.ts'
import classes from './session.module.css'

const GIVEN: readonly SessionRole[] = ['cohost', 'speaker', 'attendee']

const InterpreterItem = ({ personId, act }: { personId: string; act: ReturnType<typeof useAct>['act'] }) => {
  const intl = useIntl()
  return (
    <Menu.Sub position="left-start">
      <Menu.Sub.Target>
        <Menu.Sub.Item>
          <FormattedMessage id="session.people.interpreter" defaultMessage="Make them interpreter into" />
        </Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {SESSION_LANGUAGES.map((channel) => (
          <Menu.Item
            key={channel}
            onClick={() => act({ kind: 'giveRole', personId, role: 'interpreter', channel })}
          >
            {intl.formatDisplayName(channel, { type: 'language' })}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}

const Order = ({ person, act }: { person: SessionPerson; act: ReturnType<typeof useAct>['act'] }) => {
  const intl = useIntl()
  const { id, name, role, hasFloor } = person
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="ink"
          size={32}
          aria-label={intl.formatMessage(
            { id: 'session.people.order', defaultMessage: 'What to do with {name}' },
            { name },
          )}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {role === 'attendee' && (
          <Menu.Item onClick={() => act({ kind: 'giveFloor', personId: id, on: !hasFloor })}>
            {hasFloor ? (
              <FormattedMessage id="session.people.takeFloor" defaultMessage="Take the floor back" />
            ) : (
              <FormattedMessage id="session.people.giveFloor" defaultMessage="Give the floor" />
            )}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => act({ kind: 'mute', personIds: [id], source: 'microphone' })}>
          <FormattedMessage id="session.people.mute" defaultMessage="Mute" />
        </Menu.Item>
        <Menu.Item onClick={() => act({ kind: 'mute', personIds: [id], source: 'camera' })}>
          <FormattedMessage id="session.people.stopVideo" defaultMessage="Stop the camera" />
        </Menu.Item>
        <Menu.Item onClick={() => act({ kind: 'spotlight', personId: id })}>
          <FormattedMessage id="session.people.spotlight" defaultMessage="Show large to all" />
        </Menu.Item>
        {GIVEN.filter((one) => one !== role).map((one) => (
          <Menu.Item
            key={one}
            onClick={() => act({ kind: 'giveRole', personId: id, role: one, channel: null })}
          >
            <FormattedMessage
              id="session.people.make"
              defaultMessage="Make them: {role}"
              values={{ role: intl.formatMessage(sessionRoleTerms[one]) }}
            />
          </Menu.Item>
        ))}
        <InterpreterItem personId={id} act={act} />
        {role !== 'host' && (
          <>
            <Menu.Divider />
            <Menu.Item color="madder" onClick={() => act({ kind: 'remove', personId: id, block: false })}>
              <FormattedMessage id="session.people.remove" defaultMessage="Send out" />
            </Menu.Item>
            <Menu.Item color="madder" onClick={() => act({ kind: 'remove', personId: id, block: true })}>
              <FormattedMessage id="session.people.block" defaultMessage="Send out for good" />
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

const Waiting = ({
  people,
  act,
}: {
  people: readonly SessionPerson[]
  act: ReturnType<typeof useAct>['act']
}) => (
  <section className={classes.waitingList}>
    <div className={classes.row}>
      <h3>
        <FormattedMessage
          id="session.people.waiting"
          defaultMessage="{count, plural, one {# person waits} other {# people wait}}"
          values={{ count: people.length }}
        />
      </h3>
      <Button size="compact-sm" ml="auto" onClick={() => act({ kind: 'admitAll' })}>
        <FormattedMessage id="session.people.admitAll" defaultMessage="Let all in" />
      </Button>
    </div>
    <ul className={classes.list}>
      {people.map(({ id, name, lanyard }) => (
        <li key={id} className={classes.person}>
          <span className={classes.dot} style={{ background: LANYARD_COLOURS[lanyard] }} />
          <span className={classes.personName}>{name}</span>
          <Button size="compact-sm" variant="default" onClick={() => act({ kind: 'admit', personIds: [id] })}>
            <FormattedMessage
              id="session.people.admit"
              defaultMessage="Let in<hidden> {name}</hidden>"
              values={{ name, hidden: (chunks) => <span className={classes.hidden}>{chunks}</span> }}
            />
          </Button>
        </li>
      ))}
    </ul>
  </section>
)

const Blocked = ({
  people,
  act,
}: {
  people: readonly SessionPerson[]
  act: ReturnType<typeof useAct>['act']
}) => (
  <section className={classes.waitingList}>
    <h3>
      <FormattedMessage id="session.people.blocked" defaultMessage="Sent out for good" />
    </h3>
    <ul className={classes.list}>
      {people.map(({ id, name }) => (
        <li key={id} className={classes.person}>
          <span className={classes.personName}>{name}</span>
          <Button size="compact-sm" variant="default" onClick={() => act({ kind: 'readmit', personId: id })}>
            <FormattedMessage
              id="session.people.readmit"
              defaultMessage="Let {name} knock again"
              values={{ name }}
            />
          </Button>
        </li>
      ))}
    </ul>
  </section>
)

/** Who is here, hands first; for those who keep order also who waits, and what can be done. */
export const PeopleTab = () => {
  const intl = useIntl()
  const people = useSessionView((view) => view.people)
  const { mayModerate, personId } = useSessionView(({ me }) => me)
  const isLocked = useSessionView(({ header }) => header.isLocked)
  const { act, error } = useAct()
  const inside = people
    .filter(({ standing }) => standing === 'in')
    .toSorted((a, b) => (a.handAt ?? '~').localeCompare(b.handAt ?? '~') || RANK[a.role] - RANK[b.role])
  const waiting = people.filter(({ standing }) => standing === 'waiting')
  const blocked = people.filter(({ standing }) => standing === 'blocked')
  return (
    <div className={classes.tab}>
      <div className={classes.scroll} tabIndex={0}>
        {waiting.length > 0 && <Waiting people={waiting} act={act} />}
        <ErrorText error={error} />
        <ul className={classes.list}>
          {inside.map((person) => (
            <li key={person.id} className={classes.person} data-away={!person.isHere}>
              <span className={classes.dot} style={{ background: LANYARD_COLOURS[person.lanyard] }} />
              <span className={classes.personName}>
                {person.name}
                {person.role !== 'attendee' && (
                  <span className={classes.quiet}>
                    {' '}
                    {intl.formatMessage(sessionRoleTerms[person.role])}
                    {person.channel && ` · ${intl.formatDisplayName(person.channel, { type: 'language' })}`}
                  </span>
                )}
                {!person.isHere && (
                  <span className={classes.quiet}>
                    {' '}
                    <FormattedMessage id="session.people.away" defaultMessage="away" />
                  </span>
                )}
              </span>
              {person.hasFloor && (
                <IconMicrophone
                  size={18}
                  role="img"
                  aria-label={intl.formatMessage({
                    id: 'session.people.floor',
                    defaultMessage: 'has the floor',
                  })}
                />
              )}
              {person.handAt && (
                <IconHandStop
                  size={20}
                  className={classes.raised}
                  role="img"
                  aria-label={intl.formatMessage({
                    id: 'session.people.hand',
                    defaultMessage: 'hand raised',
                  })}
                />
              )}
              {mayModerate && person.handAt && (
                <Button
                  size="compact-sm"
                  onClick={() => act({ kind: 'giveFloor', personId: person.id, on: true })}
                >
                  <FormattedMessage id="session.people.giveFloor" defaultMessage="Give the floor" />
                </Button>
              )}
              {mayModerate && person.id !== personId && <Order person={person} act={act} />}
            </li>
          ))}
        </ul>
        {blocked.length > 0 && <Blocked people={blocked} act={act} />}
      </div>
      {mayModerate && (
        <div className={classes.row}>
          <Button
            size="sm"
            variant="default"
            onClick={() =>
              act({
                kind: 'mute',
                personIds: inside.filter(({ id }) => id !== personId).map(({ id }) => id),
                source: 'microphone',
              })
            }
          >
            <FormattedMessage id="session.people.muteAll" defaultMessage="Mute all" />
          </Button>
          <Button
            size="sm"
            variant="default"
            aria-pressed={isLocked}
            onClick={() => act({ kind: 'lock', on: !isLocked })}
          >
            {isLocked ? (
              <FormattedMessage id="session.people.unlock" defaultMessage="Open the door" />
            ) : (
              <FormattedMessage id="session.people.lock" defaultMessage="Close the door" />
            )}
          </Button>
        </div>
      )}
    </div>
  )
}

const RANK: Record<SessionRole, number> = {
  host: 0,
  cohost: 1,
  speaker: 2,
  interpreter: 3,
  attendee: 4,
  observer: 5,
}
