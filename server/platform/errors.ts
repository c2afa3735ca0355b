import { ERROR_STATUS, type ErrorCode } from '#shared/protocol/errors.ts'

/** A failure with a stable code; the client turns it into a sentence that says what to do next. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, unknown>

  constructor(code: ErrorCode, details: Record<string, unknown> = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

export const statusOf = (code: ErrorCode): number => ERROR_STATUS[code]

const systemCode = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined

// Connection lost, server starting or shutting down (PostgreSQL error classes 08 and 57P).
const DATABASE_AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
])

/** Finds the code that tells callers what happened, also for errors that the system or a driver threw. */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = systemCode(error) ?? systemCode(cause)
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return new AppError('disk_full')
  if (typeof code === 'string' && DATABASE_AWAY.has(code)) return new AppError('unavailable')
  const text = cause instanceof Error ? cause.message : ''
  if (/Connection terminated|timeout exceeded when trying to connect/.test(text))
    return new AppError('unavailable')
  return new AppError('internal')
}

/** True for a duplicate key (SQLSTATE 23505), also where Drizzle wrapped it. */
export const isDuplicateKey = (error: unknown): boolean =>
  systemCode(error) === '23505' || (error instanceof Error && systemCode(error.cause) === '23505')
