import { statusOf, toAppError } from '../errors.ts'
import { currentRequestId } from '../log.ts'

/** An error as the tus server answers it, in the same words as every route. */
export const tusFailure = (error: unknown) => {
  const known = toAppError(error)
  const body = { error: { code: known.code, details: known.details, requestId: currentRequestId() } }
  return { status_code: statusOf(known.code), body: JSON.stringify(body) }
}
