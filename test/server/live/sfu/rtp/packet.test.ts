import { describe, expect, it } from 'vitest'
import { createRtpView, isRtcp, passedOn, readRtp, writeHeader } from '#server/live/sfu/rtp/packet.ts'
import { readAudioLevel, readText, walkExtensions } from '#server/live/sfu/rtp/header-extensions.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(/\s/g, ''), 'hex')

/** Marker, payload type 96, sequence 65535, timestamp 0x01020304, ssrc 0xaabbccdd; mid "0" as 4, level 0x85 as 1. */
const WITH_EXTENSIONS = bytes('90 e0 ffff 01020304 aabbccdd  bede 0001 40 30 10 85  c0ffee')

describe('an RTP datagram', () => {
  it('is read with its extensions and without its padding', () => {
    const view = createRtpView()
    expect(readRtp(WITH_EXTENSIONS, view)).toBe(true)
    expect(view).toMatchObject({
      marker: true,
      payloadType: 96,
      sequence: 65535,
      timestamp: 0x01020304,
      ssrc: 0xaabbccdd,
      payloadStart: 20,
      payloadEnd: 23,
    })
    const seen = new Map<number, string>()
    walkExtensions(WITH_EXTENSIONS, view, (id, start, length) =>
      seen.set(
        id,
        id === 4
          ? readText(WITH_EXTENSIONS, start, length)
          : JSON.stringify(readAudioLevel(WITH_EXTENSIONS, start)),
      ),
    )
    expect(Object.fromEntries(seen)).toEqual({ 4: '0', 1: '{"level":5,"voice":true}' })

    const padded = bytes('a0 60 0001 00000000 00000001  c0ffee 000003')
    expect(readRtp(padded, view)).toBe(true)
    expect(view.payloadEnd - view.payloadStart).toBe(3)
  })

  it('is refused where it is cut off, of another version, or lies about its lengths', () => {
    const view = createRtpView()
    expect(readRtp(bytes('80 60 0001 00000000'), view)).toBe(false)
    expect(readRtp(bytes('40 60 0001 00000000 00000001'), view)).toBe(false)
    expect(readRtp(bytes('9f 60 0001 00000000 00000001 bede ffff'), view)).toBe(false)
    expect(readRtp(bytes('a0 60 0001 00000000 00000001 ff'), view)).toBe(false)
    for (let length = 0; length < WITH_EXTENSIONS.length; length++)
      expect(() => readRtp(WITH_EXTENSIONS.subarray(0, length), view)).not.toThrow()
  })

  it('leaves under another name without its extensions, from the same memory', () => {
    const datagram = Buffer.from(WITH_EXTENSIONS)
    const view = createRtpView()
    readRtp(datagram, view)
    const sent = passedOn(datagram, view)
    writeHeader(sent, view.marker, 97, 7, 9, 11)
    expect(sent.toString('hex')).toBe('80e1000700000009' + '0000000b' + 'c0ffee')
    expect(sent.buffer).toBe(datagram.buffer)
  })

  it('is told from RTCP on the same port', () => {
    expect(isRtcp(WITH_EXTENSIONS)).toBe(false)
    expect(isRtcp(bytes('81 c9 0001 00000000'))).toBe(true)
  })
})
