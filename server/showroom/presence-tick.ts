import { performance } from 'node:perf_hooks'
import type { Callers } from './callers.ts'
import type { HallCounts } from './hall-counts.ts'
import type { PresenceMetrics } from './presence-metrics.ts'
import type { RoomRegistry } from './room-registry.ts'
import type { Visit } from './visitor.ts'

interface TickParts {
  registry: RoomRegistry
  callers: Callers
  counts: HallCounts
  metrics: PresenceMetrics
  nowMs(): number
  leaveStandWhenFar(visit: Visit): void
}

const SWEEP_EVERY_MS = 1000
const COUNT_EVERY_MS = 5000
/** A reader for whom more than this waits is closed: it comes back and gets the present instead of the past. */
const MAX_BUFFERED_BYTES = 1024 * 1024

/** What happens in the halls 15 times a second: snapshots each time, housekeeping and counts now and then. */
export const createPresenceTick = ({
  registry,
  callers,
  counts,
  metrics,
  nowMs,
  leaveStandWhenFar,
}: TickParts) => {
  let sweptAtMs = 0
  let countedAtMs = 0

  const sweep = (now: number): void => {
    for (const visit of registry.overdue(now)) registry.leave(visit)
    for (const visit of registry.visits()) leaveStandWhenFar(visit)
    for (const caller of callers.all()) {
      caller.posesThisSecond = 0
      if (caller.connection.bufferedBytes() > MAX_BUFFERED_BYTES) caller.connection.close()
    }
  }

  return (): void => {
    const now = nowMs()
    const started = performance.now()
    const total = { visitors: 0, snapshots: 0, entries: 0 }
    for (const room of registry.rooms()) {
      const { snapshots, entries } = room.tick(now)
      total.visitors += room.size
      total.snapshots += snapshots
      total.entries += entries
    }
    // Facts go after snapshots, which a socket drops while it is still writing.
    if (now - sweptAtMs >= SWEEP_EVERY_MS) {
      sweptAtMs = now
      sweep(now)
    }
    if (now - countedAtMs >= COUNT_EVERY_MS) {
      countedAtMs = now
      counts.tell()
    }
    metrics.ticked({ ...total, seconds: (performance.now() - started) / 1000 })
  }
}
