import { sequenceAfter } from '../rtp/sequence.ts'

/** A packet is asked for at most so often, and no longer than somebody would wait for its picture. */
const MOST_ASKS = 8
const GIVE_UP_MS = 600
/** Reordered packets come by themselves within this. */
const FIRST_ASK_MS = 8
const MOST_MISSING = 256
/** A jump larger than this is a new beginning of the sender's, not a loss. */
const MOST_GAP = 1000

interface Missing {
  sequence: number
  sinceMs: number
  askedMs: number
  asks: number
}

/** Watches one received stream for gaps, and knows what to report of it (RFC 3550, appendix A.3 and A.8). */
export const createLossWatch = (clockRate: number) => {
  const missing: Missing[] = []
  let highest: number | undefined
  let cycles = 0
  let base = 0
  let received = 0
  let expectedBefore = 0
  let receivedBefore = 0
  let jitter = 0
  let transitBefore: number | undefined

  const extended = () => cycles * 0x10000 + (highest ?? 0)

  return {
    /** Takes note of a packet. True where it is the newest so far, false where it fills a gap or comes twice. */
    take(sequence: number, timestamp: number, nowMs: number): boolean {
      received += 1
      const transit = (nowMs * clockRate) / 1000 - timestamp
      if (transitBefore !== undefined) {
        const difference = Math.abs(transit - transitBefore)
        // A wrapped timestamp is no delay.
        if (difference < clockRate * 10) jitter += (difference - jitter) / 16
      }
      transitBefore = transit
      if (highest === undefined) {
        highest = sequence
        base = sequence
        return true
      }
      const ahead = sequenceAfter(sequence, highest)
      if (ahead <= 0) {
        const at = missing.findIndex((one) => one.sequence === sequence)
        if (at >= 0) missing.splice(at, 1)
        return false
      }
      if (ahead > MOST_GAP) missing.length = 0
      else
        for (let step = 1; step < ahead; step++)
          missing.push({ sequence: (highest + step) & 0xffff, sinceMs: nowMs, askedMs: -Infinity, asks: 0 })
      if (missing.length > MOST_MISSING) missing.splice(0, missing.length - MOST_MISSING)
      if (sequence < highest) cycles += 1
      highest = sequence
      return true
    },
    /** Sequence numbers to ask for now, in growing order; each is asked for anew once a round trip has gone by. */
    toAsk(nowMs: number, roundTripMs: number): number[] {
      const asks: number[] = []
      for (let at = 0; at < missing.length;) {
        const one = missing[at]
        if (!one) break
        if (nowMs - one.sinceMs > GIVE_UP_MS || one.asks >= MOST_ASKS) {
          missing.splice(at, 1)
          continue
        }
        at += 1
        if (nowMs - one.sinceMs < FIRST_ASK_MS || nowMs - one.askedMs < Math.max(20, roundTripMs)) continue
        one.askedMs = nowMs
        one.asks += 1
        asks.push(one.sequence)
      }
      return asks
    },
    /** What a receiver report says; the share of losses is of the time since the last one. */
    report() {
      const expected = extended() - base + 1
      const expectedNow = expected - expectedBefore
      const receivedNow = received - receivedBefore
      expectedBefore = expected
      receivedBefore = received
      const lostNow = Math.max(0, expectedNow - receivedNow)
      return {
        lossShare: expectedNow > 0 ? lostNow / expectedNow : 0,
        lost: expected - received,
        highestSequence: extended(),
        jitterTicks: Math.round(jitter),
      }
    },
  }
}
