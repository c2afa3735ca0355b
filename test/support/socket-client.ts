import type { Socket } from 'socket.io-client'
import type { z } from 'zod'
import type { Ack, CommandReply, CommandSpec, FactBody, FactSpec } from '#shared/protocol/define.ts'

/** Sends a command by its row; rejects with its error code. */
export const command = async <C extends CommandSpec>(
  socket: Socket,
  row: C,
  body: z.input<C['body']>,
): Promise<CommandReply<C>> => {
  const ack = (await socket.timeout(10_000).emitWithAck(row.name, body)) as Ack<CommandReply<C>>
  if (!ack.ok) throw new Error(ack.error.code)
  return ack.value
}

/** The next telling of a fact. */
export const nextFact = <F extends FactSpec>(socket: Socket, row: F): Promise<FactBody<F>> =>
  new Promise((resolve) => {
    socket.once(row.name, (body: unknown) => resolve(row.body.parse(body) as FactBody<F>))
  })
