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

/** Helmet with a nonce for each reply, see docs/ARCHITECTURE.md; pages may also call `connects`, as origins. */
export const securityHeaders = (connects: readonly string[]): RequestHandler => {
  const policy = policyFor(connects)
  return (request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64url')
    policy(request, response, next)
  }
}
