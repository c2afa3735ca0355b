import { MediaSectionsRequirement, SessionDescription, type SignalResponse } from '@livekit/protocol'
import type { MediaPeer } from '../peer/media-peer.ts'

/** Offers that wait for an answer: more is a flood. */
const MOST_WAITING_OFFERS = 8
/** How often a client is asked for sections that it does not bring; what it is to receive changing begins anew. */
const MOST_ASKS = 4

export interface NegotiationParts {
  peer: Pick<MediaPeer, 'negotiate' | 'downlink'>
  send(message: SignalResponse['message']): void
  /** Whether there is somebody to ask. */
  isLinked(): boolean
  isGone(): boolean
  onFlood(): void
  onFailed(error: unknown): void
}

/** The conversation about sections: the client's offers are answered one after the other, and asked for where some lack. */
export const createNegotiation = (parts: NegotiationParts) => {
  const { peer, send, isLinked, isGone } = parts
  let negotiating: Promise<void> = Promise.resolve()
  let waitingOffers = 0
  let askedForOffer = false
  let asksLeft = MOST_ASKS

  /** Asks for an offer where sections are missing, or free ones wait to be filled. */
  const askForOffer = () => {
    const missing = peer.downlink.missing()
    if (!missing || askedForOffer || asksLeft === 0 || waitingOffers > 0 || !isLinked()) return
    askedForOffer = true
    asksLeft -= 1
    send({
      case: 'mediaSectionsRequirement',
      value: new MediaSectionsRequirement({ numAudios: missing.audios, numVideos: missing.videos }),
    })
  }

  const answer = async ({ sdp, id }: SessionDescription) => {
    askedForOffer = false
    const answered = await peer.negotiate(sdp)
    send({
      case: 'answer',
      value: new SessionDescription({
        type: 'answer',
        sdp: answered,
        id,
        midToTrackId: peer.downlink.midToTrackId(),
      }),
    })
  }

  return {
    get isIdle(): boolean {
      return waitingOffers === 0
    },
    take(offer: SessionDescription): void {
      if (waitingOffers >= MOST_WAITING_OFFERS) return parts.onFlood()
      waitingOffers += 1
      negotiating = negotiating
        .then(() => (isGone() ? undefined : answer(offer)))
        .catch(parts.onFailed)
        .finally(() => {
          waitingOffers -= 1
          askForOffer()
        })
    },
    askForOffer,
    /** What the client is to receive has changed. */
    renew(): void {
      asksLeft = MOST_ASKS
      askForOffer()
    },
    /** Whoever was asked is no longer there. */
    forgetAsking(): void {
      askedForOffer = false
    },
  }
}
