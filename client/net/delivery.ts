import { ApiError } from './api.ts'

export type RefusalCode = ApiError['code']

/** Time, so that tests can hold it. */
export interface Timers {
  nowMs(): number
  /** Returns what cancels the call. */
  after(delayMs: number, call: () => void): () => void
}

export const browserTimers: Timers = {
  nowMs: () => performance.now(),
  after(delayMs, call) {
    const timer = setTimeout(call, delayMs)
    return () => clearTimeout(timer)
  },
}

const RETRY_MS = 1000
const RETRY_MAX_MS = 8000

/** How long to wait before the next try: 1 s, then twice as long each time, 8 s at most. */
export const createBackoff = () => {
  let nextMs = RETRY_MS
  return {
    takeMs(): number {
      const waitMs = nextMs
      nextMs = Math.min(nextMs * 2, RETRY_MAX_MS)
      return waitMs
    },
    reset(): void {
      nextMs = RETRY_MS
    },
  }
}

const PASSING = new Set<RefusalCode>(['offline', 'unavailable', 'internal', 'too_many_requests', 'disk_full'])

/** True of answers after which the same may succeed later by itself. */
export const isPassing = (code: RefusalCode): boolean => PASSING.has(code)

export const codeOf = (error: unknown): RefusalCode => (error instanceof ApiError ? error.code : 'internal')
