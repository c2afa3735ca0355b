import { createServer } from 'node:http'
import path from 'node:path'
import type { RequestHandler } from 'express'
import { chatFacts } from '#shared/protocol/chat.ts'
import { createUploads } from './assets/index.ts'
import { chatRoom, createChatService } from './chat/index.ts'
import { createHttpApp } from './http.ts'
import {
  createLiveService,
  createMediaMetrics,
  type MediaProcess,
  openMedia,
  proxySignalling,
  sessionMedia,
} from './live/index.ts'
import { createParts } from './parts.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { listenToNotices } from './platform/database/notices.ts'
import { createMetrics } from './platform/metrics.ts'
import { emitFact } from './platform/realtime/emit-fact.ts'
import { createRealtime } from './realtime.ts'
import { createRelate } from './relate.ts'
import {
  createFairRecorder,
  createRecordingsService,
  createRecordingUploads,
  createSessionsService,
  sessionTeller,
} from './sessions/index.ts'
import { createPresenceMetrics, createShowroom, createTicker } from './showroom/index.ts'
import { createHallPlans } from './hall-plans.ts'

export interface AppOptions {
  config: Config
  databaseUrl: string
  pages: RequestHandler
  /** The embedded media engine, where one runs beside this process. */
  mediaProcess?: MediaProcess | undefined
}

const SWEEP_EVERY_MS = 3600_000
const RECORDINGS_EVERY_MS = 2000

/** The web process: Express and socket.io, listening nowhere yet. Tests use it as it is. */
export const createApp = async ({ config, databaseUrl, pages, mediaProcess }: AppOptions) => {
  const parts = await createParts(config, databaseUrl, 'web', (hallId) => showroom.countsOf(hallId).visitors)
  const { accounts, assets, catalogue, fair, programme, trade, log, database } = parts
  const metrics = createMetrics({ processFigures: true })
  const hallPlans = createHallPlans(fair)
  const showroom = createShowroom({
    clock: systemClock,
    plans: hallPlans,
    ticker: createTicker(),
    metrics: createPresenceMetrics(metrics.registry),
  })
  const media = openMedia(config, mediaProcess)
  const sessions = createSessionsService({
    db: database.db,
    fair,
    programme,
    invitations: parts.invitations,
    emailsOf: accounts.emailsOf,
    now: systemClock.now,
    warn: (error, what) => log.warn({ err: error }, what),
    tell: sessionTeller(() => realtime.io),
    media: sessionMedia(media.engine),
  })
  const relate = createRelate({ catalogue, fair, sessions, trade })
  const httpServer = createServer()
  const realtime = createRealtime(httpServer, { parts, showroom, relate, metrics })
  const chat = createChatService({
    db: database.db,
    fair,
    tellPosted: (message) => emitFact(realtime.io.to(chatRoom(message.standId)), chatFacts.posted, message),
    tellRemoved: (removed) => emitFact(realtime.io.to(chatRoom(removed.standId)), chatFacts.removed, removed),
  })
  realtime.start(chat, sessions)
  const uploads = await createUploads({
    folder: path.join(config.dataDir, 'incoming'),
    maxBytes: config.uploadMaxBytes,
    assets,
    principalOf: accounts.principalOf,
    relate,
    companyOfProduct: catalogue.companyOfProduct,
    log,
  })
  const recordings = createRecordingsService({
    db: database.db,
    queue: parts.queue,
    blobs: parts.blobs,
    folders: parts.recordingFolders,
    sessions,
    now: systemClock.now,
  })
  const fairRecorder = createFairRecorder({
    db: database.db,
    recordings,
    sessions,
    pageRecorder: media.engine.pageRecorder,
    publicUrl: config.publicUrl,
    secret: parts.secret,
    now: systemClock.now,
    warn: (error, what) => log.warn({ err: error }, what),
  })
  const recordingUploads = await createRecordingUploads({
    folder: parts.recordingFolders.browser,
    recordings,
    principalOf: accounts.principalOf,
    relate,
    log,
  })
  createMediaMetrics(metrics.registry, media.engine)
  const live = createLiveService({
    db: database.db,
    fair,
    engine: media.engine,
    sessions,
    turn: config.turn,
    now: systemClock.now,
    warn: (error, what) => log.warn({ err: error }, what),
  })
  let ready = true
  httpServer.on(
    'request',
    createHttpApp({
      parts,
      chat,
      live,
      sessions,
      recordings,
      fairRecorder,
      recordingUploads,
      media,
      mediaPort: mediaProcess?.port,
      uploads,
      relate,
      metrics,
      isReady: () => ready,
      pages,
    }),
  )
  if (mediaProcess) proxySignalling(httpServer, mediaProcess.port)
  const notices = await listenToNotices(
    databaseUrl,
    log,
    (notice) => {
      if (notice.kind === 'stand') hallPlans.forget(notice.hallId)
      parts.search.take(notice)
      realtime.take(notice).catch((error: unknown) => log.warn({ err: error }, 'a notice was not passed on'))
    },
    () => {
      hallPlans.forgetAll()
      parts.search.forgetAll()
      // What was told meanwhile is not known: clients read everything again when they come back.
      realtime.io.disconnectSockets(true)
    },
  )
  const sweep = async () => {
    await uploads.sweep(systemClock.now())
    await recordings.sweep()
  }
  const sweeper = setInterval(() => void sweep().catch(() => undefined), SWEEP_EVERY_MS)
  const watchRecordings = async () => {
    await recordings.finishSilent()
    await fairRecorder.followAll()
  }
  const recordingWatch = setInterval(
    () =>
      void watchRecordings().catch((error: unknown) =>
        log.warn({ err: error }, 'recordings were not looked after'),
      ),
    RECORDINGS_EVERY_MS,
  )

  return {
    httpServer,
    parts,
    recordings,
    fairRecorder,
    async close() {
      ready = false
      clearInterval(sweeper)
      clearInterval(recordingWatch)
      showroom.stop()
      sessions.stop()
      await notices.close()
      await realtime.io.close()
      httpServer.closeAllConnections()
      await parts.close()
    },
  }
}
