/** The shortest of so long counts: one late answer is a busy machine, a queue holds all of them up. */
const RECENT_MS = 1200
/** The usual round trip is the shortest of about this long; then a line that changed for good has a new one. */
const USUAL_MS = 60_000

/** How long packets wait on a line, by how much longer its round trips are than usual. */
export const createQueueWatch = () => {
  let recent: { atMs: number; ms: number }[] = []
  let usualMs = Infinity
  let usualSinceMs = -Infinity
  /** The shortest since the usual one was taken, which follows it. */
  let nextUsualMs = Infinity

  return {
    take(roundTripMs: number, nowMs: number): void {
      recent = [...recent.filter(({ atMs }) => nowMs - atMs < RECENT_MS), { atMs: nowMs, ms: roundTripMs }]
      nextUsualMs = Math.min(nextUsualMs, roundTripMs)
      if (roundTripMs > usualMs && nowMs - usualSinceMs < USUAL_MS) return
      usualMs = Math.min(roundTripMs, nextUsualMs)
      usualSinceMs = nowMs
      nextUsualMs = Infinity
    },
    /** Undefined where nothing was heard lately. */
    delayMs(nowMs: number): number | undefined {
      const heard = recent.filter(({ atMs }) => nowMs - atMs < RECENT_MS).map(({ ms }) => ms)
      return heard.length > 0 ? Math.max(0, Math.min(...heard) - usualMs) : undefined
    },
  }
}
