import { z } from 'zod'
import type { Connect } from './driver.ts'
import { openEngineSocket } from './engine-socket.ts'

const Pose = z.tuple([z.literal('pose'), z.object({ visitor: z.int(), sequence: z.int() })])

export const connectNaive: Connect = async ({ port, index, onUpdate }) => {
  let received = 0
  const engine = await openEngineSocket(
    port,
    (text) => {
      received += 1
      if (!onUpdate) return
      const [, { visitor, sequence }] = Pose.parse(JSON.parse(text.slice(2)))
      onUpdate(visitor, sequence)
    },
    () => {},
  )
  return {
    send({ xCm, zCm, turn256 }, sequence) {
      const pose = { visitor: index, sequence, x: xCm / 100, z: zCm / 100, heading: (turn256 * 360) / 256 }
      engine.socket.send(`42${JSON.stringify(['pose', pose])}`)
    },
    bytesRead: engine.bytesRead,
    received: () => received,
  }
}
