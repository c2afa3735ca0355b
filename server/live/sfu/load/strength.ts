import { monitorEventLoopDelay, performance } from 'node:perf_hooks'

/** One thread forwards everything: beyond these, all rooms would stutter for one more person. */
const MOST_BUSY_SHARE = 0.85
const MOST_LATE_MS = 80
/** Once refused, it must be clearly better before others are let in. */
const EASED = 0.9
const SMOOTHING = 0.4

export interface Strength {
  /** Share of the thread's time that was work, 0 to 1. */
  busyShare: number
  /** How late the thread gets to what is due, p95 of the last second. */
  lateMs: number
}

/** Whether this process can take more people, by what it measures of itself. */
export const createStrengthWatch = () => {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  let before = performance.eventLoopUtilization()
  const now: Strength = { busyShare: 0, lateMs: 0 }
  let isFull = false

  return {
    now,
    get hasRoomForMore(): boolean {
      return !isFull
    },
    /** Every second. */
    measure(): void {
      const after = performance.eventLoopUtilization()
      const { utilization } = performance.eventLoopUtilization(after, before)
      before = after
      const lateMs = Math.max(0, delay.percentile(95) / 1e6 - 5)
      delay.reset()
      now.busyShare += (utilization - now.busyShare) * SMOOTHING
      now.lateMs += (lateMs - now.lateMs) * SMOOTHING
      const limit = isFull ? EASED : 1
      isFull = now.busyShare > MOST_BUSY_SHARE * limit || now.lateMs > MOST_LATE_MS * limit
    },
    close: () => delay.disable(),
  }
}
