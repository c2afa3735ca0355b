import type { PackedPose } from '#shared/geometry/pose.ts'
import type { VisitorCard } from '#shared/protocol/showroom.ts'
import { AppError } from '../platform/errors.ts'
import { HallRoom } from './hall-room.ts'
import type { Connection, HallPlan, StandPlan, StandSeat, Visit } from './visitor.ts'

/** Phones drop Wi-Fi between halls: who comes back within this time keeps the place. */
export const REJOIN_WINDOW_MS = 10_000
/** Instances of one stand; beyond them it is full. */
export const MAX_STAND_INSTANCES = 15

export interface Arrival {
  visitorId: string
  companyId: string | undefined
  badge: Omit<VisitorCard, 'handle'>
  connection: Connection
}

/** Who is in which instance of which hall and stand. Knows no clock and no network. */
export class RoomRegistry {
  readonly #halls = new Map<string, HallRoom[]>()
  readonly #visits = new Map<string, Visit>()

  visitOf(visitorId: string): Visit | undefined {
    return this.#visits.get(visitorId)
  }

  visits(): Iterable<Visit> {
    return this.#visits.values()
  }

  *rooms(): Iterable<HallRoom> {
    for (const rooms of this.#halls.values()) yield* rooms
  }

  hallIds(): string[] {
    return [...this.#halls.keys()]
  }

  roomOf(visit: Visit): HallRoom {
    const room = this.#halls.get(visit.hallId)?.find(({ instance }) => instance === visit.hallInstance)
    if (!room) throw new AppError('not_entered')
    return room
  }

  roomsOfHall(hallId: string): readonly HallRoom[] {
    return this.#halls.get(hallId) ?? []
  }

  /** A place in the first instance of the hall that isn't full; another opens where all are. */
  enter(plan: HallPlan, arrival: Arrival, pose: PackedPose, nowMs: number): Visit {
    const room = this.#roomWithSpace(plan)
    const handle = room.takeHandle()
    if (handle === undefined) throw new AppError('unavailable')
    const visit: Visit = {
      visitorId: arrival.visitorId,
      card: { handle, ...arrival.badge },
      companyId: arrival.companyId,
      hallId: plan.hallId,
      hallInstance: room.instance,
      handle,
      stand: undefined,
      status: { state: 'inside', connection: arrival.connection },
    }
    this.#visits.set(visit.visitorId, visit)
    room.add(visit, pose, nowMs)
    return visit
  }

  #roomWithSpace(plan: HallPlan): HallRoom {
    const rooms = this.#halls.get(plan.hallId) ?? []
    const open = rooms.find((room) => !room.isFull)
    if (open) return open
    const taken = new Set(rooms.map(({ instance }) => instance))
    let instance = 1
    while (taken.has(instance)) instance += 1
    const room = new HallRoom(plan, instance)
    this.#halls.set(
      plan.hallId,
      [...rooms, room].sort((a, b) => a.instance - b.instance),
    )
    return room
  }

  leave(visit: Visit): void {
    const room = this.roomOf(visit)
    room.remove(visit)
    this.#visits.delete(visit.visitorId)
    if (room.size > 0) return
    const others = this.roomsOfHall(visit.hallId).filter((other) => other !== room)
    if (others.length > 0) this.#halls.set(visit.hallId, others)
    else this.#halls.delete(visit.hallId)
  }

  /** The connection is gone; the place is kept until the rejoin window ends. */
  stepAway(visit: Visit, nowMs: number): void {
    visit.status = { state: 'away', sinceMs: nowMs }
  }

  comeBack(visit: Visit, connection: Connection): void {
    visit.status = { state: 'inside', connection }
    const room = this.roomOf(visit)
    room.refresh(visit.handle)
    room.forgetIntroductions(visit.handle)
  }

  /** Visits whose rejoin window ended. */
  overdue(nowMs: number): Visit[] {
    return [...this.#visits.values()].filter(
      ({ status }) => status.state === 'away' && nowMs - status.sinceMs > REJOIN_WINDOW_MS,
    )
  }

  /** Visitors of a stand by instance, staff included. */
  standInstances(hall: HallRoom, standId: string): Map<number, Visit[]> {
    const instances = new Map<number, Visit[]>()
    for (const visit of hall.visits()) {
      if (visit.stand?.plan.standId !== standId) continue
      const members = instances.get(visit.stand.instance)
      if (members) members.push(visit)
      else instances.set(visit.stand.instance, [visit])
    }
    return instances
  }

  /** Finds a seat in a stand: the instance asked for by its staff, else the first that isn't full. */
  stepIn(visit: Visit, stand: StandPlan, asked?: number): StandSeat {
    const hall = this.roomOf(visit)
    if (visit.stand?.plan.standId === stand.standId && asked === undefined) return visit.stand
    const instances = this.standInstances(hall, stand.standId)
    const isStaff = visit.companyId === stand.companyId
    const instance = isStaff ? (asked ?? 1) : firstWithSpace(instances, stand)
    if (isStaff && instance !== 1 && !instances.has(instance)) throw new AppError('not_found', { instance })
    const seat = { plan: stand, instance, room: hall.roomNumber(stand.standId, instance) }
    hall.seat(visit, seat)
    return seat
  }

  stepOut(visit: Visit): void {
    if (visit.stand) this.roomOf(visit).seat(visit, undefined)
  }
}

const firstWithSpace = (instances: Map<number, Visit[]>, stand: StandPlan): number => {
  for (let instance = 1; instance <= MAX_STAND_INSTANCES; instance++) {
    const visitors = (instances.get(instance) ?? []).filter(({ companyId }) => companyId !== stand.companyId)
    if (visitors.length < stand.capacity) return instance
  }
  throw new AppError('stand_full', { standId: stand.standId })
}
