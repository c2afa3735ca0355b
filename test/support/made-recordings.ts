import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  Mp4OutputFormat,
  WebMOutputFormat,
  type OutputFormat,
} from 'mediabunny'

const PICTURES_PER_S = 25
const SOUND_S = 0.02

/** What is in its blocks is made up; nothing here decodes it. */
const build = async (format: OutputFormat, codec: 'vp8' | 'vp9', seconds: number): Promise<Buffer> => {
  const target = new BufferTarget()
  const output = new Output({ format, target })
  const picture = new EncodedVideoPacketSource(codec)
  const sound = new EncodedAudioPacketSource('opus')
  output.addVideoTrack(picture)
  output.addAudioTrack(sound)
  await output.start()
  const decoderConfig = {
    codec: codec === 'vp8' ? codec : 'vp09.00.10.08',
    codedWidth: 640,
    codedHeight: 360,
  }
  const soundConfig = { codec: 'opus', sampleRate: 48_000, numberOfChannels: 1 }
  for (let at = 0; at < seconds * PICTURES_PER_S; at++) {
    const time = at / PICTURES_PER_S
    const kind = at % PICTURES_PER_S === 0 ? 'key' : 'delta'
    await picture.add(new EncodedPacket(new Uint8Array(900).fill(at), kind, time, 1 / PICTURES_PER_S), {
      decoderConfig,
    })
    for (const offset of [0, SOUND_S])
      await sound.add(new EncodedPacket(new Uint8Array(120).fill(at), 'key', time + offset, SOUND_S), {
        decoderConfig: soundConfig,
      })
  }
  await output.finalize()
  return Buffer.from(target.buffer ?? new ArrayBuffer())
}

/** A WebM file as a browser records it: of open length, without cues. */
export const buildWebm = (seconds: number): Promise<Buffer> =>
  build(new WebMOutputFormat({ appendOnly: true }), 'vp8', seconds)

/** An MP4 file as a recorder leaves it once it has ended. */
export const buildMp4 = (seconds: number): Promise<Buffer> => build(new Mp4OutputFormat(), 'vp9', seconds)
