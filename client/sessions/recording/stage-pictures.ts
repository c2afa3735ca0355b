import { RemoteVideoTrack, type Track } from 'livekit-client'

/** Of a picture that is recorded: it is wanted as large as it comes, also while its page is in the background. */
const recorded = (element: HTMLVideoElement): Parameters<RemoteVideoTrack['observeElementInfo']>[0] => ({
  element,
  width: () => 1280,
  height: () => 720,
  visible: true,
  pictureInPicture: true,
  visibilityChangedAt: undefined,
  observe: () => undefined,
  stopObserving: () => undefined,
})

/** Pictures of a call apart from the page, to be drawn from. */
export const createStagePictures = () => {
  const pictures = new Map<Track, { video: HTMLVideoElement; drop(): void }>()

  const open = (track: Track) => {
    const video = document.createElement('video')
    video.muted = true
    video.playsInline = true
    video.srcObject = new MediaStream([track.mediaStreamTrack])
    void video.play().catch(() => undefined)
    const info = recorded(video)
    if (track instanceof RemoteVideoTrack) track.observeElementInfo(info)
    const drop = () => {
      if (track instanceof RemoteVideoTrack) track.stopObservingElementInfo(info)
      video.srcObject = null
    }
    return { video, drop }
  }

  return {
    /** The picture of a track as it is now. */
    of(track: Track): HTMLVideoElement {
      const known = pictures.get(track) ?? open(track)
      pictures.set(track, known)
      // A camera that was chosen anew is another track of the browser's.
      const [shown] = known.video.srcObject instanceof MediaStream ? known.video.srcObject.getTracks() : []
      if (shown !== track.mediaStreamTrack) known.video.srcObject = new MediaStream([track.mediaStreamTrack])
      return known.video
    },
    keep(tracks: ReadonlySet<Track>): void {
      for (const [track, { drop }] of pictures)
        if (!tracks.has(track)) {
          drop()
          pictures.delete(track)
        }
    },
  }
}

export type StagePictures = ReturnType<typeof createStagePictures>
