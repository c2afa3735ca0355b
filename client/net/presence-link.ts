import {
  encodePose, packPose, samePose, unpackPose, type PackedPose, type Pose,
} from '#shared/geometry/pose.ts' // prettier-ignore
import { readSnapshotEntries, readSnapshotHeader, type SnapshotEntry } from '#shared/geometry/snapshot.ts'
import type { CommandReply } from '#shared/protocol/define.ts'
import type { Placement, showroomCommands, VisitorCard } from '#shared/protocol/showroom.ts'
import { PresenceTrack, type RemotePose } from './presence-track.ts'

export interface PresenceParts {
  /** Sends one pose frame; it may get lost. */
  sendPose(frame: Uint8Array): void
  /** A clock in ms that never jumps: `performance.now` in a browser. */
  nowMs(): number
  /** The server put you somewhere: you entered, teleported, or a pose was refused. */
  onPlaced(pose: Pose): void
}

const SEND_EVERY_MS = 1000 / 15
// A pose that the server hasn't told of after this time was lost on the way.
const LOST_AFTER_MS = 500
const CLOCK_DRIFT_SHARE = 0.01

type Entered = CommandReply<(typeof showroomCommands)['enter']>

/**
 * The client's side of presence: others' poses to draw, one's own to send. Plain data, changed in place;
 * call `advance` in each frame and read `poses`.
 */
export class PresenceLink {
  /** Those in sight, by handle. */
  readonly poses = new Map<number, PresenceTrack>() satisfies ReadonlyMap<number, RemotePose>
  /** Badges by handle. */
  readonly cards = new Map<number, VisitorCard>()
  readonly #parts: PresenceParts
  readonly #listeners = new Set<() => void>()
  #handle = 0
  #own: PackedPose = packPose({ xM: 0, zM: 0, headingDeg: 0, gesture: 'none', voice: 'off' })
  #sent: PackedPose = this.#own
  #sequence = 0
  #sentAtMs = -Infinity
  #sendDueMs = 0
  #serverMs: number | undefined
  #rawServerMs = 0
  #offsetMs = 0

  constructor(parts: PresenceParts) {
    this.#parts = parts
  }

  /** One's own number; 0 when in no hall. */
  get handle(): number {
    return this.#handle
  }

  get ownPose(): Pose {
    return unpackPose(this.#own)
  }

  /** Calls back when somebody came into sight, left it or was named. */
  onRosterChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #rosterChanged(): void {
    for (const listener of this.#listeners) listener()
  }

  /** The server's answer to `showroom:enter`. */
  entered(reply: Entered): void {
    this.#handle = reply.handle
    this.#serverMs = undefined
    this.poses.clear()
    this.cards.clear()
    this.#sendDueMs = this.#parts.nowMs()
    this.placed(reply)
    this.named(reply.roster)
  }

  /** Out of the hall: left, replaced by another window, or the connection is gone. */
  left(): void {
    this.#handle = 0
    this.poses.clear()
    this.cards.clear()
    this.#rosterChanged()
  }

  /** The server's word on where you are. */
  placed({ pose, sequence }: Placement): void {
    this.#own = packPose(pose)
    this.#sent = this.#own
    this.#sequence = sequence
    this.#parts.onPlaced(pose)
  }

  /** `visitor:entered` */
  named(visitors: readonly VisitorCard[]): void {
    for (const card of visitors) this.cards.set(card.handle, card)
    this.#rosterChanged()
  }

  /** `visitor:left` */
  departed(handles: readonly number[]): void {
    for (const handle of handles) {
      this.cards.delete(handle)
      this.poses.delete(handle)
    }
    this.#rosterChanged()
  }

  /** Where you are now; sent at most 15 times a second, and only when it changed. */
  setOwn(pose: Pose): void {
    this.#own = packPose(pose)
  }

  /** Takes a snapshot frame; what isn't one is ignored. */
  receive(frame: Uint8Array): void {
    const header = readSnapshotHeader(frame)
    if (!header || this.#handle === 0) return
    const timeMs = this.#unwrap(header.timeMs)
    const before = this.poses.size
    let seen = 0
    readSnapshotEntries(frame, (entry) => {
      if (entry.handle === this.#handle) this.#checkOwn(entry)
      else if (this.#take(entry, timeMs)) seen += 1
    })
    if (header.full) this.#dropUnlisted(timeMs)
    if (seen > 0 || this.poses.size !== before) this.#rosterChanged()
  }

  /** Server time beyond 32 bits, and how far the local clock is ahead of it on the fastest way seen. */
  #unwrap(rawMs: number): number {
    const timeMs = this.#serverMs === undefined ? rawMs : this.#serverMs + ((rawMs - this.#rawServerMs) | 0)
    const offsetMs = this.#parts.nowMs() - timeMs
    if (this.#serverMs === undefined || offsetMs < this.#offsetMs) this.#offsetMs = offsetMs
    else this.#offsetMs += (offsetMs - this.#offsetMs) * CLOCK_DRIFT_SHARE
    if (this.#serverMs === undefined || timeMs > this.#serverMs) {
      this.#serverMs = timeMs
      this.#rawServerMs = rawMs
    }
    return timeMs
  }

  /** True when somebody new came into sight. Snapshots may overtake each other: an older one changes nothing. */
  #take(entry: SnapshotEntry, timeMs: number): boolean {
    const known = this.poses.get(entry.handle)
    if (known && known.toldMs > timeMs) return false
    const track = known ?? new PresenceTrack(entry.handle)
    track.push(entry, timeMs - entry.ageMs, timeMs)
    if (!known) this.poses.set(entry.handle, track)
    return !known
  }

  // What a snapshot lists was told at its time or later, so those told earlier are out of sight.
  #dropUnlisted(timeMs: number): void {
    for (const [handle, track] of this.poses) if (track.toldMs < timeMs) this.poses.delete(handle)
  }

  /** One's own entry shows what the server has; where that isn't what was sent, it is sent again. */
  #checkOwn(entry: SnapshotEntry): void {
    if (this.#parts.nowMs() - this.#sentAtMs < LOST_AFTER_MS || samePose(entry, this.#sent)) return
    this.#sequence = entry.sequence
    this.#sent = { xCm: entry.xCm, zCm: entry.zCm, turn256: entry.turn256, flags: entry.flags }
  }

  /** Once a frame: moves what is drawn, and sends one's own pose when it is due. */
  advance(): void {
    const nowMs = this.#parts.nowMs()
    const serverMs = nowMs - this.#offsetMs
    for (const track of this.poses.values()) track.draw(serverMs - track.delayMs)
    this.#sendWhenDue(nowMs)
  }

  #sendWhenDue(nowMs: number): void {
    if (this.#handle === 0 || nowMs < this.#sendDueMs || samePose(this.#own, this.#sent)) return
    this.#sendDueMs = Math.max(this.#sendDueMs + SEND_EVERY_MS, nowMs + SEND_EVERY_MS / 2)
    this.#sequence = (this.#sequence + 1) & 255
    this.#sent = this.#own
    this.#sentAtMs = nowMs
    this.#parts.sendPose(encodePose(this.#own, this.#sequence))
  }
}
