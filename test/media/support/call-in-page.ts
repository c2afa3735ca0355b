// Runs in the page: one call of the project's own client, for a suite to look at from outside.
import { createCall, type Call, type CallTicket } from '#client/live/call.ts'
import { Track, type TrackPublication } from 'livekit-client'

/** Given by the suite: the fair's part. */
declare const ticket: () => Promise<CallTicket>

let call: Call
const SOURCES = { camera: Track.Source.Camera, screen: Track.Source.ScreenShare } as const
export type Picture = keyof typeof SOURCES

const inboundOf = async (publication: TrackPublication | undefined) => {
  const stats = await publication?.track?.getRTCStatsReport()
  for (const one of stats?.values() ?? [])
    if (one.type === 'inbound-rtp') return one as unknown as Record<string, number>
  return {}
}

const talk = {
  start(): void {
    call = createCall({ ticket, isPassing: () => true })
    // Pictures that nobody sees are not sent: the page's grid shows all of six people's within the window.
    call.room.on('trackSubscribed', (track) => {
      document.body.append(track.attach())
    })
    call.room.on('trackUnsubscribed', (track) => track.detach().forEach((element) => element.remove()))
  },
  phase: () => {
    const { phase } = call.store.getState()
    return { name: phase.name, attempts: phase.name === 'away' ? phase.attempts : 0 }
  },
  setMicrophone: (on: boolean) => call.setMicrophone(on),
  setCamera: (on: boolean) => call.setCamera(on),
  setScreen: (on: boolean) => call.setScreen(on),
  people: () =>
    call.store.getState().people.map(({ id, isMe, microphone, camera, screen }) => ({
      id,
      isMe,
      microphone,
      hasCamera: camera !== undefined && !camera.muted,
      hasScreen: screen !== undefined,
    })),
  /** What the browser reports of somebody's picture; empty while it receives none. */
  report: (identity: string, picture: Picture) =>
    inboundOf(call.room.remoteParticipants.get(identity)?.getTrackPublication(SOURCES[picture])),
  leave: () => call.leave(),
}

export type TalkInPage = typeof talk
Object.assign(globalThis, { talk, isReady: true })
