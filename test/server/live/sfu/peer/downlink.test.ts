import { describe, expect, it } from 'vitest'
import type { PublishedTrack, Quality } from '#server/live/sfu/forward/published-track.ts'
import { createForwarded } from '#server/live/sfu/forward/forwarded.ts'
import { createDownlink } from '#server/live/sfu/peer/downlink.ts'
import { isRtcp } from '#server/live/sfu/rtp/packet.ts'
import { middleOf, readRtcp } from '#server/live/sfu/rtp/rtcp.ts'
import type { SectionAnswer } from '#server/live/sfu/sdp/answer.ts'
import { madeCodec, madeSection, madeTrack, readSent } from '../support/made-media.ts'

const receiving = (mid: string, kind: 'audio' | 'video') => madeSection(mid, kind, { direction: 'recvonly' })

const sending = (answer: SectionAnswer | undefined) => {
  if (answer?.kind !== 'send') throw new Error(`nothing is sent: ${answer?.kind}`)
  return answer
}

describe('what one client receives', () => {
  const watch = () => {
    const raw: Buffer[] = []
    const unsupported: PublishedTrack[] = []
    const paused: boolean[] = []
    const forwarded = createForwarded()
    const downlink = createDownlink({
      forwarded,
      send: (packet) => raw.push(Buffer.from(packet)),
      onUnsupported: (track) => unsupported.push(track),
      onPaused: (_, isPaused) => paused.push(isPaused),
    })
    const wish = (track: PublishedTrack, priority = 1) =>
      downlink.wish({ track, codec: madeCodec(track.kind), streamId: 'stream', priority })
    const of = (ssrc: number) =>
      raw
        .filter((packet) => !isRtcp(packet))
        .map(readSent)
        .filter((packet) => packet.ssrc === ssrc)
    return { downlink, forwarded, raw, unsupported, paused, wish, of }
  }

  /** A camera that is shown in section 1. */
  const watchCamera = (qualities: readonly Quality[] = [0]) => {
    const viewer = watch()
    const camera = madeTrack('video', qualities)
    for (const quality of qualities) camera.play(quality, 0, true)
    viewer.wish(camera.track)
    const answers = viewer.downlink.answer([receiving('1', 'video')], 0)
    return { ...viewer, camera, answer: sending(answers.get('1')) }
  }

  it('comes in the first free section of its kind, numbered as the answer says', () => {
    const { downlink, wish, of } = watch()
    const { track, play } = madeTrack('video', [0])
    play(0, 0, true)
    wish(track)
    const sections = [receiving('0', 'audio'), receiving('1', 'video'), receiving('2', 'video')]
    const answers = downlink.answer(sections, 0)
    expect([...answers].map(([mid, { kind }]) => [mid, kind])).toEqual([
      ['0', 'idle'],
      ['1', 'send'],
      ['2', 'idle'],
    ])
    expect(downlink.midToTrackId()).toEqual({ 1: track.sid })
    play(0, 1, true)
    expect(of(sending(answers.get('1')).ssrc)).toMatchObject([{ payloadType: 96 }])
  })

  it('keeps its section and its numbers through later offers', () => {
    const { downlink, answer } = watchCamera()
    expect(downlink.answer([receiving('1', 'video'), receiving('2', 'video')], 100).get('1')).toBe(answer)
  })

  it('asks for as many sections as are missing, and for none once all have theirs', () => {
    const { downlink, wish } = watch()
    expect(downlink.missing()).toBeUndefined()
    for (const kind of ['video', 'video', 'audio'] as const) wish(madeTrack(kind, []).track)
    expect(downlink.missing()).toEqual({ audios: 1, videos: 2 })
    downlink.answer([receiving('0', 'video')], 0)
    expect(downlink.missing()).toEqual({ audios: 1, videos: 1 })
    downlink.answer([receiving('0', 'video'), receiving('1', 'video'), receiving('2', 'audio')], 0)
    expect(downlink.missing()).toBeUndefined()
  })

  it('leaves the section of a track that is over idle for one answer before another track uses it', () => {
    const { downlink, camera, wish, answer } = watchCamera()
    downlink.drop(camera.track)
    wish(madeTrack('video', []).track)
    // Nothing is missing, but an offer is needed for the section to rest.
    expect(downlink.missing()).toEqual({ audios: 0, videos: 1 })
    expect(downlink.answer([receiving('1', 'video')], 0).get('1')).toEqual({ kind: 'idle' })
    expect(downlink.missing()).toEqual({ audios: 0, videos: 0 })
    expect(sending(downlink.answer([receiving('1', 'video')], 0).get('1')).ssrc).not.toBe(answer.ssrc)
  })

  it('[LV6] passes nothing on of a track that was dropped, also to whoever asks for it again', () => {
    const { downlink, camera, raw, of, answer } = watchCamera()
    camera.play(0, 1, true)
    const [last] = of(answer.ssrc)
    downlink.drop(camera.track)
    camera.play(0, 2, true)
    downlink.takeRtcp({ kind: 'nack', ssrc: answer.ssrc, sequences: [last!.sequence] }, 1000)
    downlink.report(1000)
    expect(raw).toHaveLength(1)
    expect(downlink.has(camera.track)).toBe(false)
  })

  it('says which track the client can’t play, and leaves its section to others', () => {
    const { downlink, wish, unsupported } = watch()
    const [odd, plain] = [madeTrack('video', []).track, madeTrack('video', []).track]
    downlink.wish({ track: odd, codec: madeCodec('video', { name: 'AV1' }), streamId: 's', priority: 1 })
    wish(plain)
    expect(downlink.answer([receiving('1', 'video')], 0).get('1')).toEqual({ kind: 'idle' })
    expect(unsupported).toEqual([odd])
    sending(downlink.answer([receiving('1', 'video')], 0).get('1'))
    expect(downlink.midToTrackId()).toEqual({ 1: plain.sid })
  })

  it('is sent again where the client misses it', () => {
    const { downlink, camera, of, answer } = watchCamera()
    for (let frame = 1; frame < 5; frame++) camera.play(0, frame, frame === 1)
    const second = of(answer.ssrc)[1]
    downlink.takeRtcp({ kind: 'nack', ssrc: answer.ssrc, sequences: [second!.sequence] }, 1000)
    expect(of(answer.ssrc)).toHaveLength(5)
    expect(of(answer.ssrc).at(-1)).toEqual(second)
  })

  it('asks the publisher for a keyframe where the client lost its picture', () => {
    const { downlink, camera, answer } = watchCamera()
    camera.play(0, 1, true)
    const before = camera.keyframesAsked(0)
    downlink.takeRtcp({ kind: 'keyframe', ssrc: answer.ssrc }, 1000)
    expect(camera.keyframesAsked(0)).toBe(before + 1)
    downlink.takeRtcp({ kind: 'keyframe', ssrc: answer.ssrc + 1 }, 9000)
    expect(camera.keyframesAsked(0)).toBe(before + 1)
  })

  /** A line that is known to carry so much; some losses forbid to try whether more would fit. */
  const narrow = (
    downlink: ReturnType<typeof createDownlink>,
    ssrc: number,
    bitsPerSecond: number,
    nowMs: number,
  ) => {
    const loss = { ssrc, lossShare: 0.1, lastReport: 0, sinceLastReport: 0, jitterTicks: 0 }
    downlink.takeRtcp({ kind: 'receiverReport', ssrc: 1, reports: [loss] }, nowMs)
    downlink.takeRtcp({ kind: 'bandwidth', bitsPerSecond, ssrcs: [] }, nowMs)
    downlink.share(nowMs)
  }

  it('is a smaller layer where the client’s estimate is small, and the larger one when it has grown', () => {
    const { downlink, camera, answer } = watchCamera([0, 2])
    const [small = 0, large = 0] = camera.track.qualities().map((quality) => camera.track.bitsOf(quality, 0))
    const needs = () => downlink.subscriptionTo(camera.track)?.needs()
    expect(needs()).toBe(2)
    narrow(downlink, answer.ssrc, small * 1.2, 100)
    expect(needs()).toBe(0)
    narrow(downlink, answer.ssrc, large * 1.2, 400)
    expect(needs()).toBe(2)
  })

  it('says once that a picture pauses for want of bandwidth, and once that it goes on', () => {
    const { downlink, camera, answer, paused } = watchCamera()
    for (const atMs of [100, 400, 700, 1000]) narrow(downlink, answer.ssrc, 50_000, atMs)
    expect(paused).toEqual([true])
    expect(downlink.subscriptionTo(camera.track)?.needs()).toBe(-1)
    for (const atMs of [1300, 1600]) narrow(downlink, answer.ssrc, 5_000_000, atMs)
    expect(paused).toEqual([true, false])
  })

  it('does not call a picture paused that has not begun', () => {
    const { downlink, wish, paused } = watch()
    wish(madeTrack('video', []).track)
    downlink.answer([receiving('1', 'video')], 0)
    downlink.share(300)
    expect(paused).toEqual([])
  })

  it('shows a screen before a face where both do not fit', () => {
    const { downlink, camera, wish, answer } = watchCamera()
    const screen = madeTrack('video', [0])
    screen.play(0, 0, true)
    wish(screen.track, 100)
    downlink.answer([receiving('1', 'video'), receiving('2', 'video')], 0)
    narrow(downlink, answer.ssrc, screen.track.bitsOf(0, 0) * 1.5, 100)
    expect(downlink.subscriptionTo(screen.track)?.needs()).toBe(0)
    expect(downlink.subscriptionTo(camera.track)?.needs()).toBe(-1)
  })

  it('is counted as it leaves, what is sent again too', () => {
    const { downlink, camera, raw, forwarded, of, answer } = watchCamera()
    for (let frame = 1; frame < 5; frame++) camera.play(0, frame, frame === 1)
    downlink.takeRtcp({ kind: 'nack', ssrc: answer.ssrc, sequences: [of(answer.ssrc)[1]!.sequence] }, 1000)
    expect(forwarded).toEqual({ packets: 5, bytes: Buffer.concat(raw).length })
  })

  it('knows the way there and back by the answers to its reports', () => {
    const { downlink, camera, raw, answer } = watchCamera()
    camera.play(0, 1, true)
    downlink.report(1000)
    const [report] = readRtcp(raw.at(-1)!)
    if (report?.kind !== 'senderReport') throw new Error('no report')
    const before = downlink.roundTripMs
    const lastReport = middleOf({ seconds: report.ntpSeconds, fraction: report.ntpFraction })
    // 300 ms later, of which the client kept it for 100.
    const about = { ssrc: answer.ssrc, lossShare: 0, lastReport, sinceLastReport: 6554, jitterTicks: 0 }
    downlink.takeRtcp({ kind: 'receiverReport', ssrc: 1, reports: [about] }, 1300)
    expect(downlink.roundTripMs).toBeGreaterThan(before)
    expect(downlink.roundTripMs).toBeLessThan(200)
  })

  it('sends nothing more once it is closed', () => {
    const { downlink, camera, raw, of, answer } = watchCamera()
    camera.play(0, 1, true)
    const before = raw.length
    downlink.close()
    camera.play(0, 2, true)
    downlink.takeRtcp({ kind: 'nack', ssrc: answer.ssrc, sequences: [of(answer.ssrc)[0]!.sequence] }, 1000)
    downlink.report(1000)
    expect(raw).toHaveLength(before)
    expect(downlink.subscriptions()).toEqual([])
  })
})
