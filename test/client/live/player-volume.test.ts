import { afterEach, describe, expect, it, vi } from 'vitest'
import { playersHaveVolume } from '#client/live/player-volume.ts'

class Player {
  volume = 1
}

/** As on iOS: it takes what a page sets, and goes on as before. */
class StubbornPlayer {
  get volume(): number {
    return 1
  }
  set volume(_level: number) {
    // Ignored, as there.
  }
}

describe('the volume of what a page plays', () => {
  afterEach(() => vi.unstubAllGlobals())

  it.each([
    { name: 'is set where players obey', Audio: Player, expected: true },
    { name: 'is known to be the device’s alone where they don’t', Audio: StubbornPlayer, expected: false },
  ])('$name', ({ Audio, expected }) => {
    vi.stubGlobal('Audio', Audio)
    expect(playersHaveVolume()).toBe(expected)
  })
})
