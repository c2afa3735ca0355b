import { Track } from 'livekit-client'
import { describe, expect, it } from 'vitest'
import { goodsTrackName, productInTrack } from '#client/live/goods-track.ts'
import { isWeak, withGoods } from '#client/sessions/goods-view.ts'

const screen = (name: string) => ({ personId: 'lola', source: Track.Source.ScreenShare, sid: 'TR', name })

describe('goods on a stage as a picture', () => {
  it('are told from a shared screen by their name', () => {
    expect(productInTrack(goodsTrackName('denim'))).toBe('denim')
    expect(productInTrack('')).toBeUndefined()
  })

  it('are received by those alone who show them so; all else is received as before', () => {
    const rest = () => 0.15
    expect(withGoods(rest, true)(screen(goodsTrackName('denim')))).toBe(1)
    expect(withGoods(rest, false)(screen(goodsTrackName('denim')))).toBe(0)
    for (const isPicture of [true, false]) expect(withGoods(rest, isPicture)(screen(''))).toBe(0.15)
  })

  it('are what a device begins with that draws halls with effort, or was set to', () => {
    expect(isWeak({ choice: 'auto', tier: 'low' })).toBe(true)
    expect(isWeak({ choice: 'low', tier: 'high' })).toBe(true)
    expect(isWeak({ choice: 'high', tier: 'low' })).toBe(false)
    expect(isWeak({ choice: 'auto' })).toBe(false)
  })
})
