import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { SessionPlace } from '#shared/model/programme.ts'
import { productQuery } from '../../net/goods-queries.ts'
import { screenFaces, type HallView, type ShownOnScreen, type Visit } from '../../showroom/index.tsx'
import { useLocalText } from '../../ui-kit/local-text.ts'
import { nearestSession } from './nearest-session.ts'
import { OnNowHere } from './on-now-here.tsx'
import { useOnNow, type HeldNow } from './use-on-now.ts'

const LOOK_EVERY_MS = 400

const placeIn = ({ hall, stands }: HallView, place: SessionPlace): ShownOnScreen['place'] | undefined => {
  if (place.kind === 'stand')
    return stands.some(({ id }) => id === place.standId) ? { standId: place.standId } : undefined
  return place.hallId === hall.id ? { area: place.area } : undefined
}

const useNearest = (held: readonly HeldNow[], view: HallView, visit: Visit): HeldNow | undefined => {
  const [nearId, setNearId] = useState<string>()
  useEffect(() => {
    const look = () => {
      const { xM, zM } = visit.walker
      const { standId } = visit.store.getState()
      setNearId(nearestSession(held, view.hall, { xM, zM, standId })?.session.id)
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [held, view, visit])
  return held.find(({ session }) => session.id === nearId)
}

/** What is on in a hall: on its screens, and a card where one is near. */
export const useHallSessions = (view: HallView, visit: Visit) => {
  const intl = useIntl()
  const local = useLocalText()
  const navigate = useNavigate()
  const held = useOnNow()
  const near = useNearest(held, view, visit)
  const [track, setTrack] = useState<MediaStreamTrack>()
  const goodsId = near?.stage?.layout === 'product' ? near.stage.goods[0] : undefined
  const { data: goods } = useQuery({ ...productQuery(goodsId ?? ''), enabled: goodsId !== undefined })
  const screens = useMemo(
    () => {
      const taken = new Set<string>()
      return held.flatMap(({ session }): ShownOnScreen[] => {
        const place = placeIn(view, session.place)
        const key = JSON.stringify(place)
        // A screen shows one session, also where somebody forgot to end theirs.
        if (!place || taken.has(key)) return []
        taken.add(key)
        const title = local(session.title)
        const stepIn = intl.formatMessage({ id: 'onNow.stepIn', defaultMessage: 'Step in' })
        const line = `${session.hosts.map(({ name }) => name).join(', ')} · ${stepIn}`
        const over = intl.formatMessage({ id: 'onNow', defaultMessage: 'On now' })
        const isNear = session.id === near?.session.id
        const posterUrl = goods?.variants.find(({ name }) => name === 'poster')?.url
        const picture: ShownOnScreen['picture'] =
          isNear && track
            ? { kind: 'video', track }
            : isNear && goods
              ? { kind: 'card', over: title, title: local(goods.name), line, posterUrl }
              : { kind: 'card', over, title, line }
        return [{ place, picture, onPress: () => void navigate(`/sessions/${session.id}`) }]
      })
    },
    // `local` changes with the language only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [held, view, near?.session.id, track, goods, intl, navigate],
  )
  const nearPlace = near && placeIn(view, near.session.place)
  const here = near && (
    <OnNowHere
      key={near.session.id}
      held={near}
      visit={visit}
      face={nearPlace && screenFaces(view, nearPlace)[0]}
      goods={goodsId}
      onPicture={setTrack}
    />
  )
  return { screens, here }
}
