import { createUnwrapper } from '../rtp/sequence.ts'
import { writeTwcc, type Arrival } from '../rtp/twcc.ts'

/** Senders adapt by this feedback: often enough to be quick, seldom enough to cost little. */
const TELL_EVERY_MS = 80
const MOST_WAITING = 400
/** Later than this behind the newest told, an arrival isn't told any more. */
const MOST_SPAN = 1500

/** Tells a sender when each of its packets arrived (transport-wide congestion control). */
export const createArrivals = (own: number, send: (packet: Buffer) => void) => {
  const unwrap = createUnwrapper()
  const waiting = new Map<number, number>()
  let about = 0
  let told = -1
  let toldMs = -Infinity
  let count = 0

  const tell = (nowMs: number) => {
    const sequences = [...waiting.keys()].sort((a, b) => a - b)
    const newest = sequences.at(-1) ?? 0
    const arrivals = sequences
      .filter((sequence) => newest - sequence < MOST_SPAN)
      .map((sequence): Arrival => ({ sequence: sequence & 0xffff, atUs: waiting.get(sequence) ?? 0 }))
    waiting.clear()
    toldMs = nowMs
    told = newest
    const packet = writeTwcc({ own, ssrc: about, count: count++ & 255, arrivals })
    if (packet) send(packet)
  }

  return {
    take(sequence: number, ssrc: number, nowMs: number): void {
      about = ssrc
      const unwrapped = unwrap(sequence)
      if (told - unwrapped > MOST_SPAN) return
      waiting.set(unwrapped, Math.round(nowMs * 1000))
      if (waiting.size >= MOST_WAITING) tell(nowMs)
    },
    tick(nowMs: number): void {
      if (waiting.size > 0 && nowMs - toldMs >= TELL_EVERY_MS) tell(nowMs)
    },
  }
}
