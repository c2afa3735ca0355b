// Runs in the page: drives one real client, for the suite to look at from outside.
import * as lk from 'livekit-client'

type Source = 'camera' | 'microphone' | 'screen'

const SOURCES = {
  camera: lk.Track.Source.Camera,
  microphone: lk.Track.Source.Microphone,
  screen: lk.Track.Source.ScreenShare,
} as const

const KINDS = [
  'participantConnected', 'participantDisconnected', 'trackSubscribed', 'trackUnsubscribed', 'trackMuted', 'trackUnmuted',
  'reconnecting', 'signalReconnecting', 'reconnected', 'disconnected', 'activeSpeakersChanged',
  'participantPermissionsChanged', 'trackStreamStateChanged', 'trackSubscriptionFailed',
] as const // prettier-ignore

let room: lk.Room
const events: { name: string; atMs: number; detail: string }[] = []
const data: { text: string; bytes: number; topic: string | undefined; from: string | undefined }[] = []

const publicationOf = (identity: string, source: Source) =>
  room.remoteParticipants.get(identity)?.getTrackPublication(SOURCES[source])

const reportOf = async (identity: string, source: Source): Promise<Record<string, number> | undefined> => {
  const track = publicationOf(identity, source)?.track
  const stats = await track?.receiver?.getStats()
  for (const one of stats?.values() ?? [])
    if (one.type === 'inbound-rtp') return one as unknown as Record<string, number>
  return undefined
}

const sentOf = async (source: Source): Promise<Record<string, number> | undefined> => {
  const stats = await room.localParticipant.getTrackPublication(SOURCES[source])?.track?.sender?.getStats()
  for (const one of stats?.values() ?? [])
    if (one.type === 'outbound-rtp') return one as unknown as Record<string, number>
  return undefined
}

const connectionStats = async (): Promise<RTCStatsReport | undefined> => {
  const { pcManager } = room.engine as unknown as {
    pcManager?: { publisher: { getStats(): Promise<RTCStatsReport> } }
  }
  return pcManager?.publisher.getStats().catch(() => undefined)
}

/** How far the connection came, for whoever reads why it did not. */
const transportOf = async (): Promise<string> => {
  const stats = await connectionStats()
  const about = new Set(['transport', 'candidate-pair', 'local-candidate', 'remote-candidate'])
  return [...(stats?.values() ?? [])]
    .filter(({ type }) => about.has(String(type)))
    .map((one) => JSON.stringify(one))
    .join('\n')
}

interface Candidate {
  candidateType: string
  address: string
  port: number
  /** Of a relay: how it is reached. */
  relayProtocol?: 'udp' | 'tcp' | 'tls'
}

/** The two ends of the path that media go. */
const pathOf = async () => {
  const stats = await connectionStats()
  const find = (id: unknown) => stats?.get(String(id)) as Record<string, unknown> | undefined
  const transport = [...(stats?.values() ?? [])].find(({ type }) => type === 'transport')
  const pair = find(transport?.selectedCandidatePairId)
  const end = (id: unknown) => find(id) as unknown as Candidate | undefined
  return { local: end(pair?.['localCandidateId']), remote: end(pair?.['remoteCandidateId']) }
}

const client = {
  async join(
    url: string,
    token: string,
    options: Partial<lk.RoomOptions> = {},
    connect: lk.RoomConnectOptions = {},
  ) {
    events.length = 0
    room = new lk.Room({ dynacast: true, ...options })
    for (const name of KINDS)
      room.on(name, (...about: unknown[]) => {
        const detail = about
          .map((one) =>
            one instanceof Object && 'identity' in one
              ? String(one.identity)
              : typeof one === 'number'
                ? String(one)
                : '',
          )
          .join(' ')
        events.push({ name, atMs: performance.now(), detail })
      })
    room.on('dataReceived', (payload, participant, _, topic) =>
      data.push({
        text: payload.length < 200 ? new TextDecoder().decode(payload) : '',
        bytes: payload.length,
        topic,
        from: participant?.identity,
      }),
    )
    room.on('trackSubscribed', (track) => {
      const element = track.attach()
      element.style.width = '640px'
      document.body.append(element)
    })
    room.on('trackUnsubscribed', (track) => track.detach().forEach((element) => element.remove()))
    const began = performance.now()
    try {
      await room.connect(url, token, connect)
    } catch (error) {
      throw new Error(`${String(error)} ${await transportOf()}`, { cause: error })
    }
    return performance.now() - began
  },
  /** Ms from now until a picture of somebody is decoded. */
  async firstPicture(identity: string, source: Source): Promise<number> {
    const began = performance.now()
    for (;;) {
      const report = await reportOf(identity, source)
      if ((report?.['framesDecoded'] ?? 0) > 0) return performance.now() - began
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  },
  /** A small picture where size isn't what is looked at: encoding is most of a suite's time. */
  async publish(
    source: Source,
    options: lk.TrackPublishOptions = {},
    size: 'small' | 'large' = 'small',
  ): Promise<string | undefined> {
    const { resolution } = size === 'large' ? lk.VideoPresets.h720 : lk.VideoPresets.h180
    const me = room.localParticipant
    const publication =
      source === 'camera'
        ? await me.setCameraEnabled(true, { resolution }, options)
        : source === 'microphone'
          ? await me.setMicrophoneEnabled(true, undefined, options)
          : await me.setScreenShareEnabled(true, { audio: false }, options)
    return publication?.trackSid
  },
  async unpublish(source: Source): Promise<void> {
    const track = room.localParticipant.getTrackPublication(SOURCES[source])?.track
    if (track) await room.localParticipant.unpublishTrack(track)
  },
  async mute(source: Source, muted: boolean): Promise<void> {
    const publication = room.localParticipant.getTrackPublication(SOURCES[source])
    await (muted ? publication?.mute() : publication?.unmute())
  },
  ownMuted: (source: Source) => room.localParticipant.getTrackPublication(SOURCES[source])?.isMuted,
  see: () => ({
    state: String(room.state),
    sid: room.localParticipant.sid,
    people: [...room.remoteParticipants.values()].map((one) => ({
      identity: one.identity,
      tracks: [...one.trackPublications.values()].map(({ source, isMuted, track }) => ({
        source: String(source),
        isMuted,
        subscribed: track !== undefined,
      })),
    })),
    own: [...room.localParticipant.trackPublications.values()].map(({ source }) => String(source)),
    speakers: room.activeSpeakers.map(({ identity }) => identity),
  }),
  events: () => [...events],
  data: () => [...data],
  report: reportOf,
  path: pathOf,
  sent: sentOf,
  subscribe: (identity: string, source: Source, on: boolean) =>
    publicationOf(identity, source)?.setSubscribed(on),
  quality: (identity: string, source: Source, quality: number) =>
    publicationOf(identity, source)?.setVideoQuality(quality as lk.VideoQuality),
  enable: (identity: string, source: Source, on: boolean) => publicationOf(identity, source)?.setEnabled(on),
  async send(
    text: string,
    options: { reliable?: boolean; to?: string[]; topic?: string } = {},
  ): Promise<void> {
    await room.localParticipant.publishData(new TextEncoder().encode(text), {
      reliable: options.reliable ?? true,
      ...(options.to ? { destinationIdentities: options.to } : {}),
      ...(options.topic ? { topic: options.topic } : {}),
    })
  },
  answerRpc: (method: string) =>
    room.registerRpcMethod(method, ({ payload }) => Promise.resolve(payload.toUpperCase())),
  callRpc: (to: string, method: string, payload: string) =>
    room.localParticipant.performRpc({ destinationIdentity: to, method, payload }),
  async sendText(text: string, topic: string): Promise<void> {
    await room.localParticipant.sendText(text, { topic })
  },
  receiveText(topic: string): void {
    room.registerTextStreamHandler(topic, (reader) => {
      void reader
        .readAll()
        .then((text) => data.push({ text: text.slice(0, 100), bytes: text.length, topic, from: '' }))
    })
  },
  /** Sections that this client's one connection has. */
  sections: (): number => {
    const { pcManager } = room.engine as unknown as {
      pcManager: { publisher: { getLocalDescription(): RTCSessionDescription } }
    }
    return pcManager.publisher.getLocalDescription().sdp.split('\nm=').length - 1
  },
  /** The signalling connection is cut, as by a proxy; media go on. */
  cutSignalling(): void {
    const { client: signal } = room.engine as unknown as { client: { ws?: { close(info: object): void } } }
    signal.ws?.close({ closeCode: 4000, reason: 'cut' })
  },
  setMetadata: (text: string) => room.localParticipant.setMetadata(text),
  leave: () => room.disconnect(),
}

export type ClientInPage = typeof client
Object.assign(globalThis, { client, isReady: true })
