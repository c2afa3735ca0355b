import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  CreateRoomRequest,
  DataPacket,
  DataPacket_Kind,
  DeleteRoomRequest,
  DeleteRoomResponse,
  ListParticipantsRequest,
  ListParticipantsResponse,
  ListRoomsRequest,
  ListRoomsResponse,
  MuteRoomTrackRequest,
  MuteRoomTrackResponse,
  RemoveParticipantResponse,
  RoomParticipantIdentity,
  SendDataRequest,
  SendDataResponse,
  UpdateParticipantRequest,
  UpdateRoomMetadataRequest,
  UserPacket,
} from '@livekit/protocol'
import type { VideoGrant } from 'livekit-server-sdk'
import type { Participant } from '../rooms/participant.ts'
import type { Room } from '../rooms/room.ts'
import type { Rooms } from '../rooms/rooms.ts'
import type { TokenReader } from './keys.ts'

export const SERVICE_PATH = '/twirp/livekit.RoomService/'
const MOST_BODY_BYTES = 1_000_000

/** Errors by Twirp's names. */
class ServiceError extends Error {
  readonly code: keyof typeof STATUS
  constructor(code: keyof typeof STATUS, message: string) {
    super(message)
    this.code = code
  }
}

const STATUS = {
  bad_route: 404,
  malformed: 400,
  invalid_argument: 400,
  unauthenticated: 401,
  permission_denied: 403,
  not_found: 404,
  resource_exhausted: 429,
  internal: 500,
} as const

interface JsonMessage {
  toJsonString(): string
}

interface Call {
  needs: (grant: VideoGrant, room: string) => boolean
  /** The room that it is about. */
  room: (body: string) => string
  answer: (rooms: Rooms, body: string) => JsonMessage
}

const LENIENT = { ignoreUnknownFields: true }
const administers = (grant: VideoGrant, room: string) => grant.roomAdmin === true && grant.room === room

const roomCalled = (rooms: Rooms, name: string): Room => {
  const room = rooms.find(name)
  if (!room) throw new ServiceError('not_found', 'room not found')
  return room
}

const participantCalled = (rooms: Rooms, room: string, identity: string): Participant => {
  const participant = roomCalled(rooms, room).find(identity)
  if (!participant) throw new ServiceError('not_found', 'participant not found')
  return participant
}

const call = <Request extends { room?: string; name?: string }>(
  parse: (body: string) => Request,
  needs: Call['needs'],
  answer: (rooms: Rooms, request: Request) => JsonMessage,
): Call => ({
  needs,
  room: (body) => {
    const request = parse(body)
    return request.room ?? request.name ?? ''
  },
  answer: (rooms, body) => answer(rooms, parse(body)),
})

/** The part of LiveKit's room service that the fair uses, with the same names and meanings. */
const CALLS: Readonly<Record<string, Call>> = {
  CreateRoom: call(
    (body) => CreateRoomRequest.fromJsonString(body, LENIENT),
    ({ roomCreate }) => roomCreate === true,
    (rooms, { name, metadata, maxParticipants }) => {
      const room = rooms.open(name, { metadata, maxParticipants })
      if (!room) throw new ServiceError('resource_exhausted', 'too many rooms')
      return room.info()
    },
  ),
  ListRooms: call(
    (body) => ListRoomsRequest.fromJsonString(body, LENIENT) as ListRoomsRequest & { room?: string },
    ({ roomList }) => roomList === true,
    (rooms, { names }) =>
      new ListRoomsResponse({
        rooms: rooms
          .all()
          .filter(({ name }) => names.length === 0 || names.includes(name))
          .map((room) => room.info()),
      }),
  ),
  DeleteRoom: call(
    (body) => DeleteRoomRequest.fromJsonString(body, LENIENT),
    ({ roomCreate }) => roomCreate === true,
    (rooms, { room }) => {
      if (!rooms.close(room)) throw new ServiceError('not_found', 'room not found')
      return new DeleteRoomResponse()
    },
  ),
  UpdateRoomMetadata: call(
    (body) => UpdateRoomMetadataRequest.fromJsonString(body, LENIENT),
    administers,
    (rooms, { room, metadata }) => {
      const one = roomCalled(rooms, room)
      one.configure({ metadata })
      return one.info()
    },
  ),
  ListParticipants: call(
    (body) => ListParticipantsRequest.fromJsonString(body, LENIENT),
    administers,
    (rooms, { room }) =>
      new ListParticipantsResponse({
        participants: roomCalled(rooms, room)
          .participants()
          .map((one) => one.info()),
      }),
  ),
  GetParticipant: call(
    (body) => RoomParticipantIdentity.fromJsonString(body, LENIENT),
    administers,
    (rooms, { room, identity }) => participantCalled(rooms, room, identity).info(),
  ),
  RemoveParticipant: call(
    (body) => RoomParticipantIdentity.fromJsonString(body, LENIENT),
    administers,
    (rooms, { room, identity }) => {
      // Remembered also where it isn't there: its token must not let it in later.
      if (!rooms.remove(room, identity)) throw new ServiceError('not_found', 'participant not found')
      return new RemoveParticipantResponse()
    },
  ),
  MutePublishedTrack: call(
    (body) => MuteRoomTrackRequest.fromJsonString(body, LENIENT),
    administers,
    (rooms, { room, identity, trackSid, muted }) => {
      if (!muted) throw new ServiceError('permission_denied', 'nobody is made to speak')
      const participant = participantCalled(rooms, room, identity)
      const publication = participant.publications.get(trackSid)
      if (!publication) throw new ServiceError('not_found', 'track not found')
      participant.muteByOthers(trackSid)
      return new MuteRoomTrackResponse({ track: publication.info })
    },
  ),
  UpdateParticipant: call(
    (body) => UpdateParticipantRequest.fromJsonString(body, LENIENT),
    administers,
    (rooms, { room, identity, permission, name, metadata, attributes }) => {
      const participant = participantCalled(rooms, room, identity)
      if (permission) participant.permit(permission)
      if (name || metadata || Object.keys(attributes).length > 0)
        participant.update({ name, metadata, attributes })
      return participant.info()
    },
  ),
  SendData: call(
    (body) => SendDataRequest.fromJsonString(body, LENIENT),
    administers,
    (rooms, { room, data, kind, destinationIdentities, topic }) => {
      const packet = new DataPacket({
        kind,
        destinationIdentities,
        value: {
          case: 'user',
          value: new UserPacket({ payload: data, destinationIdentities, ...(topic ? { topic } : {}) }),
        },
      })
      roomCalled(rooms, room).sendData(kind ?? DataPacket_Kind.RELIABLE, packet)
      return new SendDataResponse()
    },
  ),
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_BODY_BYTES) throw new ServiceError('malformed', 'the body is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Orders from the fair, over HTTP (Twirp, JSON), each with a token that allows it. */
export const createRoomService = (rooms: Rooms, readToken: TokenReader) => {
  const answer = async (request: IncomingMessage): Promise<JsonMessage> => {
    const one = CALLS[(request.url ?? '').slice(SERVICE_PATH.length)]
    if (!one || request.method !== 'POST') throw new ServiceError('bad_route', 'no such call')
    const token = await readToken(request.headers.authorization?.replace(/^Bearer /, '') ?? '')
    if (!token) throw new ServiceError('unauthenticated', 'invalid token')
    const body = await readBody(request)
    let room: string
    try {
      room = one.room(body)
    } catch {
      throw new ServiceError('malformed', 'the body is no such request')
    }
    if (!one.needs(token.grants.video ?? {}, room))
      throw new ServiceError('permission_denied', 'this token does not allow it')
    return one.answer(rooms, body)
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const json = (await answer(request)).toJsonString()
      response.writeHead(200, { 'content-type': 'application/json' }).end(json)
    } catch (error) {
      const known = error instanceof ServiceError ? error : new ServiceError('internal', 'it failed')
      response
        .writeHead(STATUS[known.code], { 'content-type': 'application/json' })
        .end(JSON.stringify({ code: known.code, msg: known.message }))
    }
  }
}
