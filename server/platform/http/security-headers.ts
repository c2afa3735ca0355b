import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

export const nonceOf = (response: { locals: Record<string, unknown> }): string =>
  String(response.locals['nonce'])

const nonceSource = (_request: IncomingMessage, response: ServerResponse) =>
  `'nonce-${'locals' in response ? nonceOf(response as ServerResponse & { locals: Record<string, unknown> }) : ''}'`

const policyFor = (connects: readonly string[]) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonceSource, "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", nonceSource],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", 'data:', 'blob:', 'ws:', 'wss:', ...connects],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
      },
    },
    // HSTS belongs to the proxy that holds the certificate.
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
  })

/**
 * What the browser says it fetches something for where it heeds nothing of helmet's but these two: a page's some thirty
 * scripts would repeat a kilobyte of the page's own rules. Documents and workers are bound by theirs.
 */
const FOR_A_PAGE = new Set(['script', 'style', 'font', 'image', 'audio', 'video', 'track'])

const setPartHeaders = (response: ServerResponse): void => {
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('X-Content-Type-Options', 'nosniff')
}

/** Helmet with a nonce for each reply, see docs/ARCHITECTURE.md; pages may also call `connects`, as origins. */
export const securityHeaders = (connects: readonly string[]): RequestHandler => {
  const policy = policyFor(connects)
  return (request, response, next) => {
    if (FOR_A_PAGE.has(String(request.headers['sec-fetch-dest']))) {
      setPartHeaders(response)
      next()
      return
    }
    response.locals['nonce'] = randomBytes(16).toString('base64url')
    policy(request, response, next)
  }
}
