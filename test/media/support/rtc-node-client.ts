import type * as RtcNodeModule from '@livekit/rtc-node'
import {
  BLOCK,
  HEIGHT,
  makePicture,
  makeTone,
  readHalves,
  readTone,
  SAMPLES_PER_S,
  WIDTH,
} from './made-media.ts'

export type RtcNode = typeof RtcNodeModule

const FRAME_MS = 66
/** So much of a sound is looked at: 50 blocks of 10 ms. */
const HEARD_SAMPLES = BLOCK * 50
const LOUDNESS = 0.3
/** Each call costs its process half a millisecond, however long the sound is. */
const BLOCKS_AT_ONCE = 10

/** LiveKit's client in native code; undefined, with a sentence, where it has no build for this machine. */
export const loadRtcNode = async (): Promise<RtcNode | undefined> => {
  const { NODE_ENV } = process.env
  // Elsewhere it logs each step.
  process.env['NODE_ENV'] = 'production'
  try {
    return await import('@livekit/rtc-node')
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('native binding')) throw error
    process.stdout.write(`@livekit/rtc-node is skipped: it has no build for this machine.\n`)
    return undefined
  } finally {
    process.env['NODE_ENV'] = NODE_ENV
  }
}

const each = async <T>(stream: ReadableStream<T>, take: (one: T) => void): Promise<void> => {
  const reader = stream.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) take(next.value)
}

/** Counts a track's pictures, and looks at the last one. */
const watch = (rtc: RtcNode, track: RtcNodeModule.RemoteVideoTrack) => {
  const seen = { frames: 0, width: 0, height: 0, left: 0, right: 0 }
  void each(new rtc.VideoStream(track) as ReadableStream<RtcNodeModule.VideoFrameEvent>, ({ frame }) => {
    const { data, width, height } = frame
    Object.assign(seen, { frames: seen.frames + 1, width, height, ...readHalves(data, width, height) })
  })
  return seen
}

/** Keeps the last half second of a track's sound. */
const listen = (rtc: RtcNode, track: RtcNodeModule.RemoteAudioTrack) => {
  const last = new Int16Array(HEARD_SAMPLES)
  const stream = new rtc.AudioStream(track, SAMPLES_PER_S, 1) as ReadableStream<RtcNodeModule.AudioFrame>
  void each(stream, ({ data }) => {
    last.copyWithin(0, data.length)
    last.set(data.subarray(-HEARD_SAMPLES), Math.max(0, HEARD_SAMPLES - data.length))
  })
  return last
}

/**
 * Joins with LiveKit's native client, which is written in another language than the browsers' one. Where it doesn't
 * look, what comes is decoded all the same.
 */
export const joinWithRtcNode = async (rtc: RtcNode, url: string, token: string, looks = true) => {
  const room = new rtc.Room()
  const events: string[] = []
  const data: { text: string; from: string | undefined; isReliable: boolean; topic: string | undefined }[] =
    []
  const pictures = new Map<string, ReturnType<typeof watch>>()
  const sounds = new Map<string, Int16Array>()
  const endings: (() => Promise<void>)[] = []

  room.on('trackMuted', (_, { identity }) => events.push(`muted ${identity}`))
  room.on('trackUnsubscribed', (_, __, { identity }) => events.push(`lost a track of ${identity}`))
  room.on('participantDisconnected', ({ identity }) => events.push(`left ${identity}`))
  room.on('reconnected', () => events.push('reconnected'))
  room.on('disconnected', (reason) => events.push(`disconnected ${rtc.DisconnectReason[reason]}`))
  room.on('dataReceived', (payload, from, kind, topic) =>
    data.push({
      text: new TextDecoder().decode(payload),
      from: from?.identity,
      isReliable: kind === rtc.DataPacketKind.KIND_RELIABLE,
      topic,
    }),
  )
  room.on('trackSubscribed', (track, _, { identity }) => {
    if (!looks) return
    if (track instanceof rtc.RemoteVideoTrack) pictures.set(identity, watch(rtc, track))
    if (track instanceof rtc.RemoteAudioTrack) sounds.set(identity, listen(rtc, track))
  })
  // Its default are two connections, of which the server offers one; with one it is as all newer clients are.
  const options = { autoSubscribe: true, dynacast: true, singlePeerConnection: true }
  await room.connect(url, token, options)
  const me = room.localParticipant
  if (!me) throw new Error('joined as nobody')

  return {
    room,
    me,
    events: () => [...events],
    data: () => [...data],
    people: () => [...room.remoteParticipants.keys()],
    /** What is seen of somebody: frames since it began, and the last one's size and halves. */
    picture: (identity: string) => ({ ...pictures.get(identity) }),
    /** The last half second of somebody: its loudness, and how much of it is at these pitches. */
    sound: (identity: string, ...pitchesHz: number[]) =>
      readTone(sounds.get(identity) ?? new Int16Array(1), pitchesHz),
    async publishPicture(
      options: Partial<RtcNodeModule.TrackPublishOptions> = {},
      frameMs = FRAME_MS,
    ): Promise<void> {
      const source = new rtc.VideoSource(WIDTH, HEIGHT)
      let number = 0
      const timer = setInterval(() => {
        const picture = makePicture(number++)
        source.captureFrame(new rtc.VideoFrame(picture, WIDTH, HEIGHT, rtc.VideoBufferType.I420))
      }, frameMs)
      endings.push(() => {
        clearInterval(timer)
        return source.close()
      })
      const how = new rtc.TrackPublishOptions({ source: rtc.TrackSource.SOURCE_CAMERA, ...options })
      await me.publishTrack(rtc.LocalVideoTrack.createVideoTrack('camera', source), how)
    },
    /** Answers the track's id. */
    async publishTone(hz: number): Promise<string> {
      const source = new rtc.AudioSource(SAMPLES_PER_S, 1)
      let isOver = false
      const speak = async () => {
        for (let number = 0; !isOver; number += BLOCKS_AT_ONCE) {
          const blocks = new Int16Array(BLOCK * BLOCKS_AT_ONCE)
          for (let at = 0; at < BLOCKS_AT_ONCE; at++)
            blocks.set(makeTone(number + at, hz, LOUDNESS), at * BLOCK)
          // It takes them when it has room for them.
          await source.captureFrame(new rtc.AudioFrame(blocks, SAMPLES_PER_S, 1, blocks.length))
        }
      }
      const how = new rtc.TrackPublishOptions({ source: rtc.TrackSource.SOURCE_MICROPHONE })
      const published = await me.publishTrack(rtc.LocalAudioTrack.createAudioTrack('microphone', source), how)
      const spoken = speak()
      endings.push(async () => {
        isOver = true
        await spoken
        await source.close()
      })
      return published.sid ?? ''
    },
    send: (text: string, { to = [] as string[], reliable = true } = {}) =>
      me.publishData(new TextEncoder().encode(text), { reliable, destination_identities: to, topic: 'talk' }),
    async close(): Promise<void> {
      await Promise.all(endings.map((end) => end()))
      await room.disconnect()
    },
  }
}

export type RtcNodeClient = Awaited<ReturnType<typeof joinWithRtcNode>>
