import type { MediaGrant } from '#shared/model/media.ts'
import { isOnStage } from './act-rules.ts'
import type { State } from './state.ts'

/** What somebody may send and receive; undefined where they are not in, so that no token for the room exists. */
export const mediaGrant = (state: State, personId: string): MediaGrant | undefined => {
  const person = state.people.get(personId)
  if (person?.standing !== 'in' || (state.phase !== 'live' && state.phase !== 'lobby')) return undefined
  const onStage = isOnStage(state, personId)
  const speaks = onStage || person.hasFloor
  return {
    receive: true,
    microphone: speaks || person.role === 'interpreter',
    camera: speaks,
    screen: onStage,
    data: false,
    hidden: person.role === 'observer',
  }
}
