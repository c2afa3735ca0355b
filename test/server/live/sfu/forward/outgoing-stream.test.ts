import { describe, expect, it } from 'vitest'
import type { IncomingStream } from '#server/live/sfu/forward/incoming-stream.ts'
import { createOutgoingStream } from '#server/live/sfu/forward/outgoing-stream.ts'
import { arrive, FRAME_MS, framePacket, madeStream, readSent } from '../support/made-media.ts'

describe('a stream as one viewer gets it', () => {
  const source = (ssrc: number) => madeStream(ssrc).stream

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
        const packet = arrive(stream, framePacket(stream.ssrc, frame, frame === from), frame * FRAME_MS)
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
    outgoing.forward(arrive(stream, framePacket(1, 98, false), 1), 1)
    expect(sent).toHaveLength(3)
  })
})
