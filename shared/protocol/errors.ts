/** Every error code that a route or an event may answer, and its HTTP status. The client has a sentence for each. */
export const ERROR_STATUS = {
  bad_request: 400,
  sign_in_needed: 401,
  session_expired: 401,
  not_allowed: 403,
  suspended: 403,
  muted: 403,
  door_closed: 403,
  not_admitted: 403,
  not_found: 404,
  not_entered: 409,
  conflict: 409,
  version_conflict: 409,
  stand_full: 409,
  room_full: 409,
  session_full: 409,
  session_locked: 409,
  session_over: 409,
  slug_taken: 409,
  too_large: 413,
  unsupported_format: 415,
  upload_incomplete: 422,
  too_many_requests: 429,
  internal: 500,
  disk_full: 507,
  unavailable: 503,
} as const

export type ErrorCode = keyof typeof ERROR_STATUS

export const ERROR_CODES = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]]
