import { io, type Socket } from 'socket.io-client'
import type { Ack, CommandReply, CommandSpec, FactBody, FactSpec } from '#shared/protocol/define.ts'
import { wireParser } from '#shared/protocol/wire.ts'
import type { z } from 'zod'
import { ApiError } from './api.ts'

let socket: Socket | undefined

/** The one connection of this page; made when somebody first needs it, and again by itself after a lost line. */
export const connection = (): Socket => {
  socket ??= io({
    parser: wireParser,
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 8000,
    randomizationFactor: 0.5,
  })
  // The server closed it (a changed role, a slow reader): socket.io leaves coming back to us.
  if (!socket.hasListeners('disconnect'))
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') setTimeout(() => socket?.connect(), 300 + Math.random() * 1200)
    })
  return socket
}

/** Drops the connection and makes it anew, so that the server sees the cookies as they are now. */
export const reconnect = (): void => {
  socket?.disconnect().connect()
}

const ANSWER_WITHIN_MS = 10_000

/** Sends a command and resolves with its reply. Rejects with an ApiError; `offline` if no answer came in time. */
export const send = async <C extends CommandSpec>(
  command: C,
  body: z.input<C['body']>,
): Promise<CommandReply<C>> => {
  const ack: Ack<CommandReply<C>> = await connection()
    .timeout(ANSWER_WITHIN_MS)
    .emitWithAck(command.name, body)
    .catch(() => {
      throw new ApiError('offline')
    })
  if (!ack.ok) throw new ApiError(ack.error.code, {}, ack.error.requestId)
  return ack.value
}

/** Hears a fact until the returned function is called. A body that isn't of the row's shape is dropped. */
export const onFact = <F extends FactSpec>(fact: F, hear: (body: FactBody<F>) => void): (() => void) => {
  const handle = (raw: unknown) => {
    const parsed = fact.body.safeParse(raw)
    if (parsed.success) hear(parsed.data as FactBody<F>)
  }
  connection().on(fact.name, handle)
  return () => void connection().off(fact.name, handle)
}

/** Calls back on each (re)connection, at once if there is one. */
export const onConnected = (listen: () => void): (() => void) => {
  const at = connection()
  at.on('connect', listen)
  if (at.connected) listen()
  return () => void at.off('connect', listen)
}
