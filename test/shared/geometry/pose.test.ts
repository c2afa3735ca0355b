import { describe, expect, it } from 'vitest'
import {
  decodePose,
  encodePose,
  GESTURES,
  isLater,
  packPose,
  POSE_BYTES,
  unpackPose,
  VOICES,
  type PoseMessage,
} from '#shared/geometry/pose.ts'
import { seededRandom } from '#test/benchmarks/presence/walkers.ts'

const blank = (): PoseMessage => ({ xCm: 0, zCm: 0, turn256: 0, flags: 0, sequence: 0 })

describe('pose codec', () => {
  it('[PR1] keeps every pose of the largest hall to 1 cm and 1.4°', () => {
    const random = seededRandom(11)
    for (let round = 0; round < 2000; round++) {
      const pose = {
        xM: (random() - 0.5) * 300,
        zM: (random() - 0.5) * 300,
        headingDeg: random() * 360,
        gesture: GESTURES[Math.floor(random() * GESTURES.length)]!,
        voice: VOICES[Math.floor(random() * VOICES.length)]!,
      }
      const sequence = Math.floor(random() * 256)
      const message = blank()
      expect(decodePose(encodePose(packPose(pose), sequence), message)).toBe(true)
      const back = unpackPose(message)
      expect(message.sequence).toBe(sequence)
      expect(Math.abs(back.xM - pose.xM)).toBeLessThanOrEqual(0.005_001)
      expect(Math.abs(back.zM - pose.zM)).toBeLessThanOrEqual(0.005_001)
      const turn = Math.abs(back.headingDeg - pose.headingDeg)
      expect(Math.min(turn, 360 - turn)).toBeLessThanOrEqual(0.71)
      expect([back.gesture, back.voice]).toEqual([pose.gesture, pose.voice])
    }
  })

  it('[PR1] takes headings beyond a turn and below zero', () => {
    const at = (headingDeg: number) =>
      packPose({ xM: 0, zM: 0, headingDeg, gesture: 'none', voice: 'off' }).turn256
    expect([at(450), at(-270), at(360), at(0)]).toEqual([64, 64, 0, 0])
  })

  it('[PR10] rejects frames of another length or kind and leaves the target as it was', () => {
    const message = { ...blank(), xCm: 7 }
    const frame = encodePose({ xCm: 1, zCm: 2, turn256: 3, flags: 0 }, 4)
    for (const wrong of [
      frame.subarray(0, POSE_BYTES - 1),
      new Uint8Array(0),
      new Uint8Array([2, ...frame.subarray(1)]),
    ]) {
      expect(decodePose(wrong, message)).toBe(false)
    }
    expect(message.xCm).toBe(7)
  })

  it('orders sequence numbers across the turn from 255 to 0', () => {
    expect([isLater(1, 0), isLater(0, 255), isLater(255, 0), isLater(5, 5), isLater(100, 0)]).toEqual([
      true,
      true,
      false,
      false,
      true,
    ])
  })
})
