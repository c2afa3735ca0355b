import type { RequestHandler } from 'express'
import { AppError } from '../errors.ts'

/** True for the fair's own pages, and for loopback's several names where the fair itself is on loopback. */
export const isOwnOrigin = (origin: string, host: string | undefined, publicUrl: string): boolean => {
  if (origin === publicUrl) return true
  // Behind no proxy the browser's Host is the page's own address.
  return URL.canParse(origin) && new URL(origin).host === host && !publicUrl.startsWith('https:')
}

/** Refuses writes that another site's page makes a browser send; SameSite cookies are the other half. */
export const sameOriginOnly =
  (publicUrl: string): RequestHandler =>
  (request, _response, next) => {
    const { origin, host } = request.headers
    const reads = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
    if (!reads && origin && !isOwnOrigin(origin, host, publicUrl)) throw new AppError('not_allowed')
    next()
  }
