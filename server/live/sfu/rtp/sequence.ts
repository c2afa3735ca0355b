/** How far a 16-bit sequence number lies after another, -32768 to 32767 (RFC 3550, 6.4.1: numbers wrap). */
export const sequenceAfter = (later: number, earlier: number): number =>
  (((later - earlier) & 0xffff) ^ 0x8000) - 0x8000
