import type { PackedPose, PoseMessage } from '#shared/geometry/pose.ts'
import type { VisitorCard } from '#shared/protocol/showroom.ts'
import { HandleSet } from './handle-set.ts'
import { InterestGrid } from './interest-grid.ts'
import { PoseTable, type PoseVerdict } from './pose-table.ts'
import {
  FAR_EVERY_TICKS,
  SnapshotPacker,
  type PackedSnapshot,
  type Scope,
  type Viewpoint,
} from './snapshot-packer.ts'
import type { HallPlan, StandSeat, Visit } from './visitor.ts'

/** A visitor gets everybody in sight again every 30 ticks (2 s at full rate): what was lost on the way is healed. */
export const FULL_EVERY_TICKS = 30
/** Badges of those who came near are sent every 30 ticks, and at once to whom the server moved. */
const NAMES_EVERY_TICKS = 30
// In a crowd a whole cell is too coarse a place to find the nearest 60 from: its quarters are taken.
const CROWDED = 120

interface Place {
  visit: Visit
  known: HandleSet
  needsFull: boolean
  needsNames: boolean
}

/** What a tick sent, summed over receivers. */
export interface TickFigures {
  snapshots: number
  entries: number
}

/** One instance of a hall: its floor, the poses on it, and what each visitor is told of the others. */
export class HallRoom {
  readonly plan: HallPlan
  readonly instance: number
  readonly #grid: InterestGrid
  readonly #poses: PoseTable
  readonly #packer: SnapshotPacker
  readonly #changedTick: Uint32Array
  readonly #roomOf: Uint16Array
  // Room 0 is the open floor; the others are instances of stands.
  readonly #standOfRoom: string[] = ['']
  readonly #roomNames = new Map<string, number>()
  readonly #places = new Map<number, Place>()
  readonly #freeHandles: number[]
  #departed: number[] = []
  #tick = FAR_EVERY_TICKS

  constructor(plan: HallPlan, instance: number) {
    this.plan = plan
    this.instance = instance
    // Staff are let in beyond the capacity, so there are handles to spare.
    const handles = Math.min(65_535, plan.capacity + Math.ceil(plan.capacity / 4) + 50)
    this.#freeHandles = Array.from({ length: handles }, (_, index) => index + 1)
    this.#grid = new InterestGrid(plan.widthM, plan.depthM, handles)
    this.#poses = new PoseTable(plan.widthM, plan.depthM, handles)
    this.#changedTick = new Uint32Array(handles + 1)
    this.#roomOf = new Uint16Array(handles + 1)
    this.#packer = new SnapshotPacker({
      grid: this.#grid,
      poses: this.#poses,
      changedTick: this.#changedTick,
      roomOf: this.#roomOf,
      roomSees: (viewer, seen) => this.#standOfRoom[viewer] !== this.#standOfRoom[seen],
    })
  }

  get size(): number {
    return this.#places.size
  }

  get isFull(): boolean {
    return this.#places.size >= this.plan.capacity
  }

  *visits(): Iterable<Visit> {
    for (const { visit } of this.#places.values()) yield visit
  }

  /** The next number to give; they go round, so that a late snapshot doesn't name somebody new. */
  takeHandle(): number | undefined {
    return this.#freeHandles.shift()
  }

  /** Numbers a stand's instance within this hall. */
  roomNumber(standId: string, instance: number): number {
    const name = `${standId}/${instance}`
    const known = this.#roomNames.get(name)
    if (known !== undefined) return known
    const room = this.#standOfRoom.push(standId) - 1
    this.#roomNames.set(name, room)
    return room
  }

  add(visit: Visit, pose: PackedPose, nowMs: number): void {
    this.#places.set(visit.handle, {
      visit,
      known: new HandleSet(this.#changedTick.length),
      needsFull: true,
      needsNames: false,
    })
    this.#poses.reset(visit.handle, pose, nowMs)
    this.#roomOf[visit.handle] = visit.stand?.room ?? 0
    this.#placeOnFloor(visit.handle, pose)
  }

  remove(visit: Visit): void {
    this.#grid.remove(visit.handle)
    this.#places.delete(visit.handle)
    this.#departed.push(visit.handle)
  }

  /** Makes the next snapshot of a visitor a full one. */
  refresh(handle: number): void {
    const place = this.#places.get(handle)
    if (place) place.needsFull = true
  }

  poseOf(handle: number): Readonly<PoseMessage> {
    return this.#poses.poseOf(handle)
  }

  isOnFloor(pose: PackedPose): boolean {
    return this.#poses.isInside(pose.xCm, pose.zCm)
  }

  /** Moves a visitor by the server's decision. */
  put(handle: number, pose: PackedPose, nowMs: number): void {
    this.#poses.put(handle, pose, nowMs)
    this.#placeOnFloor(handle, pose)
    const place = this.#places.get(handle)
    if (place) place.needsNames = true
  }

  #placeOnFloor(handle: number, pose: PackedPose): void {
    if (this.#grid.place(handle, pose.xCm, pose.zCm)) this.refresh(handle)
    this.#changedTick[handle] = this.#tick
  }

  /** A pose that a visitor sent. */
  move(handle: number, message: PoseMessage, nowMs: number): PoseVerdict {
    const verdict = this.#poses.accept(handle, message, nowMs)
    if (verdict === 'taken') this.#placeOnFloor(handle, message)
    return verdict
  }

  /** Into a stand's instance, or out onto the open floor. */
  seat(visit: Visit, stand: StandSeat | undefined): void {
    visit.stand = stand
    this.#roomOf[visit.handle] = stand?.room ?? 0
    this.#changedTick[visit.handle] = this.#tick
    this.refresh(visit.handle)
  }

  /** Badges of those near a visitor who weren't named to that visitor yet. */
  introduce(handle: number): VisitorCard[] {
    const place = this.#places.get(handle)
    if (!place) return []
    const cards: VisitorCard[] = []
    for (const near of this.#packer.near(
      this.#viewpointOf(handle, this.#isCrowded(this.#grid.cellOf(handle))),
    )) {
      const other = this.#places.get(near)
      if (!other || near === handle || place.known.has(near)) continue
      place.known.add(near)
      cards.push(other.visit.card)
    }
    return cards
  }

  /** A returning visitor's browser may have forgotten everybody. */
  forgetIntroductions(handle: number): void {
    const place = this.#places.get(handle)
    if (place) place.known = new HandleSet(this.#changedTick.length)
  }

  #isCrowded(cell: number): boolean {
    return this.#grid.crowdAround(cell) > CROWDED
  }

  #viewpointOf(handle: number, crowded: boolean): Viewpoint {
    return {
      cell: this.#grid.cellOf(handle),
      quarter: crowded ? this.#grid.quarterOf(handle) : undefined,
      room: this.#roomOf[handle] ?? 0,
    }
  }

  /** Tells every visitor what changed since the last tick. */
  tick(nowMs: number): TickFigures {
    const figures: TickFigures = { snapshots: 0, entries: 0 }
    for (let cell = 0; cell < this.#grid.cellCount; cell++) {
      if (this.#grid.membersOf(cell).length > 0) this.#tellCell(cell, nowMs, figures)
    }
    // After the snapshots: a socket that is still writing a fact would drop the snapshot.
    this.#tellDepartures()
    this.#introduceAll()
    this.#tick += 1
    return figures
  }

  #scopeFor(cell: number): Scope {
    // Cells take turns, so that no tick is much longer than the others.
    if ((this.#tick + cell) % FULL_EVERY_TICKS === 0) return 'full'
    return (this.#tick + cell) % FAR_EVERY_TICKS === 0 ? 'far' : 'near'
  }

  #tellCell(cell: number, nowMs: number, figures: TickFigures): void {
    const crowded = this.#isCrowded(cell)
    const due = this.#scopeFor(cell)
    const packed = new Map<number, PackedSnapshot | undefined>()
    for (const handle of this.#grid.membersOf(cell)) {
      const place = this.#places.get(handle)
      if (place?.visit.status.state !== 'inside') continue
      const { connection } = place.visit.status
      const scope = place.needsFull ? 'full' : due
      const viewpoint = this.#viewpointOf(handle, crowded)
      // One number for viewpoint and scope: those who share it share the snapshot.
      const key = (viewpoint.room * 5 + (viewpoint.quarter ?? 4)) * 2 + (scope === 'full' ? 1 : 0)
      if (!packed.has(key)) packed.set(key, this.#packer.pack(viewpoint, scope, this.#tick, nowMs))
      const snapshot = packed.get(key)
      place.needsFull = false
      if (snapshot) {
        connection.sendSnapshot(snapshot.frame)
        figures.snapshots += 1
        figures.entries += snapshot.entries
      }
    }
  }

  #introduceAll(): void {
    for (const [handle, place] of this.#places) {
      const { visit } = place
      const isDue = place.needsNames || (this.#tick + handle) % NAMES_EVERY_TICKS === 0
      if (!isDue || visit.status.state !== 'inside') continue
      place.needsNames = false
      const visitors = this.introduce(handle)
      if (visitors.length > 0) visit.status.connection.tell('visitor:entered', { visitors })
    }
  }

  #tellDepartures(): void {
    if (this.#departed.length === 0) return
    for (const { visit, known } of this.#places.values()) {
      const handles = this.#departed.filter((handle) => known.has(handle))
      for (const handle of handles) known.delete(handle)
      if (handles.length > 0 && visit.status.state === 'inside')
        visit.status.connection.tell('visitor:left', { handles })
    }
    // Only now may the numbers be given again.
    this.#freeHandles.push(...this.#departed)
    this.#departed = []
  }
}
