import { randomInt } from 'node:crypto'

/** Below the ports that systems give to whoever asks for any: nobody gets it by chance before it is used. */
export const anyUdpPort = (): number => randomInt(20_000, 32_000)
