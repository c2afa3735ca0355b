import { describe, expect, it } from 'vitest'
import { createVp8View, readVp8, rewriteVp8 } from '#server/live/sfu/rtp/vp8.ts'

const KEYFRAME = Buffer.from([0x90, 0xe0, 0x81, 0x23, 0x2a, 0x60, 0x10, 0, 0])

describe('a VP8 descriptor', () => {
  it('tells keyframes, picture and layer', () => {
    const view = createVp8View()
    expect(readVp8(KEYFRAME, 0, KEYFRAME.length, view)).toBe(true)
    expect(view).toMatchObject({
      startsFrame: true,
      isKeyframe: true,
      pictureId: 0x123,
      pictureIdBits: 15,
      tl0PictureIndex: 0x2a,
      temporalLayer: 1,
      isLayerSync: true,
    })
  })

  it('takes other numbers in the same room', () => {
    const datagram = Buffer.from(KEYFRAME)
    const view = createVp8View()
    readVp8(datagram, 0, datagram.length, view)
    rewriteVp8(datagram, 0, view, 0x7fff, 300)
    readVp8(datagram, 0, datagram.length, view)
    expect(view).toMatchObject({ pictureId: 0x7fff, tl0PictureIndex: 300 & 255, isKeyframe: true })
  })

  it('is refused where it is cut off', () => {
    for (let length = 0; length < 7; length++)
      expect(readVp8(KEYFRAME.subarray(0, length), 0, length, createVp8View())).toBe(length === 7)
  })
})
