import { beforeEach, describe, expect, it } from 'vitest'
import { PresenceLink } from '#client/net/presence-link.ts'
import { decodePose, type Pose } from '#shared/geometry/pose.ts'
import { SnapshotWriter } from '#shared/geometry/snapshot.ts'

const OWN = 1
const OTHER = 2
const TICK_MS = 1000 / 15

let nowMs: number
let sent: Uint8Array[]
let placed: Pose[]
let link: PresenceLink

const standing = (xM: number, zM = 0, headingDeg = 0): Pose => ({
  xM,
  zM,
  headingDeg,
  gesture: 'none',
  voice: 'off',
})

const snapshot = (
  timeMs: number,
  entries: { handle: number; xCm: number; turn256?: number; sequence?: number }[],
  full = false,
) => {
  const writer = new SnapshotWriter(8)
  writer.begin(full, timeMs)
  for (const { handle, xCm, turn256 = 0, sequence = 0 } of entries) {
    writer.add(handle, { xCm, zCm: 0, turn256, flags: 0 }, sequence, 0)
  }
  return writer.end().slice()
}

const lastSent = () => {
  const message = { xCm: 0, zCm: 0, turn256: 0, flags: 0, sequence: 0 }
  decodePose(sent.at(-1) ?? new Uint8Array(), message)
  return message
}

beforeEach(() => {
  nowMs = 1000
  sent = []
  placed = []
  link = new PresenceLink({
    sendPose: (frame) => sent.push(frame),
    nowMs: () => nowMs,
    onPlaced: (pose) => placed.push(pose),
  })
  link.entered({
    hallId: '00000000-0000-4000-8000-000000000001',
    instance: 1,
    handle: OWN,
    visitorId: 'me',
    returned: false,
    pose: standing(0),
    sequence: 250,
    roster: [],
  })
})

describe('presence link', () => {
  it('[PR2] sends at most 15 poses a second, and none while standing still', () => {
    for (let frame = 0; frame < 120; frame++) {
      link.setOwn(standing(frame / 100))
      link.advance()
      nowMs += 1000 / 60
    }
    expect(sent.length).toBeGreaterThanOrEqual(28)
    expect(sent.length).toBeLessThanOrEqual(31)
    sent = []
    for (let frame = 0; frame < 60; frame++) {
      link.advance()
      nowMs += 1000 / 60
    }
    expect(sent.length).toBeLessThanOrEqual(1)
  })

  it('[PR2] does not send a turn too small to travel', () => {
    link.setOwn(standing(0.004, 0, 0.5))
    link.advance()
    expect(sent).toEqual([])
  })

  it('goes on counting from where the server says', () => {
    link.setOwn(standing(1))
    link.advance()
    expect(lastSent()).toMatchObject({ sequence: 251, xCm: 100 })
  })

  it('[PR13] sends a pose again that the server turns out not to have', () => {
    link.setOwn(standing(1))
    link.advance()
    nowMs += 600
    link.receive(snapshot(1, [{ handle: OWN, xCm: 0, sequence: 250 }], true))
    link.advance()
    expect(sent).toHaveLength(2)
    expect(lastSent()).toMatchObject({ xCm: 100, sequence: 251 })
    nowMs += 600
    link.receive(snapshot(2, [{ handle: OWN, xCm: 100, sequence: 251 }], true))
    link.advance()
    expect(sent).toHaveLength(2)
  })

  it('[PR7] goes where the server puts it, and tells the walker', () => {
    link.setOwn(standing(40))
    link.placed({ pose: standing(3), sequence: 9 })
    expect([link.ownPose.xM, placed.at(-1)?.xM]).toEqual([3, 3])
    link.advance()
    expect(sent).toEqual([])
  })

  it('[PR14] lets a snapshot that was overtaken change nothing', () => {
    link.receive(snapshot(200, [{ handle: OTHER, xCm: 200 }]))
    link.receive(snapshot(100, [{ handle: OTHER, xCm: 100 }]))
    expect(link.poses.get(OTHER)?.newest.xCm).toBe(200)
    link.receive(snapshot(150, [{ handle: OWN, xCm: 0 }], true))
    expect(link.poses.has(OTHER)).toBe(true)
  })

  it('draws others between two poses, a moment late, and turns them the short way round', () => {
    for (let tick = 0; tick < 30; tick++) {
      link.receive(
        snapshot(Math.round(tick * TICK_MS), [
          { handle: OTHER, xCm: tick * 10, turn256: (tick % 2) * 16 - 8 },
        ]),
      )
      nowMs += TICK_MS
    }
    const other = link.poses.get(OTHER)!
    let before = other.xM
    for (let frame = 0; frame < 8; frame++) {
      link.advance()
      expect(other.xM).toBeGreaterThanOrEqual(before)
      expect(other.xM).toBeLessThanOrEqual(2.9)
      expect(Math.min(other.headingDeg, 360 - other.headingDeg)).toBeLessThanOrEqual(11.3)
      before = other.xM
      nowMs += 10
    }
    nowMs += 1000
    link.advance()
    expect(other.xM).toBe(2.9)
  })

  it('starts a walk after a pause from where the other stood, not all the time since', () => {
    link.receive(snapshot(0, [{ handle: OTHER, xCm: 0 }]))
    nowMs += 10_000
    link.receive(snapshot(10_000, [{ handle: OTHER, xCm: 10 }]))
    link.advance()
    expect(link.poses.get(OTHER)?.xM).toBe(0)
  })

  it('keeps its place in time when the server clock passes 32 bits', () => {
    link.receive(snapshot(0xffff_fff0, [{ handle: OTHER, xCm: 0 }]))
    nowMs += 32
    link.receive(snapshot(0x10, [{ handle: OTHER, xCm: 50 }]))
    expect(link.poses.get(OTHER)?.newest.xCm).toBe(50)
  })

  it('says when the roster changed, and is empty after leaving', () => {
    let changes = 0
    const stop = link.onRosterChange(() => changes++)
    link.receive(snapshot(1, [{ handle: OTHER, xCm: 0 }]))
    link.receive(snapshot(2, [{ handle: OTHER, xCm: 5 }]))
    expect(changes).toBe(1)
    link.left()
    expect([link.poses.size, link.cards.size, link.handle, changes]).toEqual([0, 0, 0, 2])
    stop()
    link.receive(snapshot(3, [{ handle: OTHER, xCm: 5 }]))
    expect([link.poses.size, changes]).toEqual([0, 2])
  })
})
