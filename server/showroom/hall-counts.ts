import type { RoomRegistry } from './room-registry.ts'
import type { FactOf } from './visitor.ts'

/** Tells those in a hall how many are in it and at its stands, when that changed. */
export class HallCounts {
  readonly #registry: RoomRegistry
  readonly #told = new Map<string, string>()

  constructor(registry: RoomRegistry) {
    this.#registry = registry
  }

  count(hallId: string): FactOf<'hall:counted'> {
    let visitors = 0
    const stands = new Map<string, { standId: string; visitors: number; instances: number }>()
    for (const room of this.#registry.roomsOfHall(hallId)) {
      visitors += room.size
      const rooms = new Set<number>()
      for (const { stand } of room.visits()) {
        if (!stand) continue
        const { standId } = stand.plan
        const known = stands.get(standId) ?? { standId, visitors: 0, instances: 0 }
        known.visitors += 1
        if (!rooms.has(stand.room)) known.instances += 1
        rooms.add(stand.room)
        stands.set(standId, known)
      }
    }
    return { hallId, visitors, stands: [...stands.values()] }
  }

  tell(): void {
    const hallIds = this.#registry.hallIds()
    for (const hallId of hallIds) {
      const counted = this.count(hallId)
      const text = JSON.stringify(counted)
      if (this.#told.get(hallId) === text) continue
      this.#told.set(hallId, text)
      for (const room of this.#registry.roomsOfHall(hallId)) {
        for (const { status } of room.visits()) {
          if (status.state === 'inside') status.connection.tell('hall:counted', counted)
        }
      }
    }
    for (const hallId of this.#told.keys()) if (!hallIds.includes(hallId)) this.#told.delete(hallId)
  }
}
