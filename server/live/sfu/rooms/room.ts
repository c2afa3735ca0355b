import type { DataPacket_Kind } from '@livekit/protocol'
import {
  type DataPacket,
  DisconnectReason,
  JoinResponse,
  type JoinRequest,
  LeaveRequest,
  LeaveRequest_Action,
  ParticipantUpdate,
  type ParticipantInfo,
  ReconnectResponse,
  Room as RoomInfo,
  ServerInfo,
  SignalResponse,
  SpeakersChanged,
} from '@livekit/protocol'
import type { Forwarded } from '../forward/forwarded.ts'
import type { TransportAddress } from '../transport/transport.ts'
import {
  createParticipant,
  type Identity,
  type Link,
  type Participant,
  type RoomSide,
} from './participant.ts'
import type { Publication } from './publications.ts'
import { newSid } from './sids.ts'
import { createSpeakers } from './speakers.ts'

/** A client whose signalling was lost keeps its place so long. */
const RESUME_WITHIN_MS = 20_000
/** Those who left are told to whoever resumes within this. */
const DEPARTED_KEPT_MS = 60_000
export const PING_INTERVAL_S = 3
export const PING_TIMEOUT_S = 10
const PROTOCOL = 16

export type RoomEvent =
  | { kind: 'room_started' | 'room_finished' }
  | { kind: 'participant_joined' | 'participant_left'; participant: ParticipantInfo }
  | { kind: 'track_published' | 'track_unpublished'; participant: ParticipantInfo; publication: Publication }

export interface RoomOptions {
  name: string
  metadata: string
  maxParticipants: number
  address: TransportAddress
  forwarded: Forwarded
  /** The process that serves it: it changes when everything is lost. */
  nodeId: string
  onEvent(event: RoomEvent): void
  warn(participant: string, reason: string): void
}

/** One room: who is there, and who hears and sees whom. */
export const createRoom = (options: RoomOptions) => {
  const { name, address, forwarded, nodeId, onEvent } = options
  const sid = newSid('RM')
  const createdAtMs = Date.now()
  const participants = new Map<string, Participant>()
  const resumeTimers = new Map<Participant, NodeJS.Timeout>()
  const departed: { atMs: number; info: ParticipantInfo }[] = []
  const speakers = createSpeakers()
  let { metadata, maxParticipants } = options
  let emptySinceMs = createdAtMs

  const serverInfo = new ServerInfo({ version: '1.9.0', protocol: PROTOCOL, nodeId })
  const present = () => [...participants.values()]
  const others = (of: Participant) => present().filter((one) => one !== of)

  const info = (): RoomInfo =>
    new RoomInfo({
      sid,
      name,
      metadata,
      maxParticipants,
      numParticipants: participants.size,
      numPublishers: present().filter(({ publications }) => publications.live().length > 0).length,
      creationTime: BigInt(Math.floor(createdAtMs / 1000)),
      creationTimeMs: BigInt(createdAtMs),
      emptyTimeout: 300,
      departureTimeout: 20,
      activeRecording: false,
    })

  const tell = (about: Participant, to: readonly Participant[]) => {
    const one = about.info()
    // A hidden one is told to itself alone.
    const update = new ParticipantUpdate({ participants: [one] })
    for (const participant of about.isHidden ? [about] : to)
      participant.send({ case: 'update', value: update })
  }

  const side: RoomSide = {
    onPublished(participant, publication) {
      onEvent({ kind: 'track_published', participant: participant.info(), publication })
      tell(participant, present())
      for (const other of others(participant)) other.offer(publication)
    },
    onUnpublished(participant, publication) {
      for (const other of others(participant)) other.unsubscribe(publication.track)
      if (publication.codec)
        onEvent({ kind: 'track_unpublished', participant: participant.info(), publication })
      if (!participant.isGone) tell(participant, present())
    },
    onChanged: (participant) => tell(participant, present()),
    onLevel: (participant, level) => speakers.hear(participant.sid, level),
    onData(from, kind, packet) {
      sendData(kind, packet, from)
    },
    onGone(participant, reason) {
      clearTimeout(resumeTimers.get(participant))
      resumeTimers.delete(participant)
      speakers.forget(participant.sid)
      for (const publication of participant.publications.all()) side.onUnpublished(participant, publication)
      if (participants.get(participant.identity) !== participant) return
      participants.delete(participant.identity)
      if (participants.size === 0) emptySinceMs = Date.now()
      const last = participant.info()
      last.disconnectReason = reason
      departed.push({ atMs: Date.now(), info: last })
      onEvent({ kind: 'participant_left', participant: last })
      tell(participant, present())
    },
    ownerOf(trackSid) {
      for (const participant of participants.values()) {
        const publication = participant.publications.get(trackSid)
        if (publication) return { participant, publication }
      }
      return undefined
    },
    publicationsFor: (viewer) =>
      others(viewer).flatMap((participant) =>
        participant.publications.live().map((publication) => ({ participant, publication })),
      ),
  }

  const sendData = (kind: DataPacket_Kind, packet: DataPacket, from?: Participant) => {
    // Where older clients name them.
    const { destinationIdentities: before } = packet.value.case === 'user' ? packet.value.value : packet
    const destinationIdentities =
      packet.destinationIdentities.length > 0 ? packet.destinationIdentities : before
    const to = destinationIdentities.length > 0 ? new Set(destinationIdentities) : undefined
    const bytes = packet.toBinary()
    for (const participant of participants.values())
      if (participant !== from && (!to || to.has(participant.identity))) participant.sendData(kind, bytes)
  }

  const visibleTo = (viewer: Participant) =>
    others(viewer)
      .filter(({ isHidden }) => !isHidden)
      .map((participant) => participant.info())

  return {
    sid,
    name,
    info,
    get isEmpty(): boolean {
      return participants.size === 0
    },
    get emptySinceMs(): number {
      return emptySinceMs
    },
    get isFull(): boolean {
      return maxParticipants > 0 && participants.size >= maxParticipants
    },
    participants: present,
    find: (identity: string) => participants.get(identity),
    configure(to: { metadata?: string; maxParticipants?: number }): void {
      if (to.metadata !== undefined) metadata = to.metadata
      if (to.maxParticipants !== undefined) maxParticipants = to.maxParticipants
      for (const participant of present())
        participant.send({ case: 'roomUpdate', value: { room: info() } as never })
    },
    join(who: Identity, request: JoinRequest, link: Link): Participant {
      const before = participants.get(who.identity)
      if (before) {
        participants.delete(who.identity)
        before.dismiss(DisconnectReason.DUPLICATE_IDENTITY)
        onEvent({ kind: 'participant_left', participant: before.info() })
      }
      const participant = createParticipant({
        who,
        request,
        address,
        forwarded,
        room: side,
        warn: (reason) => options.warn(who.identity, reason),
      })
      participants.set(who.identity, participant)
      if (participant.autoSubscribes) participant.subscribeAll()
      link.send(
        // The first message is the join; what the participant sends comes behind it.
        responseOf(
          new JoinResponse({
            room: info(),
            participant: participant.info(),
            otherParticipants: visibleTo(participant),
            serverInfo,
            serverVersion: serverInfo.version,
            subscriberPrimary: false,
            fastPublish: true,
            pingInterval: PING_INTERVAL_S,
            pingTimeout: PING_TIMEOUT_S,
          }),
        ),
      )
      participant.attach(link)
      onEvent({ kind: 'participant_joined', participant: participant.info() })
      tell(participant, others(participant))
      return participant
    },
    /** Goes on with a participant whose signalling was lost; undefined where it must begin anew. */
    resume(identity: string, participantSid: string, link: Link): Participant | undefined {
      const participant = participants.get(identity)
      if (participant?.sid !== participantSid || !participant.isResumable) return undefined
      clearTimeout(resumeTimers.get(participant))
      resumeTimers.delete(participant)
      link.send(reconnectOf(new ReconnectResponse({ serverInfo })))
      participant.attach(link)
      const now = Date.now()
      const gone = departed.filter(
        ({ atMs, info: one }) => now - atMs < DEPARTED_KEPT_MS && !participants.has(one.identity),
      )
      participant.send({
        case: 'update',
        value: new ParticipantUpdate({
          participants: [participant.info(), ...visibleTo(participant), ...gone.map(({ info: one }) => one)],
        }),
      })
      return participant
    },
    /** Says that there is nothing to go on with. */
    tellToBeginAnew(link: Link): void {
      link.send(leaveOf(new LeaveRequest({ action: LeaveRequest_Action.RECONNECT, canReconnect: true })))
    },
    /** A signalling connection is gone: its participant may come back for a while. */
    unlink(participant: Participant, link: Link): void {
      if (participant.isGone || !participant.detach(link)) return
      resumeTimers.set(
        participant,
        setTimeout(() => participant.leave(DisconnectReason.SIGNAL_CLOSE), RESUME_WITHIN_MS).unref(),
      )
    },
    sendData,
    /** Every 20 ms or so. */
    tick(nowMs: number): void {
      for (const participant of participants.values()) participant.tick(nowMs)
    },
    /** A few times a second: lines are shared anew, and publishers told what is looked at. */
    share(nowMs: number): void {
      for (const participant of participants.values()) {
        participant.share(nowMs)
        for (const { track } of participant.publications.live()) {
          // Before its first packet the publisher itself may not know it yet.
          if (track.kind !== 'video' || !track.isFlowing()) continue
          let best: 0 | 1 | 2 | -1 = -1
          for (const viewer of participants.values()) {
            const needs = viewer.needsOf(track)
            if (needs > best) best = needs
          }
          participant.tellNeeds(track, best)
        }
      }
      const changed = speakers.changes()
      if (changed.length > 0) {
        const value = new SpeakersChanged({ speakers: changed })
        for (const participant of participants.values()) participant.send({ case: 'speakersChanged', value })
      }
      while (departed[0] && Date.now() - departed[0].atMs > DEPARTED_KEPT_MS) departed.shift()
    },
    /** Every second. */
    report(nowMs: number): void {
      for (const participant of participants.values()) participant.report(nowMs)
    },
    close(reason: DisconnectReason): void {
      for (const participant of present()) participant.dismiss(reason)
    },
  }
}

const responseOf = (value: JoinResponse) => new SignalResponse({ message: { case: 'join', value } })
const leaveOf = (value: LeaveRequest) => new SignalResponse({ message: { case: 'leave', value } })
const reconnectOf = (value: ReconnectResponse) =>
  new SignalResponse({ message: { case: 'reconnect', value } })

export type Room = ReturnType<typeof createRoom>
