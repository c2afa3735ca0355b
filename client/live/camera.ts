import { type LocalTrack, type LocalVideoTrack, type Room, Track } from 'livekit-client'

/** Makes what changes a picture before anybody sees it. Rejects where it can't. */
export type MakeProcessor = () => Promise<Parameters<LocalVideoTrack['setProcessor']>[0]>

/** One's own camera in a room. What can't be changed as it should be is not shown. */
export const createCamera = (room: Room, takeBack: (track: LocalTrack) => Promise<void>) => {
  const me = room.localParticipant
  let make: MakeProcessor | undefined
  let last: Promise<void> = Promise.resolve()

  const trackNow = () =>
    me.getTrackPublication(Track.Source.Camera)?.videoTrack as LocalVideoTrack | undefined

  /** One change after the other: a picture must not slip through between two. */
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const done = last.then(change)
    last = done.catch(() => undefined)
    return done
  }

  const showChanged = async (makeNow: MakeProcessor, deviceId: string | undefined) => {
    const processor = await makeNow()
    const [track] = await me.createTracks({ video: deviceId ? { deviceId } : true })
    try {
      await (track as LocalVideoTrack).setProcessor(processor)
      await me.publishTrack(track as LocalVideoTrack)
    } catch (error) {
      track?.stop()
      throw error
    }
  }

  return {
    isProcessed: () => make !== undefined,
    set: (on: boolean, deviceId?: string) =>
      inTurn(async () => {
        if (on && make && !trackNow()) return showChanged(make, deviceId)
        await me.setCameraEnabled(on, deviceId ? { deviceId } : undefined)
      }),
    /** How pictures are changed from now on. Where one is shown that can't be, it stays as it was. */
    process: (next: MakeProcessor | undefined) =>
      inTurn(async () => {
        const track = trackNow()
        // A camera that is off begins anew when it is switched on.
        if (track?.isMuted) await takeBack(track)
        else if (next) await track?.setProcessor(await next())
        else await track?.stopProcessor()
        make = next
      }),
  }
}
