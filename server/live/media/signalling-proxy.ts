import { request as httpRequest, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'

/** The engine's signalling has the fair's own address: one port, one certificate. */
export const SIGNAL_PATHS = '/rtc/'
const CONNECT_WITHIN_MS = 5000

const headLines = ({ method, url, rawHeaders }: IncomingMessage): string => {
  const headers: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) headers.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`)
  return [`${method} ${url} HTTP/1.1`, ...headers, '', ''].join('\r\n')
}

/** Passes WebSocket requests for signalling on to the engine, byte by byte; others stay with who else listens. */
export const proxySignalling = (server: Server, port: number): void => {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!request.url?.startsWith(SIGNAL_PATHS)) return
    const engine = connect({ port, host: '127.0.0.1' })
    const end = () => {
      engine.destroy()
      socket.destroy()
    }
    engine.setTimeout(CONNECT_WITHIN_MS, end)
    engine.once('connect', () => {
      engine.setTimeout(0)
      engine.setNoDelay(true)
      engine.write(headLines(request))
      engine.write(head)
      engine.pipe(socket)
      socket.pipe(engine)
    })
    // Where the engine is down, a browser is told so at once and tries again.
    engine.on('error', () => {
      if (engine.connecting || engine.bytesRead === 0)
        socket.end('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
      else end()
    })
    socket.on('error', end)
    socket.on('close', () => engine.destroy())
    engine.on('close', () => socket.destroy())
  })
}

/** Passes the question whether a token is let in on to the engine. */
export const proxyValidation =
  (port: number): RequestHandler =>
  (request, response) => {
    const { authorization } = request.headers
    const headers = authorization ? { authorization } : {}
    const asked = httpRequest({ host: '127.0.0.1', port, path: request.originalUrl, headers }, (answer) => {
      const { statusCode = 502, headers: told } = answer
      response.status(statusCode).type('text/plain')
      response.set('access-control-allow-origin', told['access-control-allow-origin'] ?? '')
      response.set('cross-origin-resource-policy', 'cross-origin')
      answer.pipe(response)
    })
    asked.on('error', () => response.status(503).type('text/plain').send('the media engine is down'))
    asked.end()
  }
