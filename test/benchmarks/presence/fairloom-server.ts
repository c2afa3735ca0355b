import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { showroomCommands } from '#shared/protocol/showroom.ts'
import { serverWireParser } from '#shared/protocol/wire.ts'
import { systemClock } from '#server/platform/clock.ts'
import { createLog } from '#server/platform/log.ts'
import { createMetrics } from '#server/platform/metrics.ts'
import { commandRegistrar } from '#server/platform/realtime/register-commands.ts'
import {
  attachShowroom,
  createShowroom,
  createTicker,
  showroomHandlers,
  showroomPolicy,
} from '#server/showroom/index.ts'
import type { Principal } from '#shared/model/principal.ts'
import { reportToParent } from './server-process.ts'
import { HALL_DEPTH_M, HALL_WIDTH_M } from './walkers.ts'

// The showroom as the web process runs it, behind nothing but http and socket.io.
let promised = 0
let ticks = 0
const showroom = createShowroom({
  clock: systemClock,
  plans: {
    hall: async (hallId) => ({
      hallId,
      widthM: HALL_WIDTH_M,
      depthM: HALL_DEPTH_M,
      entrance: { xM: 0, zM: HALL_DEPTH_M / 2 - 2, headingDeg: 0 },
      capacity: 2000,
      stands: [],
    }),
    isInvited: async () => false,
  },
  ticker: createTicker(),
  metrics: {
    ticked({ entries }) {
      promised += entries
      ticks += 1
    },
  },
})

const http = createServer()
const io = new Server(http, {
  parser: serverWireParser,
  transports: ['websocket'],
  maxHttpBufferSize: 64 * 1024,
})
const principalOf = ({ id }: { id: string }): Principal => ({
  kind: 'guest',
  id,
  name: `Guest ${id.slice(0, 6)}`,
  comesAs: 'visitor',
})
const register = commandRegistrar(showroomCommands, showroomPolicy, showroomHandlers(showroom), {
  principalOf,
  relate: async () => 'other',
  metrics: createMetrics({ processFigures: false }),
  log: createLog('warn', 'bench'),
  rateLimits: false,
})
io.on('connection', register)
attachShowroom(io, showroom, principalOf)

reportToParent(http, { promised: () => promised, ticks: () => ticks, freeze: () => showroom.stop() })
http.listen(0, '127.0.0.1')
