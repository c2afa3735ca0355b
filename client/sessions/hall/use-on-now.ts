import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { OnNow } from '#shared/model/live-session.ts'
import type { Session } from '#shared/model/programme.ts'
import { programmeQuery } from '../../net/queries.ts'
import { onNowQuery } from '../session-queries.ts'

/** A session that is being held, with what its screen shows. */
export interface HeldNow {
  readonly session: Session
  readonly stage: OnNow['stage']
}

/** What is being held, the latest first: one that nobody ended gives way to the next at its place. */
export const useOnNow = (): readonly HeldNow[] => {
  const onNow = useQuery(onNowQuery).data?.sessions
  const hasAny = onNow !== undefined && onNow.length > 0
  const programme = useQuery({ ...programmeQuery, enabled: hasAny }).data?.sessions
  return useMemo(
    () =>
      (onNow ?? [])
        .flatMap(({ sessionId, stage }) => {
          const session = programme?.find(({ id }) => id === sessionId)
          return session ? [{ session, stage }] : []
        })
        .toSorted((a, b) => Date.parse(b.session.startsAt) - Date.parse(a.session.startsAt)),
    [onNow, programme],
  )
}
