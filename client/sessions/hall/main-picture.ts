import type { OnNow } from '#shared/model/live-session.ts'
import type { CallPerson, CallPicture } from '../../live/call-state.ts'

/** Whose picture is large on a session's stage, and which of theirs. */
export interface MainPicture {
  readonly personId: string
  readonly of: 'camera' | 'screen'
}

type Stage = Pick<NonNullable<OnNow['stage']>, 'layout' | 'spotlight' | 'goods'>
type Sender = Pick<CallPerson, 'id' | 'isSpeaking' | MainPicture['of']>

const isSent = (picture: CallPicture | undefined): boolean => picture !== undefined && !picture.muted

const first = (people: readonly Sender[], of: MainPicture['of']): MainPicture | undefined => {
  const person = people.find((one) => isSent(one[of]))
  return person && { personId: person.id, of }
}

/**
 * The one picture of a stage that a screen shows: a shared screen or the speaker. `before` is what it showed: it stays
 * while nobody else speaks. Undefined where there is none, or goods are in its place.
 */
export const mainPictureOf = (
  people: readonly Sender[],
  { layout, spotlight, goods }: Stage,
  before?: MainPicture,
): MainPicture | undefined => {
  if (layout === 'product' && goods.length > 0) return undefined
  const rank = ({ id, isSpeaking }: Sender) =>
    id === spotlight ? 0 : isSpeaking ? 1 : id === before?.personId ? 2 : 3
  const screen = layout === 'grid' ? undefined : first(people, 'screen')
  return (
    screen ??
    first(
      people.toSorted((a, b) => rank(a) - rank(b)),
      'camera',
    )
  )
}
