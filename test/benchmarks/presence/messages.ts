import { z } from 'zod'

/** What the processes of the benchmark tell each other. */
export const SYSTEMS = ['fairloom', 'colyseus', 'naive'] as const
export type System = (typeof SYSTEMS)[number]

export const Listening = z.object({ kind: z.literal('listening'), port: z.int() })
export const CpuUsed = z.object({ kind: z.literal('cpu'), cpuMicros: z.number() })
/** `promised`: poses that the server owed to receivers from the start; 0 where it doesn't count. */
export const Promised = z.object({ kind: z.literal('promised'), promised: z.number(), ticks: z.number() })

export const LoadReady = z.object({ kind: z.literal('ready') })
export const LoadMeasured = z.object({
  kind: z.literal('measured'),
  seconds: z.number(),
  sentPerSecond: z.number(),
  bytesPerClientPerSecond: z.number(),
  latenciesMs: z.array(z.number()),
  /** Updates that sampled receivers got of all others, a receiver. */
  updatesPerReceiver: z.number(),
})
export type LoadMeasured = z.infer<typeof LoadMeasured>
/** Poses received by all clients since they entered. */
export const LoadTotal = z.object({ kind: z.literal('total'), received: z.number() })

export interface LoadOptions {
  system: System
  port: number
  visitors: number
  crowd: number
}
