import { io } from 'socket.io-client'
import { ApiError } from '#client/net/api.ts'
import type { Ack, CommandReply, CommandSpec, FactBody, FactSpec } from '#shared/protocol/define.ts'
import { wireParser } from '#shared/protocol/wire.ts'

const ANSWER_WITHIN_MS = 10_000

/** The line of a browser to its fair, for a visitor who is a process: one socket, coming back by itself. */
export const nodeLine = (url: string, cookie: string) => {
  const socket = io(url, {
    parser: wireParser,
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    extraHeaders: { cookie },
  })
  const hear = <T>(name: string, listener: (body: T) => void): (() => void) => {
    const heard = (body: T) => listener(body)
    socket.on(name, heard)
    return () => void socket.off(name, heard)
  }
  return {
    /** Rejects with an `ApiError`, as a browser's does. */
    async send<C extends CommandSpec>(command: C, body: object): Promise<CommandReply<C>> {
      const ack: Ack<CommandReply<C>> = await socket
        .timeout(ANSWER_WITHIN_MS)
        .emitWithAck(command.name, body)
        .catch(() => {
          throw new ApiError('offline')
        })
      if (!ack.ok) throw new ApiError(ack.error.code)
      return ack.value
    },
    /** Says something that may be lost. */
    say: (command: CommandSpec, body: object) => void socket.volatile.emit(command.name, body),
    onFact: <F extends FactSpec>(fact: F, listener: (body: FactBody<F>) => void) => hear(fact.name, listener),
    onConnected(listener: () => void): () => void {
      if (socket.connected) listener()
      return hear('connect', listener)
    },
    close: () => void socket.disconnect(),
  }
}

export type NodeLine = ReturnType<typeof nodeLine>
