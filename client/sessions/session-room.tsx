import { Button, Tabs } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconDoorExit, IconHandStop } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import { useStore } from 'zustand'
import { liveRoomName } from '#shared/model/live-room.ts'
import type { Session } from '#shared/model/programme.ts'
import type { Call } from '../live/call.ts'
import { CallControls } from '../live/call-controls.tsx'
import type { DeviceChoice } from '../live/devices.ts'
import { useCall } from '../live/use-call.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { ChatTab } from './chat-tab.tsx'
import { useGoodsView, withGoods } from './goods-view.ts'
import { HearingChoice } from './hearing-choice.tsx'
import { HostTools } from './host-tools.tsx'
import { PeopleTab } from './people-tab.tsx'
import { PictureInPicture } from './picture-in-picture.tsx'
import { PollsTab } from './polls-tab.tsx'
import { QuestionsTab } from './questions-tab.tsx'
import { RecordTools } from './recording/record-tools.tsx'
import { ReactionButtons, RisingReactions } from './reactions.tsx'
import { useSessionView } from './session-context.ts'
import { SessionStage } from './session-stage.tsx'
import { StageGoods } from './stage-goods.tsx'
import { useAct } from './use-act.ts'
import { useHearing } from './use-hearing.ts'
import classes from './session.module.css'

const Sidebar = () => {
  const intl = useIntl()
  const openPoll = useSessionView(({ polls }) => polls.some(({ state }) => state === 'open'))
  const hands = useSessionView(({ people }) => people.filter(({ handAt }) => handAt !== null).length)
  const waiting = useSessionView(
    ({ people }) => people.filter(({ standing }) => standing === 'waiting').length,
  )
  const questions = useSessionView((view) => view.questions.filter(({ state }) => state === 'open').length)
  const present = useSessionView(({ header }) => header.present)
  const tabs = [
    ['chat', intl.formatMessage({ id: 'session.chat', defaultMessage: 'Chat' }), 0, ChatTab],
    [
      'questions',
      intl.formatMessage({ id: 'session.questions', defaultMessage: 'Questions' }),
      questions,
      QuestionsTab,
    ],
    [
      'polls',
      intl.formatMessage({ id: 'session.polls', defaultMessage: 'Polls' }),
      openPoll ? 1 : 0,
      PollsTab,
    ],
    [
      'people',
      intl.formatMessage({ id: 'session.people', defaultMessage: 'People ({count})' }, { count: present }),
      hands + waiting,
      PeopleTab,
    ],
  ] as const
  return (
    <Tabs defaultValue="chat" keepMounted={false} className={classes.sidebar} color="indigo">
      <Tabs.List>
        {tabs.map(([value, label, count]) => (
          <Tabs.Tab key={value} value={value} px="xs">
            {label}
            {count > 0 && <span className={classes.count}>{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(([value, , , Panel]) => (
        <Tabs.Panel key={value} value={value} className={classes.panel}>
          <Panel />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

const Hand = () => {
  const { act } = useAct()
  const isUp = useSessionView(({ me }) => me.handAt !== null)
  return (
    <Button
      h={48}
      px="sm"
      variant={isUp ? 'filled' : 'default'}
      color="indigo"
      aria-pressed={isUp}
      leftSection={<IconHandStop size={20} />}
      onClick={() => act({ kind: 'hand', up: !isUp })}
    >
      {isUp ? (
        <FormattedMessage id="session.hand.down" defaultMessage="Take the hand down" />
      ) : (
        <FormattedMessage id="session.hand.up" defaultMessage="Raise a hand" />
      )}
    </Button>
  )
}

const Media = ({ call }: { call: Call }) => {
  const { phase, people, grant } = useStore(call.store)
  const maySpeak = useSessionView(({ me }) => me.hasFloor || me.role !== 'attendee')
  if (phase.name === 'refused') return <ErrorText error={phase.error} />
  return (
    <>
      {phase.name === 'away' && (
        <p role="status" className={classes.quiet}>
          <FormattedMessage
            id="live.away"
            defaultMessage="The line is away. You come back by yourself as soon as it is there."
          />
        </p>
      )}
      {maySpeak && (
        <CallControls call={call} me={people.find(({ isMe }) => isMe)} grant={grant} leave={false} />
      )}
    </>
  )
}

/** Inside a session: the stage, what people say, and the tools. */
export const SessionRoom = ({ session, devices }: { session: Session; devices: DeviceChoice }) => {
  const phase = useSessionView(({ header }) => header.phase)
  const { mayModerate, role } = useSessionView(({ me }) => me)
  const hasGoods = useSessionView(({ stage }) => stage.layout === 'product' && stage.goods.length > 0)
  const isLive = phase === 'lobby' || phase === 'live'
  const hearing = useHearing()
  const goodsView = useGoodsView()
  const [isInWindow, setIsInWindow] = useState(false)
  const reception = useMemo(
    () => withGoods(hearing.reception, goodsView.isPicture || isInWindow),
    [hearing.reception, goodsView.isPicture, isInWindow],
  )
  const call = useCall(
    liveRoomName({ kind: 'session', sessionId: session.id }),
    isLive ? devices : undefined,
    reception,
  )
  const isNarrow = useMediaQuery('(max-width: 900px)', false, { getInitialValueInEffect: false })
  const [showsSide, setShowsSide] = useState(true)
  return (
    <div className={classes.room} data-side={showsSide || isNarrow}>
      <div className={classes.main}>
        {phase === 'scheduled' && (
          <p className={classes.empty}>
            <FormattedMessage
              id="session.scheduled"
              defaultMessage="Nobody sees this yet. Prepare polls and goods, then open the waiting room."
            />
          </p>
        )}
        {call ? (
          <SessionStage call={call} goodsView={goodsView} />
        ) : (
          hasGoods && <StageGoods view={goodsView} />
        )}
        <RisingReactions />
      </div>
      {(showsSide || isNarrow) && <Sidebar />}
      <div className={classes.tools}>
        {mayModerate && (
          <HostTools session={session}>{call && <RecordTools session={session} call={call} />}</HostTools>
        )}
        <div className={classes.toolRow}>
          {/* On a phone always at hand. */}
          <div className={classes.atHand}>
            {call && <Media call={call} />}
            {call && <HearingChoice {...hearing} />}
            {role === 'attendee' && <Hand />}
            <Button
              component={Link}
              to={`/programme#${session.id}`}
              h={48}
              color="madder"
              leftSection={<IconDoorExit size={20} />}
            >
              <FormattedMessage id="session.leave" defaultMessage="Leave" />
            </Button>
          </div>
          <div className={classes.besides}>
            <ReactionButtons />
            {call && <PictureInPicture call={call} isWanted={isInWindow} onWanted={setIsInWindow} />}
            {!isNarrow && (
              <Button
                h={48}
                variant="default"
                aria-pressed={showsSide}
                onClick={() => setShowsSide(!showsSide)}
              >
                <FormattedMessage id="session.side" defaultMessage="Chat and people" />
              </Button>
            )}
          </div>
        </div>
      </div>
    </div>
  )
}
