import { once } from 'node:events'
import { JoinRequest, LeaveRequest_Action, SignalResponse, WrappedJoinRequest } from '@livekit/protocol'
import { AccessToken } from 'livekit-server-sdk'
import { afterAll, beforeAll, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Engine } from '#server/live/sfu/engine.ts'
import { KEYS, startEngineHere } from '#test/media/support/engine-here.ts'
import { createNativeClient } from '#test/media/support/native-client.ts'

let engine: Engine
let url: string

beforeAll(async () => {
  engine = await startEngineHere()
  url = `ws://127.0.0.1:${engine.port}`
})
afterAll(() => engine.close())

const mint = (identity: string) => {
  const token = new AccessToken(KEYS.key, KEYS.secret, { identity, ttl: 60 })
  token.addGrant({ room: 'room', roomJoin: true, canPublish: true, canSubscribe: true })
  return token.toJwt()
}

/** The first thing that a client is told that loses its signalling and asks to go on. */
const resumedAs = async (author: string) => {
  const token = await mint(author)
  const client = await createNativeClient({ url, token, role: 'viewer', author })
  const joined = client.received.find((message) => message.case === 'join')
  client.socket.terminate()
  const request = new JoinRequest({ reconnect: true, participantSid: joined?.value.participant?.sid ?? '' })
  const wrapped = new WrappedJoinRequest({ joinRequest: request.toBinary() })
  const address = new URL('/rtc/v1', url)
  address.searchParams.set('access_token', token)
  address.searchParams.set('join_request', Buffer.from(wrapped.toBinary()).toString('base64url'))
  const socket = new WebSocket(address)
  const [data] = (await once(socket, 'message')) as [Buffer]
  socket.terminate()
  client.close()
  return SignalResponse.fromBinary(data).message
}

it('goes on with a client whose signalling was lost', async () => {
  expect((await resumedAs('-')).case).toBe('reconnect')
})

it('tells Firefox to begin anew at once, whose media would end ten seconds later', async () => {
  const told = await resumedAs('mozilla...THIS_IS_SDPARTA-153.0')
  expect(told).toMatchObject({ case: 'leave', value: { action: LeaveRequest_Action.RECONNECT } })
})
