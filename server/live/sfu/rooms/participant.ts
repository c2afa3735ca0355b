import {
  type AddTrackRequest,
  DataPacket,
  DataPacket_Kind,
  DisconnectReason,
  type JoinRequest,
  LeaveRequest,
  LeaveRequest_Action,
  MediaSectionsRequirement,
  MuteTrackRequest,
  ParticipantInfo,
  ParticipantInfo_State,
  type ParticipantPermission,
  Pong,
  RequestResponse,
  RequestResponse_Reason,
  SessionDescription,
  type SignalRequest,
  SignalResponse,
  StreamState,
  StreamStateInfo,
  StreamStateUpdate,
  SubscribedCodec,
  SubscribedQuality,
  SubscribedQualityUpdate,
  SubscriptionError,
  SubscriptionResponse,
  TrackPublishedResponse,
  TrackSource,
  type UpdateTrackSettings,
  VideoQuality,
} from '@livekit/protocol'
import type { Forwarded } from '../forward/forwarded.ts'
import type { PublishedTrack, Quality } from '../forward/published-track.ts'
import { createMediaPeer } from '../peer/media-peer.ts'
import type { TransportAddress } from '../transport/transport.ts'
import { mayPublish } from './grants.ts'
import { createPublications, type Publication } from './publications.ts'
import { newSid } from './sids.ts'

/** The signalling connection of a client, as long as there is one. */
export interface Link {
  send(response: SignalResponse): void
  close(): void
}

export interface Identity {
  identity: string
  name: string
  metadata: string
  attributes: Record<string, string>
  permission: ParticipantPermission
}

/** What a participant needs of its room. */
export interface RoomSide {
  onPublished(participant: Participant, publication: Publication): void
  onUnpublished(participant: Participant, publication: Publication): void
  onChanged(participant: Participant): void
  onLevel(participant: Participant, level: number): void
  onData(participant: Participant, kind: DataPacket_Kind, packet: DataPacket): void
  onGone(participant: Participant, reason: DisconnectReason): void
  /** Whose track has this id. */
  ownerOf(trackSid: string): { participant: Participant; publication: Publication } | undefined
  /** Everything that this participant may receive. */
  publicationsFor(participant: Participant): { participant: Participant; publication: Publication }[]
}

export interface ParticipantOptions {
  who: Identity
  request: JoinRequest
  address: TransportAddress
  forwarded: Forwarded
  room: RoomSide
  warn(reason: string): void
}

/** Offers that wait for an answer: more is a flood. */
const MOST_WAITING_OFFERS = 8
/** How often a client is asked for sections that it does not bring; what it is to receive changing begins anew. */
const MOST_ASKS = 4
const MOST_DATA_BYTES = 200_000
const SCREEN_PRIORITY = 100
const CAMERA_PRIORITY = 1
const QUALITIES = [VideoQuality.LOW, VideoQuality.MEDIUM, VideoQuality.HIGH] as const
const RELIABLE = '_reliable'
const LOSSY = '_lossy'

const isScreen = ({ info }: Publication): boolean =>
  info.source === TrackSource.SCREEN_SHARE || info.source === TrackSource.SCREEN_SHARE_AUDIO

/** The quality that covers a size in pixels, by the layers that the publisher named. */
const qualityFor = ({ info }: Publication, settings: UpdateTrackSettings): Quality | -1 => {
  if (settings.disabled || settings.quality === VideoQuality.OFF) return -1
  if (settings.width === 0 || settings.height === 0) return (settings.quality as Quality | undefined) ?? 2
  const pixels = settings.width * settings.height
  const layers = [...info.layers].sort((a, b) => a.quality - b.quality)
  // Slightly too small a layer is not seen to be.
  const fitting = layers.find(({ width, height }) => width * height >= pixels * 0.8)
  return Math.min(2, fitting?.quality ?? 2) as Quality
}

/** One client in a room: what it announced, publishes and receives, and the conversation with it. */
export const createParticipant = ({ who, request, address, forwarded, room, warn }: ParticipantOptions) => {
  const sid = newSid('PA')
  const joinedAtMs = Date.now()
  const publications = createPublications()
  const autoSubscribe = request.connectionSettings?.autoSubscribe !== false
  let link: Link | undefined
  let permission = who.permission
  let { name, metadata } = who
  const attributes = { ...who.attributes }
  let state = ParticipantInfo_State.JOINING
  let version = 0
  let negotiating: Promise<void> = Promise.resolve()
  let waitingOffers = 0
  let askedForOffer = false
  let asksLeft = MOST_ASKS
  let isGone = false
  const told = new Map<string, string>()

  const send = (message: SignalResponse['message']) => link?.send(new SignalResponse({ message }))

  const peer = createMediaPeer({
    name: sid,
    address,
    forwarded,
    publicationFor: (section) => {
      const before = publications.all().find(({ info }) => info.mid === section.mid)?.codec
      const publication = publications.negotiate(section)
      if (!publication?.codec || !mayPublish(permission, publication.info.source)) return undefined
      if (!before) room.onPublished(self, publication)
      return { track: publication.track, codec: publication.codec }
    },
    onUnpublished: (track) => unpublish(track),
    onLevel: (_, level) => room.onLevel(self, level),
    onUnsupported: (track) =>
      send({
        case: 'subscriptionResponse',
        value: new SubscriptionResponse({ trackSid: track.sid, err: SubscriptionError.SE_CODEC_UNSUPPORTED }),
      }),
    onPaused: (track, paused) => {
      const owner = room.ownerOf(track.sid)
      if (!owner) return
      const streamStates = [
        new StreamStateInfo({
          participantSid: owner.participant.sid,
          trackSid: track.sid,
          state: paused ? StreamState.PAUSED : StreamState.ACTIVE,
        }),
      ]
      send({ case: 'streamStateUpdate', value: new StreamStateUpdate({ streamStates }) })
    },
    onData: (label, message) => takeData(label, message),
    onOpen: () => {
      state = ParticipantInfo_State.ACTIVE
      room.onChanged(self)
    },
    onClosed: () => {
      // Resuming would not help: the client must begin anew, and is told so while it can be.
      send({
        case: 'leave',
        value: leaveWith(DisconnectReason.UNKNOWN_REASON, LeaveRequest_Action.RECONNECT),
      })
      leave(DisconnectReason.CONNECTION_TIMEOUT)
    },
  })

  const unpublish = (track: PublishedTrack) => {
    const publication = publications.byTrack(track)
    if (!publication) return
    publications.remove(publication.info.sid)
    told.delete(publication.info.sid)
    room.onUnpublished(self, publication)
  }

  const leave = (reason: DisconnectReason) => {
    if (isGone) return
    isGone = true
    peer.close()
    state = ParticipantInfo_State.DISCONNECTED
    room.onGone(self, reason)
  }

  /** Asks for an offer where sections are missing, or free ones wait to be filled. */
  const askForOffer = () => {
    const missing = peer.downlink.missing()
    if (!missing || askedForOffer || asksLeft === 0 || waitingOffers > 0 || !link) return
    askedForOffer = true
    asksLeft -= 1
    send({
      case: 'mediaSectionsRequirement',
      value: new MediaSectionsRequirement({ numAudios: missing.audios, numVideos: missing.videos }),
    })
  }

  /** What the client is to receive has changed. */
  const renegotiate = () => {
    asksLeft = MOST_ASKS
    askForOffer()
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

  const takeOffer = (offer: SessionDescription) => {
    if (waitingOffers >= MOST_WAITING_OFFERS) {
      warn('a flood of offers')
      return link?.close()
    }
    waitingOffers += 1
    negotiating = negotiating
      .then(() => (isGone ? undefined : answer(offer)))
      .catch((error: unknown) => {
        warn(error instanceof Error ? error.message : 'negotiation failed')
        send({
          case: 'leave',
          value: leaveWith(DisconnectReason.UNKNOWN_REASON, LeaveRequest_Action.RECONNECT),
        })
        leave(DisconnectReason.SIGNAL_CLOSE)
        link?.close()
      })
      .finally(() => {
        waitingOffers -= 1
        askForOffer()
      })
  }

  const announce = (wanted: AddTrackRequest) => {
    const publication = publications.announce(wanted, permission)
    if (typeof publication === 'string')
      return send({
        case: 'requestResponse',
        value: new RequestResponse({
          reason: RequestResponse_Reason.NOT_ALLOWED,
          message: publication,
          request: { case: 'addTrack', value: wanted },
        }),
      })
    send({
      case: 'trackPublished',
      value: new TrackPublishedResponse({ cid: wanted.cid, track: publication.info }),
    })
  }

  const mute = (trackSid: string, muted: boolean) => {
    const publication = publications.get(trackSid)
    if (!publication || publication.info.muted === muted) return
    publication.info.muted = muted
    publication.track.silence(muted)
    room.onChanged(self)
  }

  const subscribe = (trackSid: string) => {
    const owner = room.ownerOf(trackSid)
    if (!owner || owner.participant === self || !permission.canSubscribe) return
    const { publication, participant } = owner
    if (!publication.codec || peer.downlink.has(publication.track)) return
    peer.downlink.wish({
      track: publication.track,
      codec: publication.codec,
      streamId: `${participant.sid}|${trackSid}`,
      priority: isScreen(publication) ? SCREEN_PRIORITY : CAMERA_PRIORITY,
    })
    renegotiate()
  }

  const unsubscribe = (track: PublishedTrack) => {
    peer.downlink.drop(track)
    renegotiate()
  }

  const adjust = (settings: UpdateTrackSettings) => {
    for (const trackSid of settings.trackSids) {
      const owner = room.ownerOf(trackSid)
      const subscription = owner && peer.downlink.subscriptionTo(owner.publication.track)
      if (!subscription) continue
      subscription.want(qualityFor(owner.publication, settings))
      subscription.prefer(settings.priority)
    }
    peer.share(performance.now())
  }

  const takeData = (label: string, message: Buffer) => {
    if (!permission.canPublishData || message.length > MOST_DATA_BYTES) return
    if (label !== RELIABLE && label !== LOSSY) return
    let packet: DataPacket
    try {
      packet = DataPacket.fromBinary(message)
    } catch {
      return warn('data that are no packet')
    }
    packet.participantIdentity = who.identity
    packet.participantSid = sid
    if (packet.value.case === 'user') {
      packet.value.value.participantIdentity = who.identity
      packet.value.value.participantSid = sid
    }
    room.onData(self, label === RELIABLE ? DataPacket_Kind.RELIABLE : DataPacket_Kind.LOSSY, packet)
  }

  const self = {
    sid,
    identity: who.identity,
    publications,
    get isHidden(): boolean {
      return permission.hidden
    },
    get isGone(): boolean {
      return isGone
    },
    get isLinked(): boolean {
      return link !== undefined
    },
    /** Its media still come: only then can a lost signalling connection be resumed. */
    get isResumable(): boolean {
      return !isGone && peer.isResumable
    },
    info: (): ParticipantInfo =>
      new ParticipantInfo({
        sid,
        identity: who.identity,
        name,
        metadata,
        attributes,
        state,
        tracks: publications.live().map(({ info }) => info),
        joinedAt: BigInt(Math.floor(joinedAtMs / 1000)),
        joinedAtMs: BigInt(joinedAtMs),
        version: (version += 1),
        permission,
        isPublisher: publications.live().length > 0,
      }),
    send,
    /** The client speaks through this connection from now on. */
    attach(to: Link): void {
      link = to
      if (request.publisherOffer && waitingOffers === 0 && state === ParticipantInfo_State.JOINING)
        takeOffer(request.publisherOffer)
      askForOffer()
    },
    /** The connection is gone; true where it was the current one. */
    detach(from: Link): boolean {
      if (link !== from) return false
      link = undefined
      askedForOffer = false
      return true
    },
    take({ message }: SignalRequest): void {
      switch (message.case) {
        case 'offer':
          return takeOffer(message.value)
        case 'addTrack':
          return announce(message.value)
        case 'mute':
          return mute(message.value.sid, message.value.muted)
        case 'subscription':
          for (const trackSid of message.value.trackSids)
            if (message.value.subscribe) subscribe(trackSid)
            else {
              const owner = room.ownerOf(trackSid)
              if (owner) unsubscribe(owner.publication.track)
            }
          return
        case 'trackSetting':
          return adjust(message.value)
        case 'updateMetadata':
          if (!permission.canUpdateMetadata)
            return send({
              case: 'requestResponse',
              value: new RequestResponse({
                requestId: message.value.requestId,
                reason: RequestResponse_Reason.NOT_ALLOWED,
                message: 'no permission to change this',
                request: { case: 'updateMetadata', value: message.value },
              }),
            })
          return self.update(message.value)
        case 'leave':
          return leave(DisconnectReason.CLIENT_INITIATED)
        case 'ping':
          return send({ case: 'pong', value: message.value })
        case 'pingReq':
          return send({
            case: 'pongResp',
            value: new Pong({
              lastPingTimestamp: message.value.timestamp,
              timestamp: BigInt(Date.now()),
            }),
          })
        default:
          // Candidates are not needed: the client finds us. The rest changes nothing here.
          return
      }
    },
    update(to: { name?: string; metadata?: string; attributes?: Record<string, string> }): void {
      if (to.name) name = to.name
      if (to.metadata) metadata = to.metadata
      for (const [key, value] of Object.entries(to.attributes ?? {}))
        if (value === '') Reflect.deleteProperty(attributes, key)
        else attributes[key] = value
      room.onChanged(self)
    },
    /** New permissions, from now on: what they don't allow any more ends at once. */
    permit(to: ParticipantPermission): void {
      permission = to
      for (const { info, track } of publications.all()) {
        if (mayPublish(permission, info.source)) continue
        const mid = peer.uplink.midOf(track)
        if (mid !== undefined) peer.uplink.unpublish(mid)
        unpublish(track)
        send({ case: 'trackUnpublished', value: { trackSid: info.sid } as never })
      }
      if (!permission.canSubscribe) for (const { track } of peer.downlink.subscriptions()) unsubscribe(track)
      else if (autoSubscribe) self.subscribeAll()
      room.onChanged(self)
    },
    /** Muted by those who may: it can be asked to speak again, but not made to. */
    muteByOthers(trackSid: string): boolean {
      const publication = publications.get(trackSid)
      if (!publication) return false
      mute(trackSid, true)
      send({ case: 'mute', value: new MuteTrackRequest({ sid: trackSid, muted: true }) })
      return true
    },
    subscribe,
    unsubscribe,
    /** A track came: it is received by itself unless the client chooses each. */
    offer(publication: Publication): void {
      if (autoSubscribe) subscribe(publication.info.sid)
    },
    subscribeAll(): void {
      for (const { publication } of room.publicationsFor(self)) subscribe(publication.info.sid)
    },
    get autoSubscribes(): boolean {
      return autoSubscribe
    },
    needsOf: (track: PublishedTrack): Quality | -1 => peer.downlink.subscriptionTo(track)?.needs() ?? -1,
    sendData: (kind: DataPacket_Kind, bytes: Uint8Array): void => {
      const isReliable = kind === DataPacket_Kind.RELIABLE
      peer.sendData(isReliable ? RELIABLE : LOSSY, bytes, isReliable)
    },
    /** Tells the client which of its layers somebody looks at. */
    tellNeeds(track: PublishedTrack, best: Quality | -1): void {
      const key = String(best)
      if (told.get(track.sid) === key) return
      told.set(track.sid, key)
      const qualities = QUALITIES.map(
        (quality) => new SubscribedQuality({ quality, enabled: quality <= best }),
      )
      send({
        case: 'subscribedQualityUpdate',
        value: new SubscribedQualityUpdate({
          trackSid: track.sid,
          subscribedQualities: qualities,
          subscribedCodecs: [new SubscribedCodec({ codec: track.codec, qualities })],
        }),
      })
    },
    /** Sends the client away; nothing is forwarded any more when this returns. */
    dismiss(reason: DisconnectReason): void {
      send({ case: 'leave', value: leaveWith(reason, LeaveRequest_Action.DISCONNECT) })
      leave(reason)
      link?.close()
    },
    leave,
    tick: peer.tick,
    share: peer.share,
    report: peer.report,
    get bitsPerSecond(): number {
      return peer.downlink.bitsPerSecond
    },
    get pausedPictures(): number {
      return peer.downlink.pausedPictures
    },
    get roundTripMs(): number {
      return peer.downlink.roundTripMs
    },
  }
  return self
}

const leaveWith = (reason: DisconnectReason, action: LeaveRequest_Action): LeaveRequest =>
  new LeaveRequest({ reason, action, canReconnect: action !== LeaveRequest_Action.DISCONNECT })

export type Participant = ReturnType<typeof createParticipant>
