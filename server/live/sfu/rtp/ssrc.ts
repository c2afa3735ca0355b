import { randomInt } from 'node:crypto'

/** A number for a stream of ours; never 0, which some take for "none". */
export const newSsrc = (): number => randomInt(1, 0xffff_ffff)
