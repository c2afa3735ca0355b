const SPAN = 0x10000

/** How far a 16-bit sequence number lies after another, -32768 to 32767 (RFC 3550, 6.4.1: numbers wrap). */
export const sequenceAfter = (later: number, earlier: number): number =>
  (((later - earlier) & 0xffff) ^ 0x8000) - 0x8000

/** How far a 32-bit timestamp lies after another, in ticks, across a wrap. */
export const timestampAfter = (later: number, earlier: number): number => (later - earlier) | 0

/** Gives 16-bit sequence numbers the count of their wraps: an ever growing number, also for packets that come late. */
export const createUnwrapper = () => {
  let highest: number | undefined
  return (sequence: number): number => {
    if (highest === undefined) {
      highest = sequence
      return sequence
    }
    const unwrapped = highest + sequenceAfter(sequence, highest & 0xffff)
    if (unwrapped > highest) highest = unwrapped
    // A packet from before the first one would be below zero.
    return unwrapped < 0 ? unwrapped + SPAN : unwrapped
  }
}
