import type { MediaGrant } from '#shared/model/media.ts'
import type { LoggedEntry } from './state/entries.ts'
import { mediaGrant } from './state/media-grant.ts'
import type { State } from './state/state.ts'
import { isOpenToHall, watcherOf } from './state/watching.ts'

/** What somebody may send and receive has changed, or they must stop sending something. */
export interface SessionMedia {
  grant(sessionId: string, personId: string, grant: MediaGrant | undefined): Promise<void>
  mute(sessionId: string, personId: string, source: 'microphone' | 'camera' | 'screen'): Promise<void>
  /** Sends those away who watch from the hall. */
  clearWatchers(sessionId: string): Promise<void>
  close(sessionId: string): Promise<void>
}

/** Makes the media engine follow what happened in sessions; `own` are those whose own part may be another now. */
export const createMediaFollower = (media: SessionMedia, warn: (error: unknown, what: string) => void) => {
  const grantsBefore = new Map<string, string>()
  return (sessionId: string, state: State, entries: readonly LoggedEntry[], own: Iterable<string>): void => {
    const orders: Promise<void>[] = []
    for (const personId of own) {
      const key = `${sessionId} ${personId}`
      const grant = mediaGrant(state, personId)
      const text = JSON.stringify(grant)
      if (grantsBefore.get(key) === text) continue
      const isFirst = !grantsBefore.has(key)
      grantsBefore.set(key, text)
      // Who was never in has no token that could be narrowed.
      if (!isFirst || !grant) orders.push(media.grant(sessionId, personId, grant))
    }
    for (const { entry } of entries) {
      if (entry.kind === 'muted')
        for (const id of entry.personIds) orders.push(media.mute(sessionId, id, entry.source))
      if (entry.kind === 'removed') orders.push(media.grant(sessionId, watcherOf(entry.personId), undefined))
      if ((entry.kind === 'locked' || entry.kind === 'held') && !isOpenToHall(state))
        orders.push(media.clearWatchers(sessionId))
      if (entry.kind === 'phase' && entry.phase === 'ended') orders.push(media.close(sessionId))
    }
    for (const order of orders)
      order.catch((error: unknown) => warn(error, 'the media engine did not follow'))
  }
}
