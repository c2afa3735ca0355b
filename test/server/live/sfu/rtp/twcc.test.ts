import { describe, expect, it } from 'vitest'
import { readTwcc, writeTwcc } from '#server/live/sfu/rtp/twcc.ts'
import { randomStream } from '#shared/textile/noise.ts'

describe('transport-wide feedback', () => {
  it('tells when each packet arrived, within a quarter of a millisecond, and which did not', () => {
    const random = randomStream(3)
    let atUs = 5_000_000
    let sequence = 65_500
    const arrivals: { sequence: number; atUs: number }[] = []
    for (let packet = 0; packet < 300; packet++) {
      sequence = (sequence + 1) & 0xffff
      atUs += Math.floor(random() * (packet === 100 ? 400_000 : 9000)) - 1000
      if (random() > 0.1) arrivals.push({ sequence, atUs })
    }
    const packet = writeTwcc({ own: 1, ssrc: 2, count: 3, arrivals })
    const feedback = packet && readTwcc(packet)
    expect(packet?.length).toBe(4 * ((packet?.readUInt16BE(2) ?? 0) + 1))
    expect(feedback?.count).toBe(3)
    const arrived = feedback?.packets.filter(({ atUs: at }) => at !== undefined) ?? []
    expect(arrived.map((one) => one.sequence)).toEqual(arrivals.map((one) => one.sequence))
    arrived.forEach(({ atUs: at }, index) =>
      expect(Math.abs((at ?? 0) - (arrivals[index]?.atUs ?? 0))).toBeLessThan(250),
    )
  })

  it('is nothing without packets, and survives being cut off', () => {
    expect(writeTwcc({ own: 1, ssrc: 2, count: 0, arrivals: [] })).toBeUndefined()
    const packet = writeTwcc({
      own: 1,
      ssrc: 2,
      count: 0,
      arrivals: [
        { sequence: 1, atUs: 100 },
        { sequence: 9, atUs: 90_000 },
      ],
    })
    for (let length = 0; length < (packet?.length ?? 0); length++)
      expect(() => readTwcc((packet ?? Buffer.alloc(0)).subarray(0, length))).not.toThrow()
  })
})
