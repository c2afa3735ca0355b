import { sequenceAfter } from '../rtp/sequence.ts'

const WINDOW = 1024
const MASK = WINDOW - 1

/**
 * Renumbers a stream for one viewer so that what is left out on purpose leaves no gap, and so that another source can go
 * on where one ended. A packet that comes late keeps the number that was kept free for it.
 */
export const createRenumbering = () => {
  /** What is taken from a source's number, at the time it was due. */
  const shifts = new Int32Array(WINDOW)
  let highest: number | undefined
  let shift = 0
  let sent = Math.floor(Math.random() * 0x8000)
  /** Numbers of this source up to the highest one, as far as the window goes; what lies before is not the viewer's. */
  let reach = 0

  const advance = (sequence: number, ahead: number) => {
    for (let step = Math.max(1, ahead - MASK); step <= ahead; step++)
      shifts[((highest ?? 0) + step) & MASK] = shift
    highest = sequence
    reach = Math.min(WINDOW, reach + ahead)
  }

  return {
    /** The next source begins with this number: it gets the number after the last one sent. */
    restart(sequence: number): void {
      highest = (sequence - 1) & 0xffff
      shift = (sequence - 1 - sent) & 0xffff
      reach = 0
    },
    /** The viewer's number for a packet of the source; undefined for what is too old, or from before it began. */
    number(sequence: number): number | undefined {
      if (highest === undefined) return undefined
      const ahead = sequenceAfter(sequence, highest)
      if (ahead > 0) {
        advance(sequence, ahead)
        sent = (sequence - shift) & 0xffff
        return sent
      }
      return -ahead < reach ? (sequence - (shifts[sequence & MASK] ?? shift)) & 0xffff : undefined
    },
    /** The newest packet is left out: later ones close the gap. False where it isn't the newest: its number is due. */
    skip(sequence: number): boolean {
      if (highest === undefined) return false
      const ahead = sequenceAfter(sequence, highest)
      if (ahead <= 0) return false
      advance(sequence, ahead)
      shift = (shift + 1) & 0xffff
      return true
    },
    /** The last number that was given. */
    last: (): number => sent,
  }
}
