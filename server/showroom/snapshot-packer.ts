import { SnapshotWriter } from '#shared/geometry/snapshot.ts'
import type { InterestGrid } from './interest-grid.ts'
import type { PoseTable } from './pose-table.ts'

/** How many a visitor sees at full rate, and how many in all. */
export const NEAR_LIMIT = 60
export const SEEN_LIMIT = 300
/** Every fifth tick also tells of those farther away: 3 times a second, 2 under load. */
export const FAR_EVERY_TICKS = 5
const NEAR_RING = 1
const FAR_RING = 2

/** From where a snapshot is seen: a cell, or a quarter of a crowded one, and a stand's instance (0: the open floor). */
export interface Viewpoint {
  cell: number
  quarter: number | undefined
  room: number
}

/** What a snapshot tells: everybody in sight, or what changed among the near or among all in sight. */
export type Scope = 'full' | 'near' | 'far'

export interface PackedSnapshot {
  frame: Buffer
  entries: number
}

export interface PackerParts {
  grid: InterestGrid
  poses: PoseTable
  /** The tick in which a visitor last changed. */
  changedTick: Uint32Array
  /** Whether somebody in one room (a stand's instance) sees somebody in another. */
  roomSees(viewer: number, seen: number): boolean
  roomOf: Uint16Array
}

// Distance and handle in one number, so that a typed array sorts them without calling back.
const HANDLE_SPAN = 65_536

/** Finds who is in sight from a viewpoint and packs them, nearest first. */
export class SnapshotPacker {
  readonly #parts: PackerParts
  readonly #writer = new SnapshotWriter(SEEN_LIMIT)
  #ranked = new Float64Array(1024)

  constructor(parts: PackerParts) {
    this.#parts = parts
  }

  /** The nearest in sight, nearest first; at most `limit`. The result is used again by the next call. */
  #rank(from: Viewpoint, ring: number, limit: number): Float64Array {
    const { grid, roomOf, roomSees } = this.#parts
    const middle = grid.middleOf(from.cell, from.quarter)
    let count = 0
    grid.around(from.cell, ring, (handle) => {
      const room = roomOf[handle] ?? 0
      if (room !== 0 && from.room !== 0 && room !== from.room && !roomSees(from.room, room)) return
      const dx = (grid.xCm[handle] ?? 0) - middle.xCm
      const dz = (grid.zCm[handle] ?? 0) - middle.zCm
      if (count === this.#ranked.length) this.#grow()
      this.#ranked[count++] = (dx * dx + dz * dz) * HANDLE_SPAN + handle
    })
    const found = this.#ranked.subarray(0, count)
    return count > limit ? found.sort().subarray(0, limit) : found
  }

  #grow(): void {
    const larger = new Float64Array(this.#ranked.length * 2)
    larger.set(this.#ranked)
    this.#ranked = larger
  }

  /** Handles of those seen at full rate from a viewpoint. */
  near(from: Viewpoint): number[] {
    return Array.from(this.#rank(from, NEAR_RING, NEAR_LIMIT), (key) => key % HANDLE_SPAN)
  }

  /** One snapshot for all who share a viewpoint; undefined when there is nothing to tell. */
  pack(from: Viewpoint, scope: Scope, tick: number, nowMs: number): PackedSnapshot | undefined {
    const { poses, changedTick } = this.#parts
    const ranked =
      scope === 'near' ? this.#rank(from, NEAR_RING, NEAR_LIMIT) : this.#rank(from, FAR_RING, SEEN_LIMIT)
    const since = scope === 'full' ? 0 : scope === 'near' ? tick : tick - FAR_EVERY_TICKS + 1
    const writer = this.#writer
    writer.begin(scope === 'full', nowMs)
    for (const key of ranked) {
      const handle = key % HANDLE_SPAN
      if ((changedTick[handle] ?? 0) < since) continue
      const pose = poses.poseOf(handle)
      writer.add(handle, pose, pose.sequence, poses.ageMs(handle, nowMs))
    }
    if (writer.count === 0) return undefined
    return { frame: Buffer.from(writer.end()), entries: writer.count }
  }
}
