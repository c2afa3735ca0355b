import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from 'mediabunny'

const PICTURES_PER_S = 25
const SOUND_S = 0.02

/**
 * A WebM file as a browser records it: of open length, without cues. What is in its blocks is made up; nothing here
 * decodes it.
 */
export const buildWebm = async (seconds: number): Promise<Buffer> => {
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat({ appendOnly: true }), target })
  const picture = new EncodedVideoPacketSource('vp8')
  const sound = new EncodedAudioPacketSource('opus')
  output.addVideoTrack(picture)
  output.addAudioTrack(sound)
  await output.start()
  const decoderConfig = { codec: 'vp8', codedWidth: 640, codedHeight: 360 }
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
