import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import pino, { type Logger } from 'pino'

export type Log = Logger

const scope = new AsyncLocalStorage<{ requestId: string }>()

/** Runs `work` so that every line logged inside carries this request id, through HTTP, socket and job. */
export const withRequestId = <T>(requestId: string, work: () => T): T => scope.run({ requestId }, work)

export const currentRequestId = (): string => scope.getStore()?.requestId ?? 'none'

export const newRequestId = (): string => randomUUID()

/** JSON lines on standard output. No personal data: ids only, never names, addresses or texts. */
export const createLog = (level: string, role: string): Log =>
  pino({
    level,
    base: { role },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => scope.getStore() ?? {},
    redact: ['req.headers.cookie', 'req.headers.authorization', 'password'],
  })
