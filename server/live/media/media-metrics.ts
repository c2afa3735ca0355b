import { Counter, Gauge, type Registry } from 'prom-client'
import type { EngineState, MediaEngine } from './media-engine.ts'

/** A scrape waits no longer for the engine: it has other figures to bring. */
const ANSWER_WITHIN_MS = 500

type Reading = (state: EngineState) => number | undefined

/** What is said of the engine while it answers; the rest of the time these are absent, and not zero. */
const GAUGES: readonly { name: string; help: string; read: Reading }[] = [
  {
    name: 'participants',
    help: 'People in rooms with sound and picture',
    read: (state) => state.figures && state.participants,
  },
  { name: 'rooms', help: 'Rooms that the engine has open', read: ({ figures }) => figures?.rooms },
  {
    name: 'room_for_more',
    help: '1 while newcomers are let in',
    read: (state) => state.figures && Number(state.hasRoomForMore),
  },
  {
    name: 'busy_ratio',
    help: 'Share of the time of its thread that is work, 0 to 1',
    read: ({ figures }) => figures?.busyShare,
  },
  {
    name: 'late_seconds',
    help: 'How late its thread gets to what is due, p95',
    read: ({ figures }) => figures && figures.lateMs / 1000,
  },
  { name: 'resident_bytes', help: 'Memory that it holds', read: ({ figures }) => figures?.residentBytes },
  {
    name: 'paused_pictures',
    help: 'Pictures that viewers wait for, for want of bandwidth',
    read: ({ figures }) => figures?.pausedPictures,
  },
]

const TOTALS: readonly { name: string; help: string; read: Reading }[] = [
  {
    name: 'forwarded_packets_total',
    help: 'Packets passed on to viewers since it began',
    read: ({ figures }) => figures?.forwardedPackets,
  },
  {
    name: 'forwarded_bytes_total',
    help: 'Bytes passed on to viewers since it began',
    read: ({ figures }) => figures?.forwardedBytes,
  },
]

/** Figures of the media engine for Prometheus, asked for at each scrape. */
export const createMediaMetrics = (registry: Registry, engine: MediaEngine): void => {
  const registers = [registry]
  let asking: Promise<EngineState> | undefined
  /** All figures of one scrape are asked for at once, and come from one answer. */
  const ask = (): Promise<EngineState> =>
    (asking ??= engine.health({ withinMs: ANSWER_WITHIN_MS }).finally(() => {
      asking = undefined
    }))

  const up: Gauge = new Gauge({
    name: 'fairloom_media_up',
    help: '1 while the media engine answers',
    registers,
    collect: async () => up.set(Number((await ask()).isUp)),
  })
  for (const { name, help, read } of GAUGES) {
    const gauge: Gauge = new Gauge({
      name: `fairloom_media_${name}`,
      help,
      registers,
      async collect() {
        const value = read(await ask())
        if (value === undefined) gauge.remove()
        else gauge.set(value)
      },
    })
  }
  for (const { name, help, read } of TOTALS) {
    const total: Counter = new Counter({
      name: `fairloom_media_${name}`,
      help,
      registers,
      async collect() {
        const value = read(await ask())
        // A new engine begins at zero, as a counter may.
        total.remove()
        if (value !== undefined) total.inc(value)
      },
    })
  }
  const restarts = new Counter({
    name: 'fairloom_media_restarts_total',
    help: 'How often the engine was found to have begun anew',
    registers,
    // Asking is how a restart is seen.
    collect: async () => void (await ask()),
  })
  engine.onEpoch(() => restarts.inc())
}
