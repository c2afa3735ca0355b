import type { Keys } from '../../../server/live/sfu/control/keys.ts'
import type { MediaEngine } from '../../../server/live/media/media-engine.ts'
import { startEmbeddedEngine } from './engine-under-test.ts'
import { startLivekitServer } from './livekit-server.ts'

export interface RunningEngine {
  engine: MediaEngine
  /** By which tokens are signed. */
  keys: Keys
  stop(): Promise<void>
}

const SERVER = process.env['LIVEKIT_SERVER_BIN']
if (SERVER === undefined)
  process.stdout.write('The half with a LiveKit server is skipped: LIVEKIT_SERVER_BIN names no binary.\n')

/** The engines that clients of every make must get on with. */
export const ENGINES = [
  {
    name: 'the embedded engine',
    start: (): Promise<RunningEngine> => startEmbeddedEngine(),
    isThere: true,
    isOurs: true,
    mostSections: 16,
  },
  {
    name: 'a LiveKit server',
    start: (): Promise<RunningEngine> => startLivekitServer(SERVER ?? ''),
    isThere: SERVER !== undefined,
    isOurs: false,
    // It gives a section back later than we do.
    mostSections: 40,
  },
]
