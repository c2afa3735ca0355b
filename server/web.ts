import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createApp } from './app.ts'
import type { MediaProcess } from './live/media/media-process.ts'
import type { Config } from './platform/config.ts'
import { builtPages } from './platform/http/pages.ts'
import type { RequestHandler } from 'express'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const pagesFor = async (dev: boolean): Promise<RequestHandler> => {
  if (!dev) return builtPages(path.join(ROOT, 'dist', 'client'))
  const { developmentPages } = await import('./platform/http/development-pages.ts')
  return developmentPages(path.join(ROOT, 'client'))
}

export interface WebOptions {
  config: Config
  databaseUrl: string
  /** The embedded media engine, where it is the fair's. */
  mediaProcess: MediaProcess | undefined
  dev: boolean
}

/** Runs the web role until `signal` aborts. */
export const runWeb = async ({ dev, ...options }: WebOptions) => {
  const { config } = options
  const app = await createApp({ ...options, pages: await pagesFor(dev) })
  await new Promise<void>((resolve, reject) => {
    app.httpServer.once('error', reject)
    app.httpServer.listen(config.port, config.host, resolve)
  })
  return { close: app.close }
}
