import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Router, type RequestHandler } from 'express'
import { createServer } from 'vite'
import { NONCE_MARK } from './pages.ts'
import { nonceOf } from './security-headers.ts'

/** Serves the client from its sources, with hot reload. */
export const developmentPages = async (root: string): Promise<RequestHandler> => {
  const vite = await createServer({
    configFile: path.join(root, '..', 'vite.config.ts'),
    server: { middlewareMode: true },
    appType: 'custom',
  })
  const router = Router()
  router.use(vite.middlewares)
  router.get('/{*splat}', async (request, response) => {
    const source = await readFile(path.join(root, 'index.html'), 'utf8')
    const html = await vite.transformIndexHtml(request.originalUrl, source)
    response.type('html').send(html.replaceAll(NONCE_MARK, nonceOf(response)))
  })
  return router
}
