// Janus (https://janus.conf.meetecho.com) as a peer: its VideoRoom plugin, from Debian's package, with a folder of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { Audio, PeerConnection, type Track, Video } from 'node-datachannel'
import WebSocket from 'ws'
import { freePort } from '../../support/free-port.ts'
import { AUDIO_SSRC, OPUS, VIDEO_SSRC, VP8 } from '../../media/support/native-client.ts'

export const JANUS_ROOM = 1
const KEEPALIVE_MS = 20_000
const BITS_PER_S = 2_000_000

const OTHERS =
  'audiobridge duktape echotest lua nosip recordplay sip streaming textroom videocall voicemail http mqtt nanomsg pfunix rabbitmq'
    .split(' ')
    .map((name) => `libjanus_${name}.so`)
    .join(',')

/** Starts Janus with one room; undefined where the machine has none. */
export const startJanus = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fairloom-janus-'))
  const port = await freePort()
  const files = {
    'janus.jcfg': `general: { configs_folder = "${folder}", debug_level = 2 }
plugins: { disable = "${OTHERS}" }
transports: { disable = "${OTHERS}" }
events: { broadcast = false }
`,
    'janus.transport.websockets.jcfg': `general: { json = "plain", ws = true, ws_port = ${port}, ws_ip = "127.0.0.1" }
`,
    'janus.plugin.videoroom.jcfg': `room-${JANUS_ROOM}: {
  description = "bench", publishers = 6, bitrate = ${BITS_PER_S}, fir_freq = 0,
  audiocodec = "opus", videocodec = "vp8", notify_joining = false
}
`,
  }
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  const child = spawn('janus', ['-F', folder, '-C', path.join(folder, 'janus.jcfg')], { stdio: 'pipe' })
  const isThere = await once(child, 'spawn').then(
    () => true,
    () => false,
  )
  if (!isThere) {
    await rm(folder, { recursive: true })
    return undefined
  }
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on('line', (line) => said.push(line))
  const url = `ws://127.0.0.1:${port}`
  for (;;) {
    const socket = new WebSocket(url, 'janus-protocol')
    const isOpen = await once(socket, 'open').then(
      () => true,
      () => false,
    )
    socket.terminate()
    if (isOpen) break
    if (child.exitCode !== null) throw new Error(`Janus ended: ${said.join('\n')}`)
    await pause(100)
  }
  return {
    url,
    pid: child.pid ?? 0,
    async stop(): Promise<void> {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      await rm(folder, { recursive: true })
    },
  }
}

interface JanusMessage {
  janus: string
  transaction?: string
  data?: { id: number }
  plugindata?: { data: Record<string, unknown> }
  jsep?: { type: 'offer' | 'answer'; sdp: string }
  error?: { reason: string }
}

/** A session with the VideoRoom plugin. */
const openSession = async (url: string) => {
  const socket = new WebSocket(url, 'janus-protocol')
  const waiting = new Map<string, (message: JanusMessage) => void>()
  let count = 0
  let ids: object = {}
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as JanusMessage
    // What takes time is acknowledged first.
    if (message.janus !== 'ack' && message.transaction) waiting.get(message.transaction)?.(message)
  })
  await once(socket, 'open')
  const ask = async (message: object): Promise<JanusMessage> => {
    const transaction = String(count++)
    const answer = new Promise<JanusMessage>((resolve) => waiting.set(transaction, resolve))
    socket.send(JSON.stringify({ ...message, ...ids, transaction }))
    const answered = await answer
    const failure = answered.error?.reason ?? answered.plugindata?.data['error']
    if (failure !== undefined) throw new Error(`Janus: ${JSON.stringify(failure)}`)
    return answered
  }
  const { data: session } = await ask({ janus: 'create' })
  ids = { session_id: session?.id }
  const { data: handle } = await ask({ janus: 'attach', plugin: 'janus.plugin.videoroom' })
  ids = { ...ids, handle_id: handle?.id }
  const keepalive = setInterval(() => void ask({ janus: 'keepalive' }), KEEPALIVE_MS)
  return {
    request: (body: object, jsep?: object) => ask({ janus: 'message', body, ...(jsep ? { jsep } : {}) }),
    close(): void {
      clearInterval(keepalive)
      socket.terminate()
    },
  }
}

const described = async (peer: PeerConnection, begin: () => void) => {
  const gathered = Promise.withResolvers<void>()
  peer.onGatheringStateChange((state) => {
    if (state === 'complete') gathered.resolve()
  })
  begin()
  await gathered.promise
  const description = peer.localDescription()
  if (!description) throw new Error('no description of our own')
  return description
}

/** One who sends a camera and a microphone; the feed is what viewers ask for. */
export const publishToJanus = async (url: string) => {
  const session = await openSession(url)
  const joined = await session.request({ request: 'join', ptype: 'publisher', room: JANUS_ROOM })
  const peer = new PeerConnection('publisher', { iceServers: [] })
  const sound = new Audio('a', 'SendOnly')
  sound.addOpusCodec(OPUS)
  sound.addSSRC(AUDIO_SSRC, 'native')
  const picture = new Video('v', 'SendOnly')
  picture.addVP8Codec(VP8)
  picture.addSSRC(VIDEO_SSRC, 'native')
  const audio = peer.addTrack(sound)
  const video = peer.addTrack(picture)
  const opened = Promise.all(
    [audio, video].map((track) => new Promise<void>((resolve) => track.onOpen(resolve))),
  )
  const offer = await described(peer, () => peer.setLocalDescription())
  const { jsep } = await session.request({ request: 'publish' }, { type: 'offer', sdp: offer.sdp })
  if (!jsep) throw new Error('Janus gave no answer')
  peer.setRemoteDescription(jsep.sdp, jsep.type)
  await opened
  return {
    audio,
    video,
    feed: Number(joined.plugindata?.data['id']),
    close(): void {
      session.close()
      peer.close()
    },
  }
}

export const watchInJanus = async (url: string, feed: number, onPacket: (datagram: Buffer) => void) => {
  const session = await openSession(url)
  const peer = new PeerConnection('viewer', { iceServers: [] })
  // Kept: a track that is collected hears nothing.
  const tracks: Track[] = []
  const opened = Promise.withResolvers<void>()
  peer.onTrack((track) => {
    tracks.push(track)
    track.onMessage(onPacket)
    track.onOpen(() => opened.resolve())
  })
  const { jsep } = await session.request({
    request: 'join',
    ptype: 'subscriber',
    room: JANUS_ROOM,
    streams: [{ feed }],
  })
  if (!jsep) throw new Error('Janus made no offer')
  const answer = await described(peer, () => peer.setRemoteDescription(jsep.sdp, jsep.type))
  await session.request({ request: 'start', room: JANUS_ROOM }, { type: 'answer', sdp: answer.sdp })
  await opened.promise
  return {
    tracks,
    close(): void {
      session.close()
      peer.close()
    },
  }
}
