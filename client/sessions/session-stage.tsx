import { FormattedMessage } from 'react-intl'
import { useStore } from 'zustand'
import type { Call } from '../live/call.ts'
import type { CallPerson } from '../live/call-state.ts'
import { PersonTile, ScreenTile } from '../live/tile.tsx'
import { useSessionView } from './session-context.ts'
import { StageGoods } from './stage-goods.tsx'
import classes from './session.module.css'

const MOST_TILES = 9

/** Those whose picture or voice is on the stage, the spotlit and the speaking first. */
const useOnStage = (people: readonly CallPerson[]): CallPerson[] => {
  const known = useSessionView((view) => view.people)
  const spotlight = useSessionView(({ stage }) => stage.spotlight)
  const roles = new Map(known.map((person) => [person.id, person]))
  return people
    .filter(({ id, camera, microphone }) => {
      const person = roles.get(id)
      // They are heard by those who chose them, and not seen.
      if (person?.role === 'interpreter') return false
      const publishes = camera !== undefined || microphone !== 'none'
      return publishes || (person && person.role !== 'attendee' && person.isHere) || person?.hasFloor
    })
    .toSorted((a, b) => rank(a, spotlight) - rank(b, spotlight))
}

const rank = ({ id, isSpeaking, camera }: CallPerson, spotlight: string | null): number =>
  id === spotlight ? 0 : isSpeaking ? 1 : camera ? 2 : 3

/** The stage: goods, a screen, the speaker large, or all as a grid; what is not there leaves its place. */
export const SessionStage = ({ call }: { call: Call }) => {
  const people = useStore(call.store, (state) => state.people)
  const { layout, goods } = useSessionView(({ stage }) => stage)
  const shown = useOnStage(people)
  const screens = people.flatMap((person) => (person.screen ? [{ person, picture: person.screen }] : []))
  const main =
    layout === 'product' && goods.length > 0
      ? 'product'
      : screens.length > 0 && layout !== 'grid'
        ? 'screen'
        : layout
  const isGrid = main === 'grid'
  const [large, ...others] = shown
  return (
    <div className={classes.stage} data-main={main}>
      {main === 'product' && <StageGoods />}
      {main === 'screen' &&
        screens
          .slice(0, 1)
          .map(({ person, picture }) => <ScreenTile key={picture.sid} person={person} picture={picture} />)}
      {main !== 'product' && main !== 'screen' && !isGrid && large && (
        <ul className={classes.speaker}>
          <PersonTile person={large} />
        </ul>
      )}
      <ul className={classes.tiles} data-count={Math.min(shown.length, MOST_TILES)}>
        {(isGrid || main === 'product' || main === 'screen' ? shown : others)
          .slice(0, MOST_TILES)
          .map((person) => (
            <PersonTile key={person.id} person={person} />
          ))}
      </ul>
      {shown.length === 0 && goods.length === 0 && (
        <p className={classes.empty}>
          <FormattedMessage
            id="session.stage.empty"
            defaultMessage="Nobody is on the stage yet. It begins in a moment."
          />
        </p>
      )}
    </div>
  )
}
