import { describe, expect, it } from 'vitest'
import {
  readSnapshotEntries,
  readSnapshotHeader,
  SNAPSHOT_ENTRY_BYTES,
  SNAPSHOT_HEADER_BYTES,
  SnapshotWriter,
  type SnapshotEntry,
} from '#shared/geometry/snapshot.ts'

const entries: SnapshotEntry[] = [
  { handle: 1, xCm: -15_000, zCm: 15_000, turn256: 255, flags: 0b11_0101, sequence: 0, ageMs: 0 },
  { handle: 65_535, xCm: 32_767, zCm: -32_768, turn256: 0, flags: 0, sequence: 255, ageMs: 255 },
]

const write = (full: boolean, timeMs: number): Uint8Array => {
  const writer = new SnapshotWriter(10)
  writer.begin(full, timeMs)
  for (const { handle, sequence, ageMs, ...pose } of entries) writer.add(handle, pose, sequence, ageMs)
  return writer.end().slice()
}

const read = (frame: Uint8Array): SnapshotEntry[] => {
  const found: SnapshotEntry[] = []
  readSnapshotEntries(frame, (entry) => found.push({ ...entry }))
  return found
}

describe('snapshot codec', () => {
  it('[PR1] gives back what was written in 10 bytes a visitor', () => {
    const frame = write(true, 4_000_000_000)
    expect(frame).toHaveLength(SNAPSHOT_HEADER_BYTES + 2 * SNAPSHOT_ENTRY_BYTES)
    expect(readSnapshotHeader(frame)).toEqual({ full: true, count: 2, timeMs: 4_000_000_000 })
    expect(read(frame)).toEqual(entries)
  })

  it('reads a frame at an odd place of a larger buffer, as sockets deliver it', () => {
    const frame = write(false, 12)
    const larger = new Uint8Array(frame.length + 3)
    larger.set(frame, 3)
    expect(read(larger.subarray(3))).toEqual(entries)
  })

  it('says that an age above 255 ms is 255', () => {
    const writer = new SnapshotWriter(1)
    writer.begin(false, 0)
    writer.add(1, entries[0]!, 1, 100_000)
    expect(read(writer.end())[0]?.ageMs).toBe(255)
  })

  it('[PR10] rejects cut, lengthened and foreign frames', () => {
    const frame = write(true, 1)
    for (const wrong of [
      frame.subarray(0, 5),
      frame.subarray(0, -1),
      new Uint8Array([...frame, 0]),
      new Uint8Array(8),
    ]) {
      expect(readSnapshotHeader(wrong)).toBeUndefined()
    }
  })
})
