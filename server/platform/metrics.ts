import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** Figures for Prometheus, served at /metrics. */
export const createMetrics = (options: { processFigures: boolean }) => {
  const registry = new Registry()
  if (options.processFigures) collectDefaultMetrics({ register: registry })
  const httpSeconds = new Histogram({
    name: 'fairloom_http_seconds',
    help: 'Time to answer a route, in seconds',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  const commandSeconds = new Histogram({
    name: 'fairloom_command_seconds',
    help: 'Time to acknowledge a socket command, in seconds',
    labelNames: ['command', 'outcome'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  return { registry, httpSeconds, commandSeconds }
}

export type Metrics = ReturnType<typeof createMetrics>
