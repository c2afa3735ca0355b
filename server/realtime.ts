import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { assetFacts } from '#shared/protocol/assets.ts'
import { chatCommands } from '#shared/protocol/chat.ts'
import { fairFacts } from '#shared/protocol/fair.ts'
import { showroomCommands } from '#shared/protocol/showroom.ts'
import { sessionCommands } from '#shared/protocol/sessions.ts'
import { tradeFacts } from '#shared/protocol/trade.ts'
import { serverWireParser } from '#shared/protocol/wire.ts'
import { Principal } from '#shared/model/principal.ts'
import { chatCommandHandlers, chatPolicy, type ChatService } from './chat/index.ts'
import type { Parts } from './parts.ts'
import type { Notice } from './platform/database/notices.ts'
import { isOwnOrigin } from './platform/http/same-origin.ts'
import type { Metrics } from './platform/metrics.ts'
import type { Relate } from './platform/policy.ts'
import { emitFact } from './platform/realtime/emit-fact.ts'
import { commandRegistrar, type RealtimeParts } from './platform/realtime/register-commands.ts'
import {
  attachSessions,
  sessionCommandHandlers,
  sessionsPolicy,
  type SessionsService,
} from './sessions/index.ts'
import { attachShowroom, showroomHandlers, showroomPolicy, type Showroom } from './showroom/index.ts'

const companyRoom = (companyId: string) => `company:${companyId}`
const personRoom = (userId: string) => `person:${userId}`

export interface RealtimeServerParts {
  parts: Pick<Parts, 'config' | 'accounts' | 'assets' | 'trade' | 'log'>
  showroom: Showroom
  /** Found when the first command comes: what it asks is made after this. */
  relate: Relate
  metrics: Metrics
}

/** socket.io on an HTTP server that may not listen yet. `chat` comes later, as it tells through `io`. */
export const createRealtime = (
  httpServer: HttpServer,
  { parts, showroom, relate, metrics }: RealtimeServerParts,
) => {
  const { config, accounts, assets, trade, log } = parts
  const io = new Server(httpServer, {
    parser: serverWireParser,
    maxHttpBufferSize: 64 * 1024,
    // Polling would upload poses one by one; every browser that shows 3D has WebSocket.
    transports: ['websocket'],
    perMessageDeflate: false,
    serveClient: false,
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers
      decide(null, !origin || isOwnOrigin(origin, host, config.publicUrl))
    },
  })

  const principalOf = (socket: Socket): Principal => Principal.parse(socket.data.principal)

  io.use((socket, next) => {
    accounts.principalOf(socket.request.headers).then(
      (principal) => {
        socket.data.principal = principal
        next()
      },
      () => next(new Error('unavailable')),
    )
  })

  /** A lowered role counts at the next command; a person who may do less than before is asked to come in anew. */
  const refreshSockets = async (userId: string) => {
    const sockets = [...io.of('/').sockets.values()].filter((socket) => principalOf(socket).id === userId)
    for (const socket of sockets) {
      const fresh = await accounts.principalOf(socket.request.headers)
      if (JSON.stringify(fresh) !== JSON.stringify(principalOf(socket))) socket.disconnect(true)
    }
  }

  return {
    io,
    start(chat: ChatService, sessions: SessionsService) {
      const common: RealtimeParts = { principalOf, relate, metrics, log, rateLimits: config.rateLimits }
      const registrars = [
        commandRegistrar(chatCommands, chatPolicy, chatCommandHandlers(chat), common),
        commandRegistrar(sessionCommands, sessionsPolicy, sessionCommandHandlers(sessions), common),
        commandRegistrar(showroomCommands, showroomPolicy, showroomHandlers(showroom), common),
      ]
      io.on('connection', (socket) => {
        const { id, companyId } = principalOf(socket)
        void socket.join(personRoom(id))
        if (companyId) void socket.join(companyRoom(companyId))
        for (const register of registrars) register(socket)
        attachSessions(socket, sessions, principalOf)
      })
      attachShowroom(io, showroom, principalOf)
    },

    /** Passes on what another process told. */
    async take(notice: Notice) {
      if (notice.kind === 'stand')
        emitFact(io, fairFacts.standChanged, { standId: notice.standId, hallId: notice.hallId })
      if (notice.kind === 'session') await refreshSockets(notice.userId)
      if (notice.kind === 'enquiry') {
        const enquiry = await trade.partiesOf(notice.enquiryId)
        if (enquiry)
          emitFact(io.to([personRoom(enquiry.buyerId), companyRoom(enquiry.companyId)]), tradeFacts.changed, {
            enquiryId: enquiry.id,
            lastSeq: enquiry.lastSeq,
          })
      }
      if (notice.kind === 'asset') {
        const status = await assets.status(notice.assetId)
        const { assetId, productId } = notice
        if (status)
          emitFact(io.to(companyRoom(notice.companyId)), assetFacts.assetProgressed, {
            assetId,
            productId,
            status,
          })
      }
    },
  }
}
