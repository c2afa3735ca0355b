import { describe, expect, it } from 'vitest'
import { createIncomingStream, type IncomingStream } from '#server/live/sfu/forward/incoming-stream.ts'
import { createOutgoingStream } from '#server/live/sfu/forward/outgoing-stream.ts'
import { createRtpView, readRtp } from '#server/live/sfu/rtp/packet.ts'
import { createVp8View, readVp8 } from '#server/live/sfu/rtp/vp8.ts'

const CLOCK_RATE = 90_000
const PAYLOAD_TYPE = 96
const FRAME_MS = 33
const FRAME_TICKS = 2970

/** One VP8 packet a frame: sequence, timestamp and picture all follow from its number. */
const framePacket = (ssrc: number, frame: number, isKeyframe: boolean) => {
  const packet = Buffer.alloc(12 + 6)
  packet[0] = 0x80
  packet[1] = 0x80 | PAYLOAD_TYPE
  packet.writeUInt16BE(frame & 0xffff, 2)
  packet.writeUInt32BE((frame * FRAME_TICKS) >>> 0, 4)
  packet.writeUInt32BE(ssrc, 8)
  packet[12] = 0x90
  packet[13] = 0xc0
  packet.writeUInt16BE(0x8000 | (frame & 0x7fff), 14)
  packet[16] = frame & 255
  packet[17] = isKeyframe ? 0 : 1
  return packet
}

const readSent = (packet: Buffer) => {
  const view = createRtpView()
  readRtp(packet, view)
  const vp8 = createVp8View()
  readVp8(packet, view.payloadStart, view.payloadEnd, vp8)
  return { ...view, pictureId: vp8.pictureId, tl0: vp8.tl0PictureIndex }
}

describe('a stream as one viewer gets it', () => {
  const source = (ssrc: number) =>
    createIncomingStream({
      ssrc,
      codec: 'vp8',
      clockRate: CLOCK_RATE,
      isVideo: true,
      repairs: true,
      own: 1,
      send: () => undefined,
    })

  const watch = (rtx?: { ssrc: number; payloadType: number }) => {
    const sent: ReturnType<typeof readSent>[] = []
    const raw: Buffer[] = []
    const outgoing = createOutgoingStream({
      ssrc: 7,
      payloadType: 100,
      rtx,
      cname: 'viewer',
      send: (packet) => {
        raw.push(Buffer.from(packet))
        sent.push(readSent(packet))
      },
    })
    /** Frames of a stream, from one number to before another. */
    const play = (stream: IncomingStream, from: number, to: number) => {
      for (let frame = from; frame < to; frame++) {
        const datagram = framePacket(stream.ssrc, frame, frame === from)
        const view = createRtpView()
        readRtp(datagram, view)
        const packet = stream.take(datagram, view, frame * FRAME_MS)
        if (!packet) throw new Error('no packet')
        if (frame === from) outgoing.switchTo(stream, packet, frame * FRAME_MS)
        outgoing.forward(packet, frame * FRAME_MS)
      }
    }
    return { outgoing, sent, raw, play }
  }

  it('goes on in numbers, pictures and time where another layer takes over', () => {
    const { sent, play } = watch()
    play(source(1), 100, 110)
    play(source(2), 40_000, 40_010)
    expect(sent).toHaveLength(20)
    for (const [at, packet] of sent.entries()) {
      const before = sent[at - 1]
      if (!before) continue
      expect(packet.sequence).toBe((before.sequence + 1) & 0xffff)
      expect(packet.pictureId).toBe((before.pictureId + 1) & 0x7fff)
      expect(packet.tl0).toBe((before.tl0 + 1) & 255)
      expect((packet.timestamp - before.timestamp) | 0).toBeGreaterThan(0)
      expect(packet).toMatchObject({ ssrc: 7, payloadType: 100 })
    }
  })

  it('is sent again as it was, also from before a change of layer', () => {
    const { outgoing, sent, raw, play } = watch()
    play(source(1), 100, 110)
    play(source(2), 40_000, 40_010)
    const first = [...raw]
    outgoing.resend([sent[4]!.sequence, sent[15]!.sequence], 1e9)
    expect(raw.slice(20)).toEqual([first[4], first[15]])
  })

  it('is sent again however long the stream is, and nothing that is too old', () => {
    const { outgoing, sent, raw, play } = watch()
    play(source(1), 0, 70_000)
    const newest = sent.at(-3)!.sequence
    const tooOld = sent.at(-3000)!.sequence
    const before = raw.length
    outgoing.resend([newest, tooOld], 1e9)
    expect(raw.slice(before)).toEqual([raw[before - 3]])
  })

  it('repairs in a stream of its own where the viewer takes one, with the number that it repeats', () => {
    const { outgoing, sent, raw, play } = watch({ ssrc: 8, payloadType: 101 })
    play(source(1), 100, 105)
    outgoing.resend([sent[2]!.sequence], 1e9)
    const repair = raw.at(-1)!
    expect(readSent(repair)).toMatchObject({ ssrc: 8, payloadType: 101 })
    expect(repair.readUInt16BE(12)).toBe(sent[2]!.sequence)
    expect(repair.subarray(14)).toEqual(raw[2]!.subarray(12))
  })

  it('leaves out what comes late from before the keyframe that it began with', () => {
    const { outgoing, sent, play } = watch()
    const stream = source(1)
    play(stream, 100, 103)
    const late = framePacket(1, 98, false)
    const view = createRtpView()
    readRtp(late, view)
    const packet = stream.take(late, view, 1)
    if (!packet) throw new Error('no packet')
    outgoing.forward(packet, 1)
    expect(sent).toHaveLength(3)
  })
})
