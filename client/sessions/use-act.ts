import { useCallback, useState } from 'react'
import type { SessionAct } from '#shared/protocol/sessions.ts'
import { useSessionLink } from './session-context.ts'

/** Does something in the session; `error` is why the last one was refused. */
export const useAct = () => {
  const link = useSessionLink()
  const [error, setError] = useState<unknown>()
  const act = useCallback(
    (one: SessionAct): void => {
      setError(undefined)
      link.act(one).catch(setError)
    },
    [link],
  )
  return { act, error }
}
