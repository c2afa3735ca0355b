import { createLivekitEngine } from '../../../server/live/media/livekit-engine.ts'

/** The fair's adapter to an engine on a port of loopback, as far as a suite needs it. */
export const adapterTo = (port: number, key: string, secret: string) =>
  createLivekitEngine({
    url: `ws://127.0.0.1:${port}`,
    apiUrl: `http://127.0.0.1:${port}`,
    key,
    secret,
    capabilities: { recording: false, endToEndEncryption: false },
    watch: () =>
      Promise.resolve({ isUp: true, hasRoomForMore: true, participants: 0, epoch: '', figures: undefined }),
    drain: () => Promise.resolve(),
  }).engine
