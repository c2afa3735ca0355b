import type { PackedPose, PoseMessage } from './pose.ts'

/** First byte of a snapshot frame. */
export const SNAPSHOT_KIND = 2
/** Kind, flags, count (16 bits), server time in ms (32 bits). */
export const SNAPSHOT_HEADER_BYTES = 8
/** Handle, x, z (16 bits each), heading, flags, sequence, age in ms (8 bits each). */
export const SNAPSHOT_ENTRY_BYTES = 10

const FULL = 1
const HEADER_WORDS = SNAPSHOT_HEADER_BYTES / 2
const ENTRY_WORDS = SNAPSHOT_ENTRY_BYTES / 2
const MAX_AGE_MS = 255

/** One visitor in a snapshot. `ageMs` is how old the pose was when it was packed; 255 means that or more. */
export interface SnapshotEntry extends PoseMessage {
  handle: number
  ageMs: number
}

export interface SnapshotHeader {
  /** A full snapshot lists everybody that the receiver should see; others are gone. */
  full: boolean
  count: number
  /** Server's clock in ms modulo 2^32; grows with each snapshot. */
  timeMs: number
}

/**
 * Where the server writes snapshots: 16-bit words that are used again for each one.
 * The words are little-endian, as every platform is that Node and browsers run on.
 */
export class SnapshotWriter {
  readonly #words: Uint16Array
  readonly #bytes: Uint8Array
  #count = 0

  constructor(capacity: number) {
    this.#words = new Uint16Array(HEADER_WORDS + capacity * ENTRY_WORDS)
    this.#bytes = new Uint8Array(this.#words.buffer)
  }

  get count(): number {
    return this.#count
  }

  begin(full: boolean, timeMs: number): void {
    this.#count = 0
    this.#words[0] = SNAPSHOT_KIND | ((full ? FULL : 0) << 8)
    this.#words[2] = timeMs & 0xffff
    this.#words[3] = timeMs >>> 16
  }

  add(handle: number, pose: PackedPose, sequence: number, ageMs: number): void {
    const at = HEADER_WORDS + this.#count++ * ENTRY_WORDS
    const words = this.#words
    words[at] = handle
    words[at + 1] = pose.xCm
    words[at + 2] = pose.zCm
    words[at + 3] = pose.turn256 | (pose.flags << 8)
    words[at + 4] = sequence | (Math.min(MAX_AGE_MS, ageMs) << 8)
  }

  /** The finished frame; valid until the next `begin`, so copy it. */
  end(): Uint8Array {
    this.#words[1] = this.#count
    return this.#bytes.subarray(0, SNAPSHOT_HEADER_BYTES + this.#count * SNAPSHOT_ENTRY_BYTES)
  }
}

const viewOf = (frame: Uint8Array) => new DataView(frame.buffer, frame.byteOffset, frame.byteLength)

/** Reads the header of a snapshot; undefined when the frame isn't a whole one. */
export const readSnapshotHeader = (frame: Uint8Array): SnapshotHeader | undefined => {
  if (frame.length < SNAPSHOT_HEADER_BYTES || frame[0] !== SNAPSHOT_KIND) return undefined
  const view = viewOf(frame)
  const count = view.getUint16(2, true)
  if (frame.length !== SNAPSHOT_HEADER_BYTES + count * SNAPSHOT_ENTRY_BYTES) return undefined
  return { full: (view.getUint8(1) & FULL) !== 0, count, timeMs: view.getUint32(4, true) }
}

/** Calls `visit` with each entry. The same object is passed each time: copy what you keep. */
export const readSnapshotEntries = (frame: Uint8Array, visit: (entry: SnapshotEntry) => void): void => {
  const view = viewOf(frame)
  const entry: SnapshotEntry = { handle: 0, xCm: 0, zCm: 0, turn256: 0, flags: 0, sequence: 0, ageMs: 0 }
  for (
    let at = SNAPSHOT_HEADER_BYTES;
    at + SNAPSHOT_ENTRY_BYTES <= frame.length;
    at += SNAPSHOT_ENTRY_BYTES
  ) {
    entry.handle = view.getUint16(at, true)
    entry.xCm = view.getInt16(at + 2, true)
    entry.zCm = view.getInt16(at + 4, true)
    entry.turn256 = view.getUint8(at + 6)
    entry.flags = view.getUint8(at + 7)
    entry.sequence = view.getUint8(at + 8)
    entry.ageMs = view.getUint8(at + 9)
    visit(entry)
  }
}
