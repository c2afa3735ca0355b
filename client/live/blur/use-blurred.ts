import { LocalVideoTrack } from 'livekit-client'
import { useEffect, useState } from 'react'
import type { DeviceProblem } from '../devices.ts'
import { makeBlur } from './blur.ts'

export interface BlurredStream {
  stream: MediaStream | undefined
  isPending: boolean
  problem: DeviceProblem | undefined
}

const PENDING: BlurredStream = { stream: undefined, isPending: true, problem: undefined }

/** A camera's stream with what is behind one blurred, where that is wanted. */
export const useBlurred = (stream: MediaStream | undefined, isWanted: boolean): BlurredStream => {
  const [blurred, setBlurred] = useState(PENDING)
  useEffect(() => {
    const [picture] = stream?.getVideoTracks() ?? []
    if (!picture || !isWanted) return undefined
    setBlurred(PENDING)
    const track = new LocalVideoTrack(picture, undefined, true)
    let isOver = false
    const show = async () => {
      await track.setProcessor(await makeBlur())
      if (isOver) await track.stopProcessor()
      else setBlurred({ ...PENDING, isPending: false, stream: new MediaStream([track.mediaStreamTrack]) })
    }
    show().catch(() => setBlurred({ ...PENDING, isPending: false, problem: 'unblurred' }))
    return () => {
      isOver = true
      void track.stopProcessor()
    }
  }, [stream, isWanted])
  return stream && isWanted ? blurred : { stream, isPending: false, problem: undefined }
}
