import { Button, Menu } from '@mantine/core'
import { IconLayout2, IconPackage, IconPlayerPlay, IconPlayerStop, IconDoorEnter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Session } from '#shared/model/programme.ts'
import { StageLayout } from '#shared/model/live-session.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { GoodsPicker } from './goods-picker.tsx'
import { useSessionView } from './session-context.ts'
import { useAct } from './use-act.ts'
import classes from './session.module.css'

/** What keeps a session going: open, start, goods, layout, end. */
export const HostTools = ({ session, children }: { session: Session; children: ReactNode }) => {
  const intl = useIntl()
  const { act, error } = useAct()
  const phase = useSessionView(({ header }) => header.phase)
  const layout = useSessionView(({ stage }) => stage.layout)
  const waiting = useSessionView(
    ({ people }) => people.filter(({ standing }) => standing === 'waiting').length,
  )
  const [isPicking, setIsPicking] = useState(false)
  const [isEnding, setIsEnding] = useState(false)
  const layouts = {
    speaker: intl.formatMessage({ id: 'session.layout.speaker', defaultMessage: 'The speaker large' }),
    grid: intl.formatMessage({ id: 'session.layout.grid', defaultMessage: 'All alike' }),
    product: intl.formatMessage({ id: 'session.layout.product', defaultMessage: 'The goods' }),
    screen: intl.formatMessage({ id: 'session.layout.screen', defaultMessage: 'The screen' }),
  }
  return (
    <div
      className={classes.hostTools}
      role="toolbar"
      aria-label={intl.formatMessage({ id: 'session.host', defaultMessage: 'Host' })}
    >
      {phase === 'scheduled' && (
        <Button
          size="sm"
          leftSection={<IconDoorEnter size={18} />}
          onClick={() => act({ kind: 'openLobby' })}
        >
          <FormattedMessage id="session.host.open" defaultMessage="Open the waiting room" />
        </Button>
      )}
      {phase === 'lobby' && (
        <Button size="sm" leftSection={<IconPlayerPlay size={18} />} onClick={() => act({ kind: 'start' })}>
          <FormattedMessage id="session.host.start" defaultMessage="Begin the session" />
        </Button>
      )}
      {waiting > 0 && (
        <Button size="sm" color="indigo" onClick={() => act({ kind: 'admitAll' })}>
          <FormattedMessage
            id="session.host.admit"
            defaultMessage="{count, plural, one {Let # person in} other {Let # people in}}"
            values={{ count: waiting }}
          />
        </Button>
      )}
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPackage size={18} />}
        onClick={() => setIsPicking(true)}
      >
        <FormattedMessage id="session.host.goods" defaultMessage="Goods on stage" />
      </Button>
      <Menu position="top" withinPortal>
        <Menu.Target>
          <Button size="sm" variant="default" leftSection={<IconLayout2 size={18} />}>
            {layouts[layout]}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {StageLayout.options.map((one) => (
            <Menu.Item key={one} onClick={() => act({ kind: 'layout', layout: one })}>
              {layouts[one]}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => act({ kind: 'spotlight', personId: null })}>
            <FormattedMessage id="session.host.noSpotlight" defaultMessage="Nobody in the spotlight" />
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {children}
      {(phase === 'live' || phase === 'lobby') &&
        (isEnding ? (
          <Button size="sm" color="madder" onClick={() => act({ kind: 'end' })}>
            <FormattedMessage id="session.host.endNow" defaultMessage="Yes, end it for all" />
          </Button>
        ) : (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlayerStop size={18} />}
            onClick={() => setIsEnding(true)}
          >
            <FormattedMessage id="session.host.end" defaultMessage="End for all" />
          </Button>
        ))}
      <ErrorText error={error} />
      {isPicking && <GoodsPicker session={session} onClose={() => setIsPicking(false)} />}
    </div>
  )
}
