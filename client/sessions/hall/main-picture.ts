import type { OnNow } from '#shared/model/live-session.ts'
import type { CallPerson, CallPicture } from '../../live/call-state.ts'

/** What is large on a session's stage, and whose it is. */
export interface MainPicture {
  readonly personId: string
  readonly picture: CallPicture
}

type Stage = Pick<NonNullable<OnNow['stage']>, 'layout' | 'spotlight' | 'goods'>
type Sender = Pick<CallPerson, 'id' | 'isSpeaking' | 'camera' | 'screen' | 'goods'>

const first = (
  people: readonly Sender[],
  of: (person: Sender) => CallPicture | undefined,
): MainPicture | undefined => {
  for (const person of people) {
    const picture = of(person)
    if (picture && !picture.muted) return { personId: person.id, picture }
  }
  return undefined
}

/**
 * The one picture of a stage that a screen shows: goods, a shared screen or the speaker. `before` is who was shown: they
 * stay while nobody else speaks. Undefined where there is none.
 */
export const mainPictureOf = (
  people: readonly Sender[],
  { layout, spotlight, goods }: Stage,
  before?: string,
): MainPicture | undefined => {
  if (layout === 'product' && goods.length > 0)
    return first(people, (person) => person.goods.find(({ productId }) => productId === goods[0]))
  const rank = ({ id, isSpeaking }: Sender) => (id === spotlight ? 0 : isSpeaking ? 1 : id === before ? 2 : 3)
  const screen = layout === 'grid' ? undefined : first(people, (person) => person.screen)
  return (
    screen ??
    first(
      people.toSorted((a, b) => rank(a) - rank(b)),
      (person) => person.camera,
    )
  )
}
