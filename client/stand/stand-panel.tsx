import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router'
import { liveRoomName } from '#shared/model/live-room.ts'
import type { VoiceSign, Whereabouts } from '../live/voice-here.tsx'
import { fairQuery } from '../net/queries.ts'
import type { PictureCover, StandView } from '../showroom/index.tsx'
import { ChatPanel } from './chat-panel.tsx'
import { PlacePanel } from './place-panel.tsx'
import { WhoIsHere } from './who-is-here.tsx'
import classes from './place-panel.module.css'

const VoiceHere = lazy(async () => ({ default: (await import('../live/voice-here.tsx')).VoiceHere }))

/** What talking at a place of the hall needs of the visit. */
export interface PlaceTalk {
  whereabouts: Whereabouts | undefined
  onVoice: (sign: VoiceSign) => void
  onCover: (cover: PictureCover) => void
}

/** The stand at which one stands in the hall: who is here, voices, and the conversation. */
export const StandPanel = ({
  stand,
  inHall,
  whereabouts,
  onVoice,
  onCover,
}: PlaceTalk & { stand: StandView; inHall: boolean }) => {
  const { data: fair } = useQuery(fairQuery)
  const slug = fair?.stands.find(({ id }) => id === stand.id)?.slug
  const name = stand.companyName || stand.number
  return (
    <PlacePanel name={name} heading={slug && <Link to={`/stands/${slug}`}>{name}</Link>} onCover={onCover}>
      <WhoIsHere standId={stand.id} inHall={inHall} />
      <Suspense>
        <VoiceHere
          room={liveRoomName({ kind: 'stand', standId: stand.id })}
          whereabouts={whereabouts}
          onVoice={onVoice}
        />
      </Suspense>
      <div className={classes.filling}>
        <ChatPanel standId={stand.id} />
      </div>
    </PlacePanel>
  )
}

/** A common area in which one stands, such as the lounge: whoever wants to talks by voice. */
export const AreaPanel = ({
  hallId,
  area,
  whereabouts,
  onVoice,
  onCover,
}: PlaceTalk & { hallId: string; area: string }) => (
  <PlacePanel name={area} onCover={onCover}>
    <Suspense>
      <VoiceHere
        room={liveRoomName({ kind: 'area', hallId, area })}
        whereabouts={whereabouts}
        onVoice={onVoice}
        showsWhoTalks
      />
    </Suspense>
  </PlacePanel>
)
