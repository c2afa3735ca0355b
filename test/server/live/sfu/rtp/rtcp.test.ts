import { describe, expect, it } from 'vitest'
import * as rtcp from '#server/live/sfu/rtp/rtcp.ts'
import { randomStream } from '#shared/textile/noise.ts'

describe('RTCP', () => {
  it('asks for lost packets again, by fields of seventeen, across a wrap', () => {
    const sequences = [65530, 65535, 0, 10, 11, 40]
    expect(rtcp.readRtcp(rtcp.writeNack(1, 2, sequences))).toEqual([{ kind: 'nack', ssrc: 2, sequences }])
  })

  it('asks for a keyframe and tells a bandwidth', () => {
    expect(rtcp.readRtcp(rtcp.writeKeyframeRequest(1, 2))).toEqual([{ kind: 'keyframe', ssrc: 2 }])
    const [remb] = rtcp.readRtcp(rtcp.writeRemb(1, 2_500_000, [3, 4]))
    expect(remb).toMatchObject({ kind: 'bandwidth', ssrcs: [3, 4] })
    // 18 bits of mantissa keep it to a 100,000th.
    expect(remb?.kind === 'bandwidth' ? remb.bitsPerSecond : 0).toBeCloseTo(2_500_000, -2)
  })

  it('reads back its reports from a compound packet', () => {
    const report = {
      ssrc: 5,
      lossShare: 0.25,
      lost: -3,
      highestSequence: 70_000,
      jitterTicks: 90,
      lastReport: 6,
      sinceLastReport: 7,
    }
    const compound = Buffer.concat([
      rtcp.writeSenderReport({
        ssrc: 9,
        cname: 'fairloom',
        unixMs: 1_700_000_000_500,
        timestamp: 4e9,
        packets: 3,
        bytes: 4,
      }),
      rtcp.writeReceiverReport(1, [report]),
      rtcp.writeGoodbye([9]),
    ])
    const [sender, receiver, goodbye] = rtcp.readRtcp(compound)
    expect(sender).toMatchObject({ kind: 'senderReport', ssrc: 9, timestamp: 4e9, ntpFraction: 2 ** 31 })
    expect(receiver).toEqual({
      kind: 'receiverReport',
      ssrc: 1,
      reports: [{ ssrc: 5, lossShare: 0.25, jitterTicks: 90, lastReport: 6, sinceLastReport: 7 }],
    })
    expect(goodbye).toEqual({ kind: 'goodbye', ssrcs: [9] })
  })

  it('passes over whatever else arrives', () => {
    const random = randomStream(7)
    for (let round = 0; round < 20_000; round++) {
      const datagram = Buffer.from(
        Array.from({ length: Math.floor(random() * 60) }, () => Math.floor(random() * 256)),
      )
      if (datagram.length > 1) {
        datagram[0] = 0x80 | Math.floor(random() * 32)
        datagram[1] = 200 + Math.floor(random() * 8)
      }
      if (datagram.length > 3) datagram.writeUInt16BE(Math.floor(random() * 16), 2)
      expect(() => rtcp.readRtcp(datagram)).not.toThrow()
    }
  })
})
