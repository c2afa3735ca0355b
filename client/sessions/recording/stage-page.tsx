import { Anchor, Title } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link, useParams } from 'react-router'
import { useStore } from 'zustand'
import { liveRoomName } from '#shared/model/live-room.ts'
import type { Session } from '#shared/model/programme.ts'
import { isRecorder } from '#shared/model/recording.ts'
import { inLocale, Locale } from '#shared/model/text.ts'
import type { Call } from '../../live/call.ts'
import { quietDevices } from '../../live/devices.ts'
import { useCall } from '../../live/use-call.ts'
import { productQuery } from '../../net/goods-queries.ts'
import { meQuery, programmeQuery } from '../../net/queries.ts'
import { useGoodsView, withGoods } from '../goods-view.ts'
import { SessionContext, useSessionLink, useSessionView } from '../session-context.ts'
import { StageGoods } from '../stage-goods.tsx'
import { useHearing } from '../use-hearing.ts'
import { useSessionLinkTo } from '../use-session-link-to.ts'
import { paintStage } from './paint-stage.ts'
import { recordingHere } from './recording-here.ts'
import classes from './recording.module.css'

/** What a recorder waits for, by the contract of LiveKit's Egress. */
const signal = (name: 'START_RECORDING' | 'END_RECORDING') => {
  // eslint-disable-next-line no-console -- The recorder reads the console.
  console.log(name)
}

/** Tells the recorder to begin once picture and sound are there, and to end once nobody is recorded any more. */
const useSignals = (call: Call | undefined) => {
  const { store } = useSessionLink()
  const isOver = useStore(
    store,
    ({ phase, view }) => phase === 'removed' || phase === 'refused' || view?.header.isRecording === false,
  )
  const [isLive, setIsLive] = useState(false)
  useEffect(() => call?.store.subscribe(({ phase }) => phase.name === 'live' && setIsLive(true)), [call])
  const [hasBegun, setHasBegun] = useState(false)
  useEffect(() => {
    if (!isLive) return
    void document.fonts.ready.then(() => {
      signal('START_RECORDING')
      setHasBegun(true)
    })
  }, [isLive])
  useEffect(() => {
    if (hasBegun && isOver) signal('END_RECORDING')
  }, [hasBegun, isOver])
}

const Stage = ({ session }: { session: Session }) => {
  const link = useSessionLink()
  const queries = useQueryClient()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [devices] = useState(quietDevices)
  const hasGoods = useSessionView(({ stage }) => stage.layout === 'product' && stage.goods.length > 0)
  const { reception } = useHearing()
  const goodsView = useGoodsView()
  const received = useMemo(() => withGoods(reception, goodsView.isPicture), [reception, goodsView.isPicture])
  const call = useCall(liveRoomName({ kind: 'session', sessionId: session.id }), devices, received)
  useSignals(call)
  // The recorder's browser reads no language: the session's own counts.
  const locale = Locale.safeParse(session.language).data ?? 'en'
  const title = inLocale(session.title, locale)
  useEffect(() => {
    document.title = title
    recordingHere.setState({ isOn: true })
  }, [title])
  useEffect(() => {
    if (!call || !canvas.current) return undefined
    return paintStage(canvas.current, {
      call,
      link,
      title,
      nameOf(productId) {
        const product = queries.getQueryData(productQuery(productId).queryKey)
        return product ? inLocale(product.name, locale) : ''
      },
    })
  }, [call, link, title, queries, locale])
  return (
    <main className={classes.stage}>
      {/* What the painter draws goods from. */}
      <div inert>{hasGoods && call && <StageGoods call={call} view={goodsView} />}</div>
      <canvas ref={canvas} role="img" aria-label={title} />
    </main>
  )
}

const Entered = ({ session }: { session: Session }) => {
  const isIn = useStore(useSessionLink().store, ({ view }) => view?.me.standing === 'in')
  return isIn && <Stage session={session} />
}

const Visited = ({ session }: { session: Session }) => {
  const link = useSessionLinkTo(session.id)
  if (!link) return null
  return (
    <SessionContext value={link}>
      <Entered session={session} />
    </SessionContext>
  )
}

/** For whoever came here by the way: they would come into the session without seeing that they are in it. */
const OnlyForRecorder = ({ sessionId }: { sessionId: string }) => (
  <main className={classes.onlyForRecorder}>
    <Title order={1} fz={24}>
      <FormattedMessage
        id="recording.stage.onlyRecorder"
        defaultMessage="Here the fair’s recorder looks at the stage"
      />
    </Title>
    <Anchor component={Link} to={`/sessions/${sessionId}`} underline="always">
      <FormattedMessage id="recording.stage.toSession" defaultMessage="To the session" />
    </Anchor>
  </main>
)

/** The stage of a session and nothing else, as it is recorded; for the fair's recorder. */
export const Page = () => {
  const { sessionId = '' } = useParams()
  const me = useQuery(meQuery)
  const programme = useQuery(programmeQuery)
  if (!me.data || !programme.data) return null
  if (!isRecorder(me.data.principal.id)) return <OnlyForRecorder sessionId={sessionId} />
  const session = programme.data.sessions.find(({ id }) => id === sessionId)
  return session && <Visited session={session} />
}
