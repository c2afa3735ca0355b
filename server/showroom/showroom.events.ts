import type { Server, Socket } from 'socket.io'
import type { CommandBody } from '#shared/protocol/define.ts'
import { POSE_KIND } from '#shared/geometry/pose.ts'
import type { showroomCommands } from '#shared/protocol/showroom.ts'
import type { Principal } from '#shared/model/principal.ts'
import type { Showroom } from './showroom.service.ts'
import { createSnapshotSender } from './snapshot-sender.ts'
import type { Connection } from './visitor.ts'

interface Context {
  socket: { id: string }
  principal: Principal
}
type Body<K extends keyof typeof showroomCommands> = CommandBody<(typeof showroomCommands)[K]>

/** Handlers of `showroomCommands`, keyed like it. */
export const showroomHandlers = (showroom: Showroom) => ({
  enter: ({ socket, principal }: Context, body: Body<'enter'>) => showroom.enter(socket.id, principal, body),
  leave: ({ socket }: Context) => showroom.leave(socket.id),
  teleport: ({ socket }: Context, body: Body<'teleport'>) => showroom.teleport(socket.id, body),
  stepIn: ({ socket, principal }: Context, body: Body<'stepIn'>) =>
    showroom.stepIn(socket.id, principal, body),
  stepOut: ({ socket }: Context) => showroom.stepOut(socket.id),
  who: ({ socket, principal }: Context, body: Body<'who'>) => showroom.who(socket.id, principal, body),
})

/** Bytes that wait for a reader who doesn't keep up: those not yet given to the transport, and the batch it is writing. */
const bufferedBytesOf = ({ conn }: Socket) => {
  let waiting = 0
  let writing = 0
  conn.on('packetCreate', ({ data }: { data?: string | Uint8Array }) => {
    waiting += data?.length ?? 0
  })
  conn.on('flush', () => {
    writing = waiting
    waiting = 0
  })
  return () => waiting + (conn.transport.writable ? 0 : writing)
}

const sendSnapshot = createSnapshotSender()

const connectionOf = (socket: Socket, principal: Principal): Connection => ({
  id: socket.id,
  principal,
  sendSnapshot: (frame) => sendSnapshot(socket, frame),
  tell: (name, body) => socket.emit(name, body),
  bufferedBytes: bufferedBytesOf(socket),
  // Without waiting for what is queued: the reader doesn't read.
  close: () => socket.conn.close(true),
})

/**
 * Carries poses and snapshots between sockets and the showroom, and starts its ticks.
 * `io` is made with `serverWireParser`; commands are registered apart.
 */
export const attachShowroom = (
  io: Server,
  showroom: Showroom,
  principalOf: (socket: Socket) => Principal,
): void => {
  io.on('connection', (socket) => {
    const link = showroom.connect(connectionOf(socket, principalOf(socket)))
    // Taken here, before socket.io dispatches it: see `serverWireParser`.
    socket.conn.on('message', (data: unknown) => {
      if (data instanceof Uint8Array && data[0] === POSE_KIND) link.pose(data)
    })
    socket.on('disconnect', () => link.closed())
  })
  showroom.start()
}
