import type { ErrorRequestHandler } from 'express'
import { statusOf, toAppError, AppError } from '../errors.ts'
import { currentRequestId, type Log } from '../log.ts'

const bodyParserFailure = (error: unknown): AppError | undefined => {
  if (typeof error !== 'object' || error === null || !('type' in error)) return undefined
  if (error.type === 'entity.too.large') return new AppError('too_large')
  if (typeof error.type === 'string' && error.type.startsWith('entity.')) return new AppError('bad_request')
  return undefined
}

/** Turns whatever was thrown into `{ error: { code, details, requestId } }`; only the code leaves the server. */
export const errorHandler =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, _request, response, next) => {
    const known = bodyParserFailure(error) ?? toAppError(error)
    if (known.code === 'internal') log.error({ err: error }, 'a request failed')
    if (response.headersSent) return next(error)
    response
      .status(statusOf(known.code))
      .json({ error: { code: known.code, details: known.details, requestId: currentRequestId() } })
  }
