import { useCallback, useState } from 'react'
import type { Reception } from '../live/reception.ts'
import { channelsOf, heardNow, levelOf, type Hearing } from './hearing.ts'
import { useSessionView } from './session-context.ts'

/** What I hear of a session: the floor, or an interpreter over it. */
export const useHearing = () => {
  const people = useSessionView((view) => view.people)
  const role = useSessionView(({ me }) => me.role)
  const [chosen, choose] = useState<Hearing>('floor')
  const heard = heardNow(chosen, role, people)
  const reception = useCallback<Reception>(
    ({ personId }) =>
      levelOf(
        people.find(({ id }) => id === personId),
        heard,
      ),
    [people, heard],
  )
  return { channels: channelsOf(people), heard, choose, reception }
}
