import { percentile, rounded } from '../percentile.ts'
import type { Attendee } from './attendee.ts'

const POSES_PER_S = 15

/** The host turns the goods; each pose carries its number, and is timed from here to each who sees it. */
export const present = (host: Attendee, attendees: readonly Attendee[]) => {
  const sentAt: number[] = []
  const lagsMs: number[] = []
  const stops = attendees.map(({ onPosed }) =>
    onPosed(({ azimuth }) => lagsMs.push(performance.now() - (sentAt[azimuth] ?? 0))),
  )
  const timer = setInterval(() => {
    const azimuth = sentAt.push(performance.now()) - 1
    host.pose({ azimuth, elevation: 0, reach: 1, shift: 0, lift: 0, laser: null })
  }, 1000 / POSES_PER_S)
  return {
    stop() {
      clearInterval(timer)
      for (const stop of stops) stop()
      return {
        poseLagP50Ms: rounded(percentile(lagsMs, 0.5)),
        poseLagP95Ms: rounded(percentile(lagsMs, 0.95)),
        posesSeenShare: rounded(lagsMs.length / (sentAt.length * attendees.length), 3),
      }
    },
  }
}
