import { Anchor, Button, Loader, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ComponentProps } from 'react'
import { FormattedDateTimeRange, FormattedMessage, useIntl } from 'react-intl'
import { Link, useParams, useSearchParams } from 'react-router'
import { useStore } from 'zustand'
import type { SessionHeader } from '#shared/model/live-session.ts'
import type { Session } from '#shared/model/programme.ts'
import type { FairDirectory } from '#shared/protocol/fair.ts'
import { WayIn } from '../accounts/way-in.tsx'
import { NotFoundPage } from '../app/error-pages.tsx'
import { DeviceCheck } from '../live/device-check.tsx'
import { quietDevices, type DeviceChoice } from '../live/devices.ts'
import { ApiError } from '../net/api.ts'
import { fairQuery, meQuery, programmeQuery } from '../net/queries.ts'
import { usePlaceOf } from '../programme/session-place.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { ConsentCard } from './consent-card.tsx'
import { HoldSession } from './hold-session.tsx'
import { SessionContext } from './session-context.ts'
import type { SessionLink } from './session-link.ts'
import { AfterSession } from './recording/after-session.tsx'
import { RecordingNotice } from './recording/recording-notice.tsx'
import { liveSessionQuery } from './session-queries.ts'
import { SessionRoom } from './session-room.tsx'
import { useSessionLinkTo } from './use-session-link-to.ts'
import classes from './session.module.css'

/** What comes before one is in: waiting for the host, with a look at one's devices. */
const Lobby = ({
  isOpen,
  isReady,
  onDevices,
}: {
  isOpen: boolean
  isReady: boolean
  onDevices: (choice: DeviceChoice) => void
}) => (
  <DeviceCheck
    action={
      isReady ? (
        <FormattedMessage id="session.devices.ready" defaultMessage="Ready: you come in with these" />
      ) : (
        <FormattedMessage id="session.devices.use" defaultMessage="Come in with these as soon as I may" />
      )
    }
    title={
      <Title order={2} fz={30} lh={1.2} mb="xs">
        {isOpen ? (
          <FormattedMessage id="session.waiting" defaultMessage="You are in the waiting room" />
        ) : (
          <FormattedMessage id="session.notOpen" defaultMessage="It has not begun yet" />
        )}
      </Title>
    }
    people={
      <p role="status" className={classes.quiet}>
        <FormattedMessage
          id="session.waiting.text"
          defaultMessage="The host lets you in; this page goes on by itself. Look meanwhile whether you can be seen and heard."
        />
      </p>
    }
    onJoin={onDevices}
  />
)

const Inside = ({ session, link }: { session: Session; link: SessionLink }) => {
  const { phase, refusal, view } = useStore(link.store)
  const [quiet] = useState(quietDevices)
  const [devices, setDevices] = useState<DeviceChoice>()
  if (phase === 'refused' && refusal === 'session_over') return <AfterSession session={session} />
  if (phase === 'refused')
    return <ErrorText error={new ApiError(refusal ?? 'internal')} onRetry={link.enterAgain} />
  if (phase === 'removed')
    return (
      <div className={classes.empty} role="alert">
        <p>
          <FormattedMessage
            id="session.removed"
            defaultMessage="The host has sent you out of this session."
          />
        </p>
        <Button variant="default" onClick={link.enterAgain}>
          <FormattedMessage id="session.knock" defaultMessage="Knock at the waiting room" />
        </Button>
      </div>
    )
  if (!view)
    return (
      <div className={classes.empty} role="status">
        <Loader size="sm" color="indigo" />
      </div>
    )
  const { me, header } = view
  const isOver = header.phase === 'ended' || header.phase === 'published'
  const isIn = me.standing === 'in'
  if (isOver) return <AfterSession session={session}>{isIn && <ConsentCard />}</AfterSession>
  if (!isIn)
    return (
      <>
        {header.isRecording && <RecordingNotice isIn={false} />}
        <Lobby isOpen={header.phase !== 'scheduled'} isReady={devices !== undefined} onDevices={setDevices} />
      </>
    )
  return (
    <>
      {header.isRecording && <RecordingNotice isIn />}
      <SessionRoom session={session} devices={devices ?? quiet} />
    </>
  )
}

const Held = ({ session }: { session: Session }) => {
  const [query] = useSearchParams()
  const link = useSessionLinkTo(session.id, query.get('invitation') ?? undefined)
  if (!link) return null
  return (
    <SessionContext value={link}>
      <Inside session={session} link={link} />
    </SessionContext>
  )
}

/** For whoever has not said who they are: what is over can be watched without it. */
const BeforeName = ({
  session,
  header,
  me,
  title,
}: {
  session: Session
  header: SessionHeader
  me: ComponentProps<typeof WayIn>['me']
  title: string
}) => {
  if (header.phase === 'ended' || header.phase === 'published') return <AfterSession session={session} />
  return (
    <>
      {header.isRecording && <RecordingNotice isIn={false} />}
      <WayIn me={me} title={title} />
    </>
  )
}

const SessionBody = ({ session, directory }: { session: Session; directory: FairDirectory }) => {
  const intl = useIntl()
  const local = useLocalText()
  const me = useQuery(meQuery)
  const held = useQuery(liveSessionQuery(session.id))
  const place = usePlaceOf(directory)(session)
  const title = local(session.title)
  useEffect(() => {
    document.title = `${title} · Fairloom`
  }, [title])
  const header = session.state === 'cancelled' ? undefined : held.data?.header
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        <p className={classes.quiet}>
          <FormattedDateTimeRange
            from={new Date(session.startsAt)}
            to={new Date(session.endsAt)}
            day="numeric"
            month="long"
            hour="2-digit"
            minute="2-digit"
            hourCycle="h23"
          />
          {' · '}
          {session.hosts.map(({ name }) => name).join(', ')}
          {place && (
            <>
              {' · '}
              <Anchor component={Link} to={place.page} inherit underline="always">
                {place.name}
              </Anchor>
            </>
          )}
          {held.data?.mayHost && (
            <>
              {' · '}
              <Anchor component={Link} to={`/sessions/${session.id}/desk`} inherit underline="always">
                <FormattedMessage id="session.toDesk" defaultMessage="Invite, and who came" />
              </Anchor>
            </>
          )}
        </p>
      </header>
      {session.state === 'cancelled' && (
        <p role="status">
          <FormattedMessage
            id="session.isCancelled"
            defaultMessage="This session is cancelled. The programme shows what else there is."
          />
        </p>
      )}
      {held.error && <ErrorText error={held.error} />}
      {held.isLoading && (
        <Loader
          size="sm"
          color="indigo"
          role="status"
          aria-label={intl.formatMessage({ id: 'session.loading', defaultMessage: 'One moment' })}
        />
      )}
      {held.data?.header === null && session.state !== 'cancelled' && (
        <>
          <p className={classes.abstract}>{local(session.abstract)}</p>
          <HoldSession session={session} mayHost={held.data.mayHost} />
        </>
      )}
      {header && me.data?.principal.name === '' && (
        <BeforeName session={session} header={header} me={me.data} title={title} />
      )}
      {header && me.data && me.data.principal.name !== '' && <Held session={session} />}
    </div>
  )
}

/** A session of the programme: what it is, and being there. */
export const Page = () => {
  const { sessionId = '' } = useParams()
  const fair = useQuery(fairQuery)
  const programme = useQuery(programmeQuery)
  return (
    <Loaded query={fair}>
      {(directory) => (
        <Loaded query={programme}>
          {({ sessions }) => {
            const session = sessions.find(({ id }) => id === sessionId)
            return session ? <SessionBody session={session} directory={directory} /> : <NotFoundPage />
          }}
        </Loaded>
      )}
    </Loaded>
  )
}
