import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'

export interface Limiter {
  /** Throws `too_many_requests` when this principal or this address has spent its share. */
  take(what: 'read' | 'write', principalId: string, address: string): Promise<void>
  /** The same for one row that allows less: `perMinute` calls of it by one principal. */
  takeRow(path: string, perMinute: number, principalId: string): Promise<void>
}

// An office of fifty buyers may sit behind one address, so addresses get far more than a principal does.
const PER_MINUTE = { read: { principal: 900, address: 9000 }, write: { principal: 240, address: 2400 } }

const spend = async (limiter: RateLimiterMemory, key: string) => {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw new AppError('too_many_requests', { retryMs: error.msBeforeNext })
    throw error
  }
}

export const createLimiter = (enabled: boolean): Limiter => {
  if (!enabled) return { take: async () => undefined, takeRow: async () => undefined }
  const make = (points: number) => new RateLimiterMemory({ points, duration: 60 })
  const limiters = {
    read: { principal: make(PER_MINUTE.read.principal), address: make(PER_MINUTE.read.address) },
    write: { principal: make(PER_MINUTE.write.principal), address: make(PER_MINUTE.write.address) },
  }
  const rows = new Map<string, RateLimiterMemory>()
  return {
    async takeRow(path, perMinute, principalId) {
      const limiter = rows.get(path) ?? make(perMinute)
      rows.set(path, limiter)
      await spend(limiter, principalId)
    },
    async take(what, principalId, address) {
      await spend(limiters[what].principal, principalId)
      await spend(limiters[what].address, address)
    },
  }
}
