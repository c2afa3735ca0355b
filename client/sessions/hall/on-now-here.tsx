import { Switch } from '@mantine/core'
import { IconHeadphones } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import type { CallPicture } from '../../live/call-state.ts'
import type { SignFace, Visit } from '../../showroom/index.tsx'
import { OnNowCard } from './on-now-card.tsx'
import type { HeldNow } from './use-on-now.ts'
import type { SoundPlace } from './watch-session.tsx'
import { SoundOn, WatchedPicture } from './watched-picture.tsx'
import classes from './hall.module.css'

// What plays sound and picture is large, and most of a visit goes without.
const WatchSession = lazy(async () => ({ default: (await import('./watch-session.tsx')).WatchSession }))

/** Puts a track's picture on a screen of the hall while it is there. */
const OnScreen = ({
  picture,
  onPicture,
}: {
  picture: CallPicture | undefined
  onPicture: (track: MediaStreamTrack | undefined) => void
}) => {
  const track = picture && !picture.muted ? picture.track?.mediaStreamTrack : undefined
  useEffect(() => {
    onPicture(track)
    return () => onPicture(undefined)
  }, [track, onPicture])
  return null
}

/** A session that one is near in the hall: watched at once, on a weak machine only when asked to. */
export const OnNowHere = ({
  held,
  visit,
  face,
  goods,
  onPicture,
}: {
  held: HeldNow
  visit: Visit
  /** The screen that shows it, where there is one; else the card does. */
  face: SignFace | undefined
  goods: string | undefined
  onPicture: (track: MediaStreamTrack | undefined) => void
}) => {
  const intl = useIntl()
  const { session, stage } = held
  // As it was when one came: what is being watched is not taken away where the hall turns out to be much to draw.
  const [isWeak] = useState(() => visit.store.getState().tier === 'low')
  const [wish, setWish] = useState<boolean>()
  const [isSpatial, setIsSpatial] = useState(false)
  const isWatching = stage !== null && (wish ?? !isWeak)
  const onOver = useCallback(() => setWish(false), [])
  const sound = useMemo<SoundPlace | undefined>(
    () =>
      isSpatial && face
        ? { listener: () => visit.walker, source: { xM: face.xM, zM: face.zM, headingRad: 0 } }
        : undefined,
    // The screen stands where it stood.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [isSpatial, visit, face?.xM, face?.zM],
  )
  return (
    <div className={classes.here}>
      <OnNowCard held={held} isWatching={isWatching} onWatch={setWish}>
        {isWatching && (
          <Suspense>
            <WatchSession
              sessionId={session.id}
              stage={stage}
              sound={sound}
              isDrawn={face !== undefined}
              onOver={onOver}
            >
              {(picture, call) => (
                <>
                  {face ? (
                    <OnScreen picture={picture} onPicture={onPicture} />
                  ) : (
                    <WatchedPicture picture={picture} goods={goods} />
                  )}
                  <SoundOn call={call} />
                  {face && (
                    <Switch
                      size="sm"
                      label={intl.formatMessage({
                        id: 'onNow.spatial',
                        defaultMessage: 'Sound from where the screen is',
                      })}
                      thumbIcon={<IconHeadphones size={12} />}
                      checked={isSpatial}
                      onChange={(event) => setIsSpatial(event.currentTarget.checked)}
                    />
                  )}
                </>
              )}
            </WatchSession>
          </Suspense>
        )}
      </OnNowCard>
    </div>
  )
}
