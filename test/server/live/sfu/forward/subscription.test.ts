import { describe, expect, it } from 'vitest'
import { createOutgoingStream } from '#server/live/sfu/forward/outgoing-stream.ts'
import type { Quality } from '#server/live/sfu/forward/published-track.ts'
import { createSubscription } from '#server/live/sfu/forward/subscription.ts'
import { FRAME_MS, madeTrack, readSent } from '../support/made-media.ts'

describe('one track for one viewer', () => {
  const watch = (kind: 'audio' | 'video', qualities: readonly Quality[]) => {
    const made = madeTrack(kind, qualities)
    const sent: ReturnType<typeof readSent>[] = []
    const outgoing = createOutgoingStream({
      ssrc: 7,
      payloadType: 100,
      rtx: undefined,
      cname: 'viewer',
      send: (packet) => sent.push(readSent(packet)),
    })
    const subscription = createSubscription({ track: made.track, outgoing, priority: 1 })
    return { ...made, sent, outgoing, subscription }
  }

  it('begins with a keyframe, which is asked for, and shows nothing before it', () => {
    const { play, sent, subscription, keyframesAsked } = watch('video', [0])
    play(0, 1)
    subscription.retarget(FRAME_MS)
    play(0, 2)
    expect(sent).toEqual([])
    expect(keyframesAsked(0)).toBe(1)
    play(0, 3, true)
    play(0, 4)
    expect(sent).toHaveLength(2)
  })

  it('stays with its layer until the first keyframe of the one that is allowed now', () => {
    const { play, layer, outgoing, sent, subscription, keyframesAsked } = watch('video', [0, 2])
    play(0, 1, true)
    play(2, 1, true)
    subscription.retarget(2 * FRAME_MS)
    play(0, 2, true)
    subscription.allow(1)
    subscription.retarget(3 * FRAME_MS)
    expect(keyframesAsked(2)).toBe(1)
    play(2, 3)
    play(0, 3)
    expect(outgoing.source()).toBe(layer(0).stream)
    play(2, 4, true)
    play(0, 4)
    play(2, 5)
    expect(outgoing.source()).toBe(layer(2).stream)
    // Two of the small layer, two of the large one, numbered as one stream.
    expect(sent.map(({ sequence }) => (sequence - sent[0]!.sequence) & 0xffff)).toEqual([0, 1, 2, 3])
  })

  it('goes on with the best layer that still comes where the publisher stops sending the larger ones', () => {
    const { play, layer, outgoing, subscription } = watch('video', [0, 2])
    play(0, 1, true)
    play(2, 1, true)
    subscription.allow(1)
    subscription.retarget(FRAME_MS)
    play(2, 2, true)
    expect(outgoing.source()).toBe(layer(2).stream)
    for (let frame = 2; frame < 60; frame++) play(0, frame)
    subscription.retarget(60 * FRAME_MS)
    play(0, 60, true)
    expect(outgoing.source()).toBe(layer(0).stream)
  })

  it('pauses where the line allows nothing, needs nothing then, and begins anew with a keyframe', () => {
    const { play, sent, subscription } = watch('video', [0])
    play(0, 1, true)
    subscription.retarget(FRAME_MS)
    play(0, 2, true)
    subscription.allow(-1)
    subscription.retarget(3 * FRAME_MS)
    play(0, 3, true)
    expect(sent).toHaveLength(1)
    expect(subscription.isPaused()).toBe(true)
    expect(subscription.needs()).toBe(-1)
    subscription.allow(0)
    subscription.retarget(4 * FRAME_MS)
    play(0, 4)
    play(0, 5, true)
    expect(sent).toHaveLength(2)
    expect(subscription.isPaused()).toBe(false)
  })

  it('is not called paused where nobody looks, and costs neither line nor publisher anything', () => {
    const { play, sent, subscription } = watch('video', [0, 2])
    play(0, 1, true)
    subscription.want(-1)
    subscription.retarget(2 * FRAME_MS)
    play(0, 2, true)
    expect(sent).toEqual([])
    expect(subscription.isPaused()).toBe(false)
    expect(subscription.demand(2 * FRAME_MS)).toBeUndefined()
    expect(subscription.needs()).toBe(-1)
  })

  it('asks of the line what the layers up to the wanted one cost, and of the publisher no larger one', () => {
    const { track, subscription } = watch('video', [0, 1, 2])
    const costs = track.qualities().map((quality) => track.bitsOf(quality, 0))
    expect(subscription.demand(0)).toEqual({ priority: 1, rates: costs, current: 0 })
    subscription.want(1)
    subscription.prefer(5)
    subscription.allow(2)
    expect(subscription.demand(0)).toEqual({ priority: 6, rates: costs.slice(0, 2), current: 2 })
    expect(subscription.needs()).toBe(1)
  })

  it('takes the only layer there is, also where a smaller one is wanted', () => {
    const { play, sent, subscription } = watch('video', [2])
    subscription.want(0)
    play(2, 1, true)
    subscription.retarget(FRAME_MS)
    play(2, 2, true)
    expect(sent).toHaveLength(1)
    expect(subscription.needs()).toBe(2)
  })

  it('passes sound on from its next packet, whatever pictures cost', () => {
    const { play, sent, subscription } = watch('audio', [2])
    play(2, 1)
    subscription.retarget(FRAME_MS)
    play(2, 2)
    expect(sent).toHaveLength(1)
    expect(subscription.demand(0)).toBeUndefined()
  })

  it('asks the publisher for a keyframe where the viewer lost its picture', () => {
    const { play, subscription, keyframesAsked } = watch('video', [0])
    play(0, 1, true)
    subscription.retarget(FRAME_MS)
    play(0, 2, true)
    const before = keyframesAsked(0)
    subscription.askForKeyframe(1000)
    expect(keyframesAsked(0)).toBe(before + 1)
  })

  it('passes nothing on once it is closed', () => {
    const { play, sent, subscription } = watch('video', [0])
    play(0, 1, true)
    subscription.retarget(FRAME_MS)
    play(0, 2, true)
    subscription.close()
    play(0, 3)
    expect(sent).toHaveLength(1)
  })
})
