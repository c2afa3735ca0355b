import type { OnNow } from '#shared/model/live-session.ts'
import type { MediaGrant } from '#shared/model/media.ts'
import type { State } from './state.ts'

/** Somebody who only watches from the hall is somebody else for the media engine than the same person inside. */
const WATCHER = 'watch~'
export const watcherOf = (personId: string): string => `${WATCHER}${personId}`
export const isWatcher = (identity: string): boolean => identity.startsWith(WATCHER)
export const personOfWatcher = (identity: string): string => identity.slice(WATCHER.length)

/** Unseen, and nothing but eyes and ears. */
export const WATCH_GRANT: MediaGrant = {
  receive: true,
  microphone: false,
  camera: false,
  screen: false,
  data: false,
  hidden: true,
}

/** Whether the hall sees it: where everybody who comes is in at once. */
export const isOpenToHall = ({ phase, isLocked, settings }: State): boolean =>
  phase === 'live' && !isLocked && settings.visibility === 'public' && !settings.waitingRoom

const KEPT_OUT = new Set(['waiting', 'removed', 'blocked'])

/** Nobody watches from the hall who would not get in by the door. */
export const mayWatch = (state: State, personId: string): boolean =>
  isOpenToHall(state) && !KEPT_OUT.has(state.people.get(personId)?.standing ?? '')

/** What is told of a session that is on to somebody in the hall. */
export const onNowView = (sessionId: string, state: State, personId: string): OnNow => {
  const { layout, spotlight, goods } = state.stage
  const interpreters = [...state.people.values()].filter(({ role }) => role === 'interpreter')
  return {
    sessionId,
    stage: mayWatch(state, personId)
      ? { layout, spotlight, goods, interpreters: interpreters.map(({ id }) => id) }
      : null,
  }
}
