import type { Timers } from '#client/net/delivery.ts'

/** Time that a test moves; what waits for later is called where it says so. */
export const holdTimers = (nowMs = 0) => {
  let waiting: (() => void)[] = []
  const timers: Timers = {
    nowMs: () => clock.nowMs,
    after(_, call) {
      waiting.push(call)
      return () => {
        waiting = waiting.filter((one) => one !== call)
      }
    },
  }
  const clock = {
    nowMs,
    timers,
    waits: () => waiting.length,
    callAll(): void {
      for (const call of waiting.splice(0)) call()
    },
  }
  return clock
}
