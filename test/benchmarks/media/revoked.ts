import { setTimeout as pause } from 'node:timers/promises'
import { startEmbeddedEngine } from '../../media/support/engine-under-test.ts'
import { EVERYTHING } from '../../media/support/grants.ts'
import { createNativeClient } from '../../media/support/native-client.ts'
import { readPicture, sendPicture } from '../../media/support/native-picture.ts'
import { rounded } from '../percentile.ts'

const ROUNDS = 20
const SHOWN_MS = 500
/** How long it is watched whether anything still comes; the publisher sends on. */
const WATCHED_MS = 1500
const SILENCED = { ...EVERYTHING, microphone: false, camera: false, screen: false, data: false }

/** From ordering that somebody may send no more to the last of their packets at a viewer. */
export const revoked = async () => {
  const host = await startEmbeddedEngine()
  const { engine } = host
  const lastMs: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const room = `room-${round}`
    const come = async (
      identity: string,
      role: 'publisher' | 'viewer',
      onPacket?: (datagram: Buffer) => void,
    ) =>
      createNativeClient({
        url: engine.url,
        token: await engine.mintJoin({ room, identity, name: identity, grant: EVERYTHING }),
        role,
        ...(onPacket ? { onPacket } : {}),
      })
    const publisher = await come('ann', 'publisher')
    const picture = sendPicture(publisher.track)
    let lastAt = 0
    const viewer = await come('viewer', 'viewer', (datagram) => {
      if (readPicture(datagram).isPicture) lastAt = performance.now()
    })
    while (lastAt === 0) await pause(10)
    await pause(SHOWN_MS)
    const orderedAt = performance.now()
    // Either order must end it.
    await (round % 2 === 0 ? engine.setGrant(room, 'ann', SILENCED) : engine.remove(room, 'ann'))
    await pause(WATCHED_MS)
    lastMs.push(Math.max(0, lastAt - orderedAt))
    picture.stop()
    publisher.close()
    viewer.close()
  }
  await host.stop()
  return { revocations: ROUNDS, revokedMs: rounded(Math.max(...lastMs)) }
}
