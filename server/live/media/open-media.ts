import { AccessToken } from 'livekit-server-sdk'
import type { Config } from '../../platform/config.ts'
import { createEgressRecorder } from './egress-recorder.ts'
import { createLivekitEngine, type LivekitEngine } from './livekit-engine.ts'
import type { MediaProcess } from './media-process.ts'
import { DRAIN_PATH, HEALTH_PATH, type EngineHealth } from '../sfu/engine-paths.ts'

const ANSWER_WITHIN_MS = 2000
const DOWN = { isUp: false, hasRoomForMore: false, participants: 0, epoch: '', figures: undefined }

/** The engine of a LiveKit server. It has no restart that we could see: its rooms are made anew where they are missing. */
const liveKitServer = (
  { url, key, secret }: NonNullable<Config['livekit']>,
  egressDir: string | undefined,
): LivekitEngine => {
  const apiUrl = url.replace(/^ws/, 'http')
  return createLivekitEngine({
    url,
    apiUrl,
    key,
    secret,
    pageRecorder:
      egressDir === undefined ? undefined : createEgressRecorder({ apiUrl, key, secret, folder: egressDir }),
    async watch(withinMs) {
      const answer = await fetch(apiUrl, { signal: AbortSignal.timeout(withinMs) }).catch(() => undefined)
      return answer?.ok ? { ...DOWN, isUp: true, hasRoomForMore: true, epoch: url } : DOWN
    },
    // Its operator drains it.
    drain: () => Promise.resolve(),
  })
}

/** Undefined also where the answer breaks off. */
const healthAt = (url: string, withinMs: number): Promise<EngineHealth | undefined> =>
  fetch(url, { signal: AbortSignal.timeout(withinMs) })
    .then((answer) => (answer.ok ? (answer.json() as Promise<EngineHealth>) : undefined))
    .catch(() => undefined)

const embedded = (publicUrl: string, { key, secret, port }: MediaProcess): LivekitEngine => {
  const apiUrl = `http://127.0.0.1:${port}`
  return createLivekitEngine({
    url: publicUrl.replace(/^http/, 'ws'),
    apiUrl,
    key,
    secret,
    pageRecorder: undefined,
    async watch(withinMs) {
      const figures = await healthAt(apiUrl + HEALTH_PATH, withinMs)
      if (!figures) return DOWN
      const { epoch, participants, hasRoomForMore, isDraining } = figures
      return { isUp: true, hasRoomForMore: hasRoomForMore && !isDraining, participants, epoch, figures }
    },
    async drain() {
      const token = new AccessToken(key, secret, { ttl: 60 })
      token.addGrant({ roomCreate: true })
      await fetch(apiUrl + DRAIN_PATH, {
        method: 'POST',
        headers: { authorization: `Bearer ${await token.toJwt()}` },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      })
    },
  })
}

/** No engine, such as where a test needs none: whoever asks for media is told that there are none now. */
const none = (): LivekitEngine =>
  createLivekitEngine({
    url: '',
    apiUrl: 'http://127.0.0.1:9',
    key: 'none',
    secret: 'none',
    pageRecorder: undefined,
    watch: () => Promise.resolve(DOWN),
    drain: () => Promise.resolve(),
  })

/** The engine that the configuration names. */
export const openMedia = (config: Config, mediaProcess: MediaProcess | undefined): LivekitEngine => {
  if (config.livekit) return liveKitServer(config.livekit, config.egressDir)
  return mediaProcess ? embedded(config.publicUrl, mediaProcess) : none()
}
