import {
  ClientInfo_SDK,
  DataPacket,
  DataPacket_Kind,
  DisconnectReason,
  type JoinRequest,
  LeaveRequest,
  LeaveRequest_Action,
  ParticipantInfo,
  ParticipantInfo_State,
  type ParticipantPermission,
  Pong,
  RequestResponse,
  RequestResponse_Reason,
  type SignalRequest,
  SignalResponse,
  StreamState,
  StreamStateInfo,
  StreamStateUpdate,
  SubscriptionError,
  SubscriptionResponse,
} from '@livekit/protocol'
import type { Forwarded } from '../forward/forwarded.ts'
import { createMediaPeer } from '../peer/media-peer.ts'
import type { TransportAddress } from '../transport/transport.ts'
import { createNegotiation } from './negotiation.ts'
import type { Publication } from './publications.ts'
import { createPublishing } from './publishing.ts'
import { createReception } from './reception.ts'
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

const MOST_DATA_BYTES = 200_000
const RELIABLE = '_reliable'
const LOSSY = '_lossy'

/** One client in a room: what it announced, publishes and receives, and the conversation with it. */
export const createParticipant = ({ who, request, address, forwarded, room, warn }: ParticipantOptions) => {
  const sid = newSid('PA')
  const joinedAtMs = Date.now()
  const autoSubscribe = request.connectionSettings?.autoSubscribe !== false
  let link: Link | undefined
  let permission = who.permission
  let { name, metadata } = who
  const attributes = { ...who.attributes }
  let state = ParticipantInfo_State.JOINING
  let version = 0
  let isGone = false

  const send = (message: SignalResponse['message']) => link?.send(new SignalResponse({ message }))

  const publishing = createPublishing({
    permission: () => permission,
    send,
    stopTaking(track) {
      const mid = peer.uplink.midOf(track)
      if (mid !== undefined) peer.uplink.unpublish(mid)
    },
    onPublished: (publication) => room.onPublished(self, publication),
    onUnpublished: (publication) => room.onUnpublished(self, publication),
    onMuted: () => room.onChanged(self),
  })

  const peer = createMediaPeer({
    name: sid,
    address,
    forwarded,
    publicationFor: publishing.publicationFor,
    onUnpublished: publishing.unpublish,
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
    // Resuming would not help.
    onClosed: () => beginAnew(DisconnectReason.CONNECTION_TIMEOUT),
  })

  const leave = (reason: DisconnectReason) => {
    if (isGone) return
    isGone = true
    peer.close()
    state = ParticipantInfo_State.DISCONNECTED
    room.onGone(self, reason)
  }

  /** The client is told while it can be. */
  const beginAnew = (reason: DisconnectReason) => {
    send({ case: 'leave', value: leaveWith(DisconnectReason.UNKNOWN_REASON, LeaveRequest_Action.RECONNECT) })
    leave(reason)
  }

  const negotiation = createNegotiation({
    peer,
    send,
    isLinked: () => link !== undefined,
    isGone: () => isGone,
    onFlood() {
      warn('a flood of offers')
      link?.close()
    },
    onFailed(error) {
      warn(error instanceof Error ? error.message : 'negotiation failed')
      beginAnew(DisconnectReason.SIGNAL_CLOSE)
      link?.close()
    },
  })

  const reception = createReception({
    sid,
    peer,
    isAutomatic: autoSubscribe,
    syncsStreams: request.clientInfo?.sdk === ClientInfo_SDK.JS,
    mayReceive: () => permission.canSubscribe,
    ownerOf: room.ownerOf,
    all: () => room.publicationsFor(self),
    onChanged: negotiation.renew,
  })

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
    publications: publishing.publications,
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
        tracks: publishing.publications.live().map(({ info }) => info),
        joinedAt: BigInt(Math.floor(joinedAtMs / 1000)),
        joinedAtMs: BigInt(joinedAtMs),
        version: (version += 1),
        permission,
        isPublisher: publishing.publications.live().length > 0,
      }),
    send,
    /** The client speaks through this connection from now on. */
    attach(to: Link): void {
      link = to
      if (request.publisherOffer && negotiation.isIdle && state === ParticipantInfo_State.JOINING)
        negotiation.take(request.publisherOffer)
      negotiation.askForOffer()
    },
    /** The connection is gone; true where it was the current one. */
    detach(from: Link): boolean {
      if (link !== from) return false
      link = undefined
      negotiation.forgetAsking()
      return true
    },
    take({ message }: SignalRequest): void {
      switch (message.case) {
        case 'offer':
          return negotiation.take(message.value)
        case 'addTrack':
          return publishing.announce(message.value)
        case 'mute':
          return publishing.mute(message.value.sid, message.value.muted)
        case 'subscription':
          return reception.choose(message.value)
        case 'trackSetting':
          return reception.adjust(message.value)
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
      publishing.permit()
      reception.permit()
      room.onChanged(self)
    },
    muteByOthers: publishing.muteByOthers,
    tellNeeds: publishing.tellNeeds,
    unsubscribe: reception.unsubscribe,
    offer: reception.offer,
    subscribeAll: reception.subscribeAll,
    needsOf: reception.needsOf,
    get autoSubscribes(): boolean {
      return autoSubscribe
    },
    sendData: (kind: DataPacket_Kind, bytes: Uint8Array): void => {
      const isReliable = kind === DataPacket_Kind.RELIABLE
      peer.sendData(isReliable ? RELIABLE : LOSSY, bytes, isReliable)
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
