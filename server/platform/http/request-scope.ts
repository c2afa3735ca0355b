import type { RequestHandler } from 'express'
import { newRequestId, withRequestId } from '../log.ts'

/** Gives each request an id that its log lines, its jobs and its error reply carry. */
export const requestScope: RequestHandler = (_request, response, next) => {
  const requestId = newRequestId()
  response.setHeader('X-Request-Id', requestId)
  withRequestId(requestId, next)
}
