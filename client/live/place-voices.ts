import { Track } from 'livekit-client'
import type { Call } from './call.ts'
import type { SpatialSound } from './spatial-sound.ts'

/** Sends each voice through a panner at its speaker's place, and the sound of a shared screen through one of its own. */
export const placeVoices = ({ room }: Call, { pannerFor }: SpatialSound): void => {
  for (const participant of room.remoteParticipants.values())
    for (const source of [Track.Source.Microphone, Track.Source.ScreenShareAudio]) {
      const sound = participant.getTrackPublication(source)?.audioTrack
      const place =
        source === Track.Source.Microphone ? participant.identity : `${participant.identity} screen`
      if (sound && 'setWebAudioPlugins' in sound) sound.setWebAudioPlugins([pannerFor(place)])
    }
}
