import { lazy, Suspense, useCallback, useState } from 'react'
import type { SessionPlace } from '#shared/model/programme.ts'
import { OnNowCard } from './on-now-card.tsx'
import { useOnNow, type HeldNow } from './use-on-now.ts'
import { SoundOn, WatchedPicture } from './watched-picture.tsx'

// What plays sound and picture is large, and most visits of a page go without.
const WatchSession = lazy(async () => ({ default: (await import('./watch-session.tsx')).WatchSession }))

const One = ({ held }: { held: HeldNow }) => {
  const [isWatching, setIsWatching] = useState(false)
  const { session, stage } = held
  const onOver = useCallback(() => setIsWatching(false), [])
  return (
    <OnNowCard held={held} isWatching={isWatching} onWatch={setIsWatching}>
      {isWatching && stage && (
        <Suspense>
          <WatchSession sessionId={session.id} stage={stage} onOver={onOver}>
            {(picture, call) => (
              <>
                <WatchedPicture
                  picture={picture}
                  goods={stage.layout === 'product' ? stage.goods[0] : undefined}
                />
                <SoundOn call={call} />
              </>
            )}
          </WatchSession>
        </Suspense>
      )}
    </OnNowCard>
  )
}

/** What is on now at the places that are meant, on a page; nothing where nothing is. */
export const OnNowList = ({ isHere }: { isHere: (place: SessionPlace) => boolean }) =>
  useOnNow()
    .filter(({ session }) => isHere(session.place))
    .map((held) => <One key={held.session.id} held={held} />)
