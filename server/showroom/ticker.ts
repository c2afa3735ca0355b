import { performance } from 'node:perf_hooks'

/** Ticks a second: 15 where there is time for it, 10 under load. */
export const TICK_RATES_HZ = [15, 12, 10] as const
export type TickRate = (typeof TICK_RATES_HZ)[number]

const BUSY = 0.6
const IDLE = 0.35
const MEASURE_EVERY_MS = 2000

/** The rate for the next two seconds, from the share of time in which the process was busy. */
export const nextRate = (rate: TickRate, busyShare: number): TickRate => {
  const index = TICK_RATES_HZ.indexOf(rate)
  if (busyShare > BUSY) return TICK_RATES_HZ[index + 1] ?? rate
  return busyShare < IDLE ? (TICK_RATES_HZ[index - 1] ?? rate) : rate
}

/** What calls the showroom's tick; tests have one that they turn by hand. */
export interface Ticker {
  start(tick: () => void): void
  stop(): void
}

/** Ticks by the process' timer and slows down when the event loop is busy. */
export const createTicker = (): Ticker & { readonly rateHz: TickRate } => {
  let rate: TickRate = TICK_RATES_HZ[0]
  let timer: NodeJS.Timeout | undefined
  let measured = performance.eventLoopUtilization()
  let measuredAtMs = performance.now()
  let dueMs = 0

  const measure = (nowMs: number) => {
    if (nowMs - measuredAtMs < MEASURE_EVERY_MS) return
    const current = performance.eventLoopUtilization()
    rate = nextRate(rate, performance.eventLoopUtilization(current, measured).utilization)
    measured = current
    measuredAtMs = nowMs
  }

  return {
    get rateHz() {
      return rate
    },
    start(tick) {
      const turn = () => {
        tick()
        const nowMs = performance.now()
        measure(nowMs)
        // A tick that comes late doesn't delay those after it, and several missed ones are not made up for.
        dueMs = Math.max(dueMs + 1000 / rate, nowMs)
        timer = setTimeout(turn, dueMs - nowMs)
      }
      dueMs = performance.now()
      timer = setTimeout(turn, 0)
    },
    stop() {
      clearTimeout(timer)
    },
  }
}
