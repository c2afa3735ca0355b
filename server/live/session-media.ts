import { liveRoomName } from '#shared/model/live-room.ts'
import type { MediaGrant } from '#shared/model/media.ts'
import { isWatcher } from '../sessions/index.ts'
import type { MediaEngine, MediaTrack } from './media/media-engine.ts'

/** Orders of a session to the media engine. One that is down has nobody to order: newcomers get what holds then. */
export const sessionMedia = (engine: MediaEngine) => {
  const nameOf = (sessionId: string) => liveRoomName({ kind: 'session', sessionId })
  const whileUp = async (order: () => Promise<unknown>): Promise<void> => {
    const { isUp } = await engine.health()
    if (isUp) await order()
  }
  return {
    /** Without a grant they are sent out, and their token is void. */
    grant: (sessionId: string, personId: string, grant: MediaGrant | undefined) =>
      whileUp(() =>
        grant
          ? engine.setGrant(nameOf(sessionId), personId, grant)
          : engine.remove(nameOf(sessionId), personId),
      ),
    mute: (sessionId: string, personId: string, source: MediaTrack['source']) =>
      whileUp(async () => {
        const people = await engine.listParticipants(nameOf(sessionId))
        const tracks = people.find(({ identity }) => identity === personId)?.tracks ?? []
        const open = tracks.filter((track) => track.source === source && !track.muted)
        await Promise.all(open.map(({ sid }) => engine.muteTrack(nameOf(sessionId), personId, sid)))
      }),
    clearWatchers: (sessionId: string) =>
      whileUp(async () => {
        const room = nameOf(sessionId)
        const watching = (await engine.listParticipants(room)).filter(({ identity }) => isWatcher(identity))
        await Promise.all(watching.map(({ identity }) => engine.remove(room, identity)))
      }),
    close: (sessionId: string) => whileUp(() => engine.closeRoom(nameOf(sessionId))),
  }
}
