const BURST = 400
const PER_SECOND = 60

/** Lets a burst of messages through, then so many a second; more is a flood. */
export const createMessageRate = () => {
  let left = BURST
  let atMs = performance.now()
  return (nowMs: number): boolean => {
    left = Math.min(BURST, left + ((nowMs - atMs) / 1000) * PER_SECOND)
    atMs = nowMs
    if (left < 1) return false
    left -= 1
    return true
  }
}
