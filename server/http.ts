import { toNodeHandler } from 'better-auth/node'
import compression from 'compression'
import express, { Router } from 'express'
import { accountRoutes } from '#shared/protocol/accounts.ts'
import { assetRoutes, UPLOAD_PATH } from '#shared/protocol/assets.ts'
import { catalogueRoutes } from '#shared/protocol/catalogue.ts'
import { chatRoutes } from '#shared/protocol/chat.ts'
import { fairRoutes } from '#shared/protocol/fair.ts'
import { favouriteRoutes } from '#shared/protocol/favourites.ts'
import { routes } from '#shared/protocol/index.ts'
import { liveRoutes } from '#shared/protocol/live.ts'
import { invitationRoutes } from '#shared/protocol/invitations.ts'
import { programmeRoutes } from '#shared/protocol/programme.ts'
import { CAPTIONS_BYTES, recordingRoutes, RECORDINGS_PATH } from '#shared/protocol/recordings.ts'
import { sessionRoutes } from '#shared/protocol/sessions.ts'
import { tradeRoutes } from '#shared/protocol/trade.ts'
import { searchRoutes } from '#shared/protocol/search.ts'
import { accountHandlers, accountsPolicy, CALLER_HEADER } from './accounts/index.ts'
import { assetHandlers, assetsPolicy, mediaHandler, type Uploads } from './assets/index.ts'
import { catalogueHandlers, cataloguePolicy } from './catalogue/index.ts'
import { chatHandlers, chatPolicy, type ChatService } from './chat/index.ts'
import { fairHandlers, fairPolicy, hallPageData } from './fair/index.ts'
import { invitationHandlers, invitationsPolicy } from './invitations/index.ts'
import { programmeHandlers, programmePolicy } from './programme/index.ts'
import { favouriteHandlers, favouritesPolicy } from './favourites/index.ts'
import {
  type LivekitEngine,
  liveHandlers,
  livePolicy,
  type LiveService,
  MEDIA_EVENTS_PATH,
  mediaEventsHandler,
  proxyValidation,
  SIGNAL_PATHS,
} from './live/index.ts'
import type { Parts } from './parts.ts'
import { AppError } from './platform/errors.ts'
import { errorHandler } from './platform/http/error-handler.ts'
import { createLimiter } from './platform/http/limiter.ts'
import { openApiDocument } from './platform/http/openapi.ts'
import { registerRoutes, type HttpParts } from './platform/http/register-routes.ts'
import { requestScope } from './platform/http/request-scope.ts'
import { sameOriginOnly } from './platform/http/same-origin.ts'
import { securityHeaders } from './platform/http/security-headers.ts'
import type { Metrics } from './platform/metrics.ts'
import type { Relate } from './platform/policy.ts'
import {
  type FairRecorder,
  recordingHandlers,
  recordingsPolicy,
  type RecordingsService,
  type RecordingUploads,
  sessionHandlers,
  sessionsPolicy,
  type SessionsService,
} from './sessions/index.ts'
import { tradeHandlers, tradePolicy } from './trade/index.ts'
import { searchHandlers, searchPolicy } from './search/index.ts'

export interface HttpAppParts {
  parts: Parts
  chat: ChatService
  live: LiveService
  sessions: SessionsService
  recordings: RecordingsService
  fairRecorder: FairRecorder
  recordingUploads: RecordingUploads
  media: LivekitEngine
  /** Where the embedded media engine listens; undefined where media are somebody else's. */
  mediaPort: number | undefined
  uploads: Uploads
  relate: Relate
  metrics: Metrics
  /** False while the process is going down, so that a load balancer sends nobody here. */
  isReady(): boolean
  /** Serves pages and their scripts. */
  pages: express.RequestHandler
}

/** The Express application: pages, API, uploads, media, health. */
export const createHttpApp = ({ parts, pages, isReady, ...own }: HttpAppParts) => {
  const { chat, live, sessions, recordingUploads, media, mediaPort, uploads, relate, metrics } = own
  const { config, accounts, auth, catalogue, fair, programme, assets, trade, blobs, database, log } = parts
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.use(requestScope)

  app.get('/healthz', (_request, response) => void response.json({ status: 'alive' }))
  app.get('/readyz', async (_request, response) => {
    const ready =
      isReady() &&
      (await database.pool.query('select 1').then(
        () => true,
        () => false,
      ))
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' })
  })
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })

  // A LiveKit server is asked by the browser why it refused.
  const mediaOrigin = config.livekit && new URL(config.livekit.url.replace(/^ws/, 'http')).origin
  app.use(securityHeaders(mediaOrigin ? [mediaOrigin] : []))
  app.use(compression())
  app.use(sameOriginOnly(config.publicUrl))
  const authHandler = toNodeHandler(auth)
  app.all('/api/auth/*splat', (request, response) => {
    // `ip` follows TRUST_PROXY; whatever the caller wrote here himself is gone.
    request.headers[CALLER_HEADER] = request.ip
    return authHandler(request, response)
  })
  const upload: express.RequestHandler = (request, response) => uploads.handle(request, response)
  app.all([UPLOAD_PATH, `${UPLOAD_PATH}/*splat`], upload)
  const record: express.RequestHandler = (request, response) => recordingUploads.handle(request, response)
  // What was recorded is neither read nor deleted here.
  app.post(RECORDINGS_PATH, record)
  app.head(`${RECORDINGS_PATH}/:recordingId`, record)
  app.patch(`${RECORDINGS_PATH}/:recordingId`, record)
  app.get('/media/:name', mediaHandler(database.db, blobs))
  app.post(MEDIA_EVENTS_PATH, ...mediaEventsHandler(media))
  if (mediaPort !== undefined) app.get(`${SIGNAL_PATHS}*splat`, proxyValidation(mediaPort))

  const http: HttpParts = {
    principalOf: (request) => accounts.principalOf(request.headers),
    relate,
    limiter: createLimiter(config.rateLimits),
    metrics,
  }
  const api = Router()
  // As JSON, captions are longer than their own limit.
  api.use('/api/sessions/:sessionId/recordings', express.json({ limit: 2 * CAPTIONS_BYTES }))
  api.use(express.json({ limit: '256kb' }))
  registerRoutes(api, accountRoutes, accountsPolicy, accountHandlers(accounts), http)
  registerRoutes(api, fairRoutes, fairPolicy, fairHandlers(fair), http)
  registerRoutes(api, catalogueRoutes, cataloguePolicy, catalogueHandlers(catalogue), http)
  registerRoutes(api, assetRoutes, assetsPolicy, assetHandlers(assets), http)
  registerRoutes(api, programmeRoutes, programmePolicy, programmeHandlers(programme), http)
  registerRoutes(api, invitationRoutes, invitationsPolicy, invitationHandlers(parts.invitations), http)
  registerRoutes(api, chatRoutes, chatPolicy, chatHandlers(chat), http)
  registerRoutes(api, tradeRoutes, tradePolicy, tradeHandlers(trade), http)
  registerRoutes(api, searchRoutes, searchPolicy, searchHandlers(parts.search), http)
  registerRoutes(api, liveRoutes, livePolicy, liveHandlers(live), http)
  registerRoutes(api, sessionRoutes, sessionsPolicy, sessionHandlers(sessions), http)
  registerRoutes(
    api,
    recordingRoutes,
    recordingsPolicy,
    recordingHandlers({ ...own, guestCookie: accounts.guestCookie }),
    http,
  )
  registerRoutes(api, favouriteRoutes, favouritesPolicy, favouriteHandlers(parts.favourites), http)
  const document = openApiDocument(routes, config.publicUrl)
  api.get('/api/openapi.json', (_request, response) => void response.json(document))
  api.all('/api/*splat', () => {
    throw new AppError('not_found')
  })
  app.use(api)
  app.get('/halls/:hallSlug', hallPageData(fair))
  app.use(pages)
  app.use(errorHandler(log))
  return app
}
