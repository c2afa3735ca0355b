import { useQuery } from '@tanstack/react-query'
import { Button, Center, Loader, Stack, Text } from '@mantine/core'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { FormattedMessage } from 'react-intl'
import { Link, useLocation, useParams, useSearchParams } from 'react-router'
import type { Hall } from '#shared/model/fair.ts'
import type { Me } from '#shared/protocol/accounts.ts'
import { OwnBadge } from '../accounts/own-badge.tsx'
import { WayIn } from '../accounts/way-in.tsx'
import { NotFoundPage } from '../app/error-pages.tsx'
import { ProductTools } from '../catalogue/product-tools.tsx'
import type { Placed } from '../live/spatial-sound.ts'
import type { VoiceSign, Whereabouts } from '../live/voice-here.tsx'
import { ApiError } from '../net/api.ts'
import { createHallPresence, type HallPresence } from '../net/hall-presence.ts'
import { useLiveStands } from '../net/live-stands.ts'
import { fairQuery, hallQuery, meQuery } from '../net/queries.ts'
import { useHallSessions } from '../sessions/hall/use-hall-sessions.tsx'
import {
  beginVisit,
  coverPicture,
  findProduct,
  jumpTo,
  QualityTier,
  readViewLink,
  Showroom,
  type HallView,
  type PictureCover,
  type PoseSource,
} from '../showroom/index.tsx'
import { SessionSoon } from '../programme/index.ts'
import { AskInHall, EnquiryWatch } from '../trade/index.ts'
import { ErrorText } from '../ui-kit/error-text.tsx'
import { Loaded } from '../ui-kit/loaded.tsx'
import { useLocalText } from '../ui-kit/local-text.ts'
import { standPanelCover } from '../stand/place-panel.tsx'
import { AreaPanel, StandPanel } from '../stand/stand-panel.tsx'
import { ProductPanel } from './product-panel.tsx'
import classes from './hall-page.module.css'

const toRadians = (degrees: number) => (degrees * Math.PI) / 180
const toDegrees = (radians: number) => (radians * 180) / Math.PI
// A correction smaller than this is not worth a jump of the camera.
const JUMP_M = 1.5

/** `?quality=low` and the like. */
const qualityIn = (search: URLSearchParams) => QualityTier.safeParse(search.get('quality')).data

/** The visit that a link asks for. The hall fills the window; at a stand its panel will be over it. */
const visitBy = (view: HallView, search: URLSearchParams) => {
  const picture = { widthPx: innerWidth, heightPx: innerHeight, standCover: standPanelCover() }
  return beginVisit(view, qualityIn(search), readViewLink(search), picture)
}

/** The enquiry to a stand's exhibitor that is open, and the product that it begins with. */
const askedIn = (search: URLSearchParams): { standId: string; productId: string | null } | null => {
  const standId = search.get('ask')
  return standId ? { standId, productId: search.get('product') } : null
}

/** The hall's data as the scene takes it, in the reader's language. */
const useHallView = (hallId: string): { view: HallView | undefined; error: Error | null } => {
  const local = useLocalText()
  const { data, error } = useQuery(hallQuery(hallId))
  const view = useMemo(
    () =>
      data && {
        hall: data.hall,
        stands: data.stands.map(({ id, number, company, place, layout, products }) => ({
          id,
          number,
          companyName: company?.name ?? '',
          place,
          layout,
          products: products.map(({ id: productId, name, kind, variants }) => ({
            id: productId,
            name: local(name),
            kind,
            variants,
          })),
        })),
      },
    // `local` changes with the language only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [data],
  )
  return { view, error }
}

/** Where a visitor stands whom this one sees. */
const placeOf = ({ link }: HallPresence, personId: string): Placed | undefined => {
  for (const { handle, visitorId } of link.cards.values()) {
    if (visitorId !== personId) continue
    const pose = link.poses.get(handle)
    return pose && { xM: pose.xM, zM: pose.zM, headingRad: toRadians(pose.headingDeg) }
  }
  return undefined
}

/** Presence and scene of one hall, tied together: who walks is told, who others are is drawn. */
const useHallVisit = (view: HallView, search: URLSearchParams) => {
  const hallId = view.hall.id
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const visit = useMemo(() => visitBy(view, search), [hallId])
  const [presence, setPresence] = useState<HallPresence>()
  const voice = useRef<VoiceSign>('off')

  useEffect(() => {
    let placedOnce = false
    const { walker } = visit
    const made = createHallPresence({
      hallId,
      currentPose: () => ({ xM: walker.xM, zM: walker.zM, headingDeg: toDegrees(walker.headingRad) % 360 }),
      onPlaced({ xM, zM }) {
        const isFar = Math.hypot(xM - walker.xM, zM - walker.zM) > JUMP_M
        if (placedOnce && isFar) jumpTo(visit, xM, zM)
        placedOnce = true
      },
    })
    setPresence(made)
    return () => made.close()
  }, [hallId, visit])

  const source = useMemo<PoseSource | undefined>(
    () =>
      presence && {
        forEach(see) {
          for (const { handle, xM, zM, headingDeg, gesture, voice } of presence.link.poses.values())
            see(handle, xM, zM, toRadians(headingDeg), gesture === 'wave' ? 1 : 0, voice === 'speaking')
        },
        info: (handle) => presence.link.cards.get(handle),
      },
    [presence],
  )

  const poseSink = useMemo(() => {
    let seenJumps = visit.walker.jumps
    return (xM: number, zM: number, headingRad: number, jumps: number) => {
      if (!presence) return
      const headingDeg = toDegrees(headingRad)
      if (jumps !== seenJumps) {
        seenJumps = jumps
        void presence.teleport({ xM, zM, headingDeg: headingDeg % 360 })
      }
      presence.link.setOwn({ xM, zM, headingDeg, gesture: 'none', voice: voice.current })
      presence.link.advance()
    }
  }, [presence, visit])

  const whereabouts = useMemo<Whereabouts | undefined>(
    () =>
      presence && {
        listener: () => visit.walker,
        placeOf: (personId) => placeOf(presence, personId),
      },
    [presence, visit],
  )
  const onVoice = useCallback((sign: VoiceSign) => {
    voice.current = sign
  }, [])

  return { visit, presence, source, poseSink, whereabouts, onVoice }
}

const Notice = ({ presence }: { presence: HallPresence | undefined }) => {
  const state = useSyncExternalStore(
    presence?.subscribe ?? (() => () => undefined),
    () => presence?.state() ?? undefined,
  )
  if (state?.phase === 'replaced')
    return (
      <div className={classes.notice} role="alert">
        <FormattedMessage id="hall.replaced" defaultMessage="You went on in another window." />
        <Button size="xs" onClick={() => void presence?.enter()}>
          <FormattedMessage id="hall.comeBack" defaultMessage="Come back here" />
        </Button>
      </div>
    )
  if (state?.phase === 'refused')
    return (
      <div className={classes.notice}>
        <ErrorText error={new ApiError(state.refusal ?? 'internal')} onRetry={() => void presence?.enter()} />
      </div>
    )
  return null
}

const HallVisit = ({ view }: { view: HallView }) => {
  const [search] = useSearchParams()
  const { visit, presence, source, poseSink, whereabouts, onVoice } = useHallVisit(view, search)
  const [standId, setStandId] = useState<string | null>(null)
  const [area, setArea] = useState<string | null>(null)
  const onStandChange = useCallback(
    (next: string | null) => {
      setStandId(next)
      presence?.atStand(next)
    },
    [presence],
  )
  const onCover = useCallback((cover: PictureCover) => coverPicture(visit, cover), [visit])
  const stand = view.stands.find(({ id }) => id === standId)
  const { screens, here } = useHallSessions(view, visit)
  const { pathname } = useLocation()
  const { data: me } = useQuery(meQuery)
  // A guest who went to sign in comes back to the enquiry: `?ask=` names the stand.
  const [asking, setAsking] = useState(() => askedIn(search))
  return (
    <Showroom
      view={view}
      visit={visit}
      {...(source && { presence: source })}
      poseSink={poseSink}
      screens={screens}
      onStandChange={onStandChange}
      onAreaChange={setArea}
      renderDataSheet={(productId) => <ProductPanel productId={productId} />}
      ownBadge={<OwnBadge />}
      onAsk={(askedId, productId) => setAsking({ standId: askedId, productId })}
      renderProductTools={(productId) => (
        <ProductTools
          productId={productId}
          name={findProduct(view, productId)?.product.name ?? ''}
          size={34}
        />
      )}
    >
      <Notice presence={presence} />
      {here}
      <Suspense>
        {me && (
          <div className={classes.unsent}>
            {me.email && <EnquiryWatch personId={me.principal.id} />}
            <SessionSoon isSignedIn={me.email !== undefined} />
          </div>
        )}
        {asking && <AskInHall {...asking} hallPath={pathname} onClose={() => setAsking(null)} />}
      </Suspense>
      {stand && (
        <StandPanel
          key={stand.id}
          stand={stand}
          inHall={presence !== undefined}
          whereabouts={whereabouts}
          onVoice={onVoice}
          onCover={onCover}
        />
      )}
      {area !== null && (
        <AreaPanel
          key={area}
          hallId={view.hall.id}
          area={area}
          whereabouts={whereabouts}
          onVoice={onVoice}
          onCover={onCover}
        />
      )}
    </Showroom>
  )
}

const Inside = ({ hall }: { hall: Hall }) => {
  const { view, error } = useHallView(hall.id)
  useLiveStands()
  if (view) return <HallVisit view={view} />
  return (
    <Center h="100dvh">
      {error ? (
        <ErrorText error={error} />
      ) : (
        <Stack align="center" role="status">
          <Loader color="ink.7" type="dots" />
          <Text>
            <FormattedMessage id="hall.opening" defaultMessage="The hall is being lit…" />
          </Text>
        </Stack>
      )}
    </Center>
  )
}

const Door = ({ hall, me }: { hall: Hall; me: Me }) => {
  useEffect(() => {
    document.title = `${hall.name} · Fairloom`
  }, [hall])
  return (
    <div className={classes.door}>
      <WayIn me={me} title={hall.name} />
    </div>
  )
}

export const Page = () => {
  const { hallSlug } = useParams()
  const fair = useQuery(fairQuery)
  const me = useQuery(meQuery)
  return (
    <main className={classes.hall}>
      <Link className="skip-link" to="/plan">
        <FormattedMessage id="hall.asPages" defaultMessage="Visit the stands as pages instead" />
      </Link>
      <Loaded query={fair}>
        {({ halls }) => {
          const hall = halls.find(({ slug }) => slug === hallSlug)
          if (!hall) return <NotFoundPage />
          if (!me.data) return null
          if (!me.data.principal.name) return <Door hall={hall} me={me.data} />
          return <Inside hall={hall} />
        }}
      </Loaded>
    </main>
  )
}
