import { RoomEvent, Track } from 'livekit-client'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { OnNow } from '#shared/model/live-session.ts'
import { liveRoutes } from '#shared/protocol/live.ts'
import { createCall, type Call } from '../../live/call.ts'
import type { CallPicture } from '../../live/call-state.ts'
import { isPassing } from '../../live/live-queries.ts'
import { placeVoices } from '../../live/place-voices.ts'
import { createSpatialSound, type Placed } from '../../live/spatial-sound.ts'
import { call as ask } from '../../net/api.ts'
import { mainPictureOf } from './main-picture.ts'

const PLACE_EVERY_MS = 100
/** A stage is heard farther than a voice. */
const STAGE_NEAR_M = 5

/** Where the sound of a session comes from, and who hears it. */
export interface SoundPlace {
  listener(): Placed
  source: Placed
}

type Stage = NonNullable<OnNow['stage']>

const Watched = ({
  call,
  stage,
  children,
}: {
  call: Call
  stage: Stage
  children: (picture: CallPicture | undefined, call: Call) => ReactNode
}) => {
  const people = useStore(call.store, (state) => state.people)
  const before = useRef<string>(undefined)
  const { personId, picture } = mainPictureOf(people, stage, before.current) ?? {}
  const sid = picture?.sid
  const interpreters = stage.interpreters.join(' ')
  useEffect(() => {
    before.current = personId
    const muted = new Set(interpreters.split(' '))
    call.receive((offered) => {
      const isSound =
        offered.source === Track.Source.Microphone || offered.source === Track.Source.ScreenShareAudio
      if (isSound) return muted.has(offered.personId) ? 0 : 1
      return offered.sid === sid ? 1 : 0
    })
  }, [call, personId, sid, interpreters])
  return children(picture, call)
}

/**
 * Receives a session from outside for as long as it is there: its sound, and of its pictures the main one alone.
 * `children` draws that; with `isDrawn` in 3D, where the browser can't see how large it is.
 */
export const WatchSession = ({
  sessionId,
  stage,
  sound,
  isDrawn = false,
  onOver,
  children,
}: {
  sessionId: string
  stage: Stage
  /** Sound from where the session is; plain without it. Must be kept while it says the same. */
  sound?: SoundPlace | undefined
  isDrawn?: boolean
  /** It can't be watched any more. */
  onOver: () => void
  children: (picture: CallPicture | undefined, call: Call) => ReactNode
}) => {
  const [call, setCall] = useState<Call>()
  useEffect(() => {
    const spatial = sound && createSpatialSound(STAGE_NEAR_M)
    const made = createCall({
      ticket: (signal) => ask(liveRoutes.watchSession, { params: { sessionId } }, signal),
      isPassing,
      isSelective: true,
      isDrawn,
      ...(spatial && { audioContext: spatial.context }),
    })
    setCall(made)
    const stop = made.store.subscribe(({ phase }) => {
      if (phase.name === 'over' || phase.name === 'refused') onOver()
    })
    if (spatial) made.room.on(RoomEvent.TrackSubscribed, () => placeVoices(made, spatial))
    const timer = setInterval(
      () => sound && spatial?.place(sound.listener(), () => sound.source),
      PLACE_EVERY_MS,
    )
    return () => {
      stop()
      clearInterval(timer)
      void made.leave()
      spatial?.close()
      setCall(undefined)
    }
  }, [sessionId, sound, isDrawn, onOver])
  return (
    call && (
      <Watched call={call} stage={stage}>
        {children}
      </Watched>
    )
  )
}
