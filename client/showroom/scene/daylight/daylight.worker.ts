import { brightHall } from './bright-hall.ts'
import { prefilter } from './prefilter.ts'

const levels = prefilter(brightHall())
postMessage(levels, { transfer: levels.flat().map(({ buffer }) => buffer) })
