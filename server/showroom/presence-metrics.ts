import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What the showroom reports of each tick. */
export interface PresenceMetrics {
  ticked(figures: { visitors: number; snapshots: number; entries: number; seconds: number }): void
}

/** Presence figures for Prometheus. */
export const createPresenceMetrics = (registry: Registry): PresenceMetrics => {
  const registers = [registry]
  const visitors = new Gauge({ name: 'fairloom_visitors', help: 'Visitors in the halls', registers })
  const snapshots = new Counter({ name: 'fairloom_snapshots_total', help: 'Snapshots sent', registers })
  const entries = new Counter({
    name: 'fairloom_snapshot_entries_total',
    help: 'Poses in the snapshots sent',
    registers,
  })
  const tickSeconds = new Histogram({
    name: 'fairloom_tick_seconds',
    help: 'Time that a presence tick takes, in seconds',
    buckets: [0.001, 0.005, 0.01, 0.02, 0.04, 0.066, 0.1],
    registers,
  })
  return {
    ticked(figures) {
      visitors.set(figures.visitors)
      snapshots.inc(figures.snapshots)
      entries.inc(figures.entries)
      tickSeconds.observe(figures.seconds)
    },
  }
}
