import type { RouteCall, RouteReply, RouteSpec } from '#shared/protocol/define.ts'
import { ERROR_STATUS, type ErrorCode } from '#shared/protocol/errors.ts'

/** What the server, or the line to it, answered instead of a reply. `offline` is ours: no answer came at all. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'offline'
  readonly details: Record<string, unknown>
  readonly requestId: string

  constructor(code: ErrorCode | 'offline', details: Record<string, unknown> = {}, requestId = '') {
    super(code)
    this.code = code
    this.details = details
    this.requestId = requestId
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in ERROR_STATUS

/** The error in an answer of the server; `internal` where it can't be read. */
export const errorFrom = (body: unknown): ApiError => {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {}
  const details = isRecord(error['details']) ? error['details'] : {}
  return new ApiError(
    isErrorCode(error['code']) ? error['code'] : 'internal',
    details,
    String(error['requestId'] ?? ''),
  )
}

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

const addressOf = (path: string, { params = {}, query = {} }: Loose): string => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString()
  return search ? `${filled}?${search}` : filled
}

/** Calls a route by its row. Rejects with an ApiError. */
export const call = async <R extends RouteSpec>(
  route: R,
  input: RouteCall<R>,
  signal?: AbortSignal,
): Promise<RouteReply<R>> => {
  const loose: Loose = input
  const response = await fetch(addressOf(route.path, loose), {
    method: route.method,
    ...(loose.body !== undefined && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(loose.body),
    }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : new ApiError('offline')
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw errorFrom(body)
  // The server presents by this same row and drops what isn't in it, so the reply has its shape.
  return body as RouteReply<R>
}
