import type { Socket } from 'socket.io-client'
import type { z } from 'zod'
import type { FactSpec } from '#shared/protocol/define.ts'
import { showroomFacts } from '#shared/protocol/showroom.ts'
import { POSE_EVENT, SNAPSHOT_EVENT } from '#shared/protocol/wire.ts'
import type { PresenceLink } from './presence-link.ts'

/** What a `PresenceLink` sends poses with. While there is no connection they are dropped, not queued. */
export const poseSender = (socket: Socket) => (frame: Uint8Array) => {
  if (socket.connected) socket.volatile.emit(POSE_EVENT, frame)
}

/** Feeds a link from a socket; the result undoes it. Entering again after a reconnect is the caller's. */
export const bindPresence = (socket: Socket, link: PresenceLink): (() => void) => {
  const undo: (() => void)[] = []
  const listen = (name: string, listener: (body: unknown) => void) => {
    socket.on(name, listener)
    undo.push(() => socket.off(name, listener))
  }
  const onFact = <F extends FactSpec>(fact: F, take: (body: z.output<F['body']>) => void) =>
    listen(fact.name, (raw) => {
      const body = fact.body.safeParse(raw)
      if (body.success) take(body.data as z.output<F['body']>)
    })

  listen(SNAPSHOT_EVENT, (frame) => {
    if (frame instanceof Uint8Array) link.receive(frame)
  })
  onFact(showroomFacts.visitorEntered, ({ visitors }) => link.named(visitors))
  onFact(showroomFacts.visitorLeft, ({ handles }) => link.departed(handles))
  onFact(showroomFacts.visitorPlaced, (placement) => link.placed(placement))
  onFact(showroomFacts.visitorReplaced, () => link.left())
  listen('disconnect', () => link.left())
  return () => undo.forEach((step) => step())
}
