import type { SessionPerson, Stage, StageLayout } from '#shared/model/live-session.ts'
import type { CallPerson, CallPicture } from '../live/call-state.ts'

export const MOST_TILES = 9

/** What is on the stage now, by whom it is shown. */
export interface StagePlan {
  main: StageLayout
  screen: { person: CallPerson; picture: CallPicture } | undefined
  /** Whose picture is large; nobody where something else is, or all are alike. */
  large: CallPerson | undefined
  /** The others, the spotlit and the speaking first. */
  tiles: CallPerson[]
  isEmpty: boolean
}

const rank = ({ id, isSpeaking, camera }: CallPerson, spotlight: string | null): number =>
  id === spotlight ? 0 : isSpeaking ? 1 : camera ? 2 : 3

/** The stage: goods, a screen, the speaker large, or all as a grid; what is not there leaves its place. */
export const planStage = (
  { layout, goods, spotlight }: Stage,
  people: readonly CallPerson[],
  known: readonly SessionPerson[],
): StagePlan => {
  const byId = new Map(known.map((person) => [person.id, person]))
  const shown = people
    .filter(({ id, camera, microphone }) => {
      const person = byId.get(id)
      // They are heard by those who chose them, and not seen.
      if (person?.role === 'interpreter') return false
      const publishes = camera !== undefined || microphone !== 'none'
      return publishes || (person && person.role !== 'attendee' && person.isHere) || person?.hasFloor
    })
    .toSorted((a, b) => rank(a, spotlight) - rank(b, spotlight))
  const [screen] = people.flatMap((person) => (person.screen ? [{ person, picture: person.screen }] : []))
  const main = ((): StageLayout => {
    if (layout === 'product' && goods.length > 0) return 'product'
    if (layout === 'grid') return 'grid'
    return screen ? 'screen' : 'speaker'
  })()
  const isLarge = main === 'speaker'
  return {
    main,
    screen: main === 'screen' ? screen : undefined,
    large: isLarge ? shown[0] : undefined,
    tiles: (isLarge ? shown.slice(1) : shown).slice(0, MOST_TILES),
    isEmpty: shown.length === 0 && goods.length === 0,
  }
}
