import { Button } from '@mantine/core'
import { IconPictureInPicture } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import { useStore } from 'zustand'
import type { Call } from '../live/call.ts'
import { useSessionView } from './session-context.ts'
import { planStage } from './stage-plan.ts'
import classes from './session.module.css'

/** The track whose picture is large on the stage now; of goods, what their presenter sends to those who can't draw them. */
const useLargePicture = (call: Call) => {
  const people = useStore(call.store, (state) => state.people)
  const stage = useSessionView((view) => view.stage)
  const known = useSessionView((view) => view.people)
  const { main, screen, large, tiles } = planStage(stage, people, known)
  const [first] = tiles.flatMap(({ camera }) => camera ?? [])
  const presenter = people.find(({ id }) => id === stage.presenter)
  return (main === 'product' ? presenter?.goods[0] : (screen?.picture ?? large?.camera ?? first))?.track
}

/**
 * The stage's large picture in a small window over whatever else one does; it follows the stage. `isWanted` is from its
 * press to its closing: a page in the background draws nothing, so that goods come as a picture meanwhile.
 */
export const PictureInPicture = ({
  call,
  isWanted,
  onWanted,
}: {
  call: Call
  isWanted: boolean
  onWanted: (isWanted: boolean) => void
}) => {
  const picture = useLargePicture(call)
  const video = useRef<HTMLVideoElement>(null)
  const [isOut, setIsOut] = useState(false)

  useEffect(() => {
    const element = video.current
    const onEnter = () => setIsOut(true)
    const onLeave = () => {
      setIsOut(false)
      onWanted(false)
    }
    // React knows neither of these events.
    element?.addEventListener('enterpictureinpicture', onEnter)
    element?.addEventListener('leavepictureinpicture', onLeave)
    return () => {
      element?.removeEventListener('enterpictureinpicture', onEnter)
      element?.removeEventListener('leavepictureinpicture', onLeave)
    }
  }, [onWanted])

  useEffect(() => {
    const element = video.current
    if (!element || !isWanted || !picture) return undefined
    // By livekit-client's own way: it goes on sending a picture that is in such a window while its page is hidden.
    picture.attach(element)
    return () => void picture.detach(element)
  }, [picture, isWanted])

  if (!document.pictureInPictureEnabled) return null
  const open = () => {
    const element = video.current
    if (!element) return
    // A window opens for a picture that is there; the first one comes within moments of the press that asked for it.
    element.addEventListener(
      'loadedmetadata',
      () => void element.requestPictureInPicture().catch(() => onWanted(false)),
      { once: true },
    )
    onWanted(true)
  }
  return (
    <>
      <video ref={video} autoPlay muted playsInline aria-hidden="true" className={classes.hidden} />
      <Button
        h={48}
        variant="default"
        aria-pressed={isOut}
        leftSection={<IconPictureInPicture size={20} />}
        onClick={() => {
          if (isOut) void document.exitPictureInPicture()
          else if (isWanted) onWanted(false)
          else open()
        }}
      >
        <FormattedMessage id="session.pip" defaultMessage="In a small window" />
      </Button>
    </>
  )
}
