import { z } from 'zod'
import { encodePose } from '#shared/geometry/pose.ts'
import { readSnapshotEntries, readSnapshotHeader } from '#shared/geometry/snapshot.ts'
import { showroomCommands } from '#shared/protocol/showroom.ts'
import type { Connect } from './driver.ts'
import { openEngineSocket } from './engine-socket.ts'

const HALL_ID = '00000000-0000-4000-8000-000000000001'
const Answer = z.tuple([z.object({ ok: z.literal(true), value: showroomCommands.enter.reply })])

const indexOfHandle: number[] = []

export const connectFairloom: Connect = async ({ port, index, first, onUpdate }) => {
  let received = 0
  let entered = (_text: string) => {}
  const engine = await openEngineSocket(
    port,
    (text) => {
      if (text.startsWith('430')) entered(text.slice(3))
    },
    (frame) => {
      const header = readSnapshotHeader(frame)
      if (!header) throw new Error('not a snapshot')
      received += header.count
      if (onUpdate)
        readSnapshotEntries(frame, ({ handle, sequence }) => onUpdate(indexOfHandle[handle] ?? -1, sequence))
    },
  )
  const answer = new Promise<string>((resolve) => (entered = resolve))
  const pose = { xM: first.xCm / 100, zM: first.zCm / 100, headingDeg: 0 }
  engine.socket.send(`420${JSON.stringify([showroomCommands.enter.name, { hallId: HALL_ID, pose }])}`)
  const [{ value }] = Answer.parse(JSON.parse(await answer))
  indexOfHandle[value.handle] = index
  return {
    send: (packed, sequence) => engine.socket.send(encodePose(packed, sequence)),
    bytesRead: engine.bytesRead,
    received: () => received,
  }
}
