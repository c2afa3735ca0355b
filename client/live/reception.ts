import { type Room, RoomEvent, Track } from 'livekit-client'

/** What others send, before it is received. */
export interface Offered {
  personId: string
  source: Track.Source
  sid: string
  /** Names what else than its source tells a track apart. */
  name: string
}

/** How loud something is received, 0 to 1; what is at 0 is not received at all. */
export type Reception = (offered: Offered) => number

const OFFERS = [
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.ParticipantConnected,
  RoomEvent.TrackPublished,
] as const

/** Receives in a room that was joined without receiving by itself: nothing until a rule is set. */
export const createReceiver = (room: Room) => {
  let reception: Reception = () => 0

  const receive = () => {
    for (const participant of room.remoteParticipants.values())
      for (const publication of participant.trackPublications.values()) {
        const { source, trackSid: sid, trackName: name } = publication
        const level = reception({ personId: participant.identity, source, sid, name })
        if (publication.isDesired !== level > 0) publication.setSubscribed(level > 0)
        if (source === Track.Source.Microphone || source === Track.Source.ScreenShareAudio)
          participant.setVolume(level, source)
      }
  }

  for (const event of OFFERS) room.on(event, receive)

  return {
    set(next: Reception): void {
      reception = next
      receive()
    },
  }
}
