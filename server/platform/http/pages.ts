import { readFile } from 'node:fs/promises'
import path from 'node:path'
import express, { Router, type RequestHandler } from 'express'
import expressStaticGzip from 'express-static-gzip'
import { AppError } from '../errors.ts'
import { openPagePreloads } from './page-preloads.ts'
import { nonceOf } from './security-headers.ts'

/** What index.html carries where the nonce of each reply goes. */
export const NONCE_MARK = '__NONCE__'

/** Serves the built client: hashed files for good, every other address gets the page itself. */
export const builtPages = (folder: string): RequestHandler => {
  const router = Router()
  router.use(
    '/assets',
    expressStaticGzip(path.join(folder, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br'],
      index: false,
      serveStatic: { immutable: true, maxAge: '1y', index: false },
    }),
  )
  router.use(express.static(folder, { index: false, maxAge: '1h' }))
  const open = async () => ({
    html: await readFile(path.join(folder, 'index.html'), 'utf8'),
    preloadsFor: await openPagePreloads(folder, NONCE_MARK),
  })
  let opened: ReturnType<typeof open> | undefined
  router.get('/{*splat}', async (request, response) => {
    if (!request.accepts('html') || path.extname(request.path)) throw new AppError('not_found')
    const { html, preloadsFor } = await (opened ??= open())
    const page = html.replace('</head>', `${preloadsFor(request.path)}</head>`)
    response.setHeader('Cache-Control', 'no-cache')
    response.type('html').send(page.replaceAll(NONCE_MARK, nonceOf(response)))
  })
  return router
}
