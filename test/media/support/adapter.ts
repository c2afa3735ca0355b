import { createLivekitEngine } from '../../../server/live/media/livekit-engine.ts'

/** The fair's adapter to an engine on a port, of loopback unless said otherwise, as far as a suite needs it. */
export const adapterTo = (port: number, key: string, secret: string, host = '127.0.0.1') =>
  createLivekitEngine({
    url: `ws://${host}:${port}`,
    apiUrl: `http://${host}:${port}`,
    key,
    secret,
    pageRecorder: undefined,
    watch: () =>
      Promise.resolve({ isUp: true, hasRoomForMore: true, participants: 0, epoch: '', figures: undefined }),
    drain: () => Promise.resolve(),
  }).engine
