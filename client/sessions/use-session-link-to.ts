import { useEffect, useState } from 'react'
import { createActOutbox } from './act-outbox.ts'
import { createSessionLink, type SessionLink } from './session-link.ts'
import { sessionWire } from './session-wire.ts'

/** One's part in a session for as long as the component is there; `invitation` is from a letter's link. */
export const useSessionLinkTo = (sessionId: string, invitation?: string): SessionLink | undefined => {
  const [link, setLink] = useState<SessionLink>()
  useEffect(() => {
    const made = createSessionLink({
      wire: sessionWire(sessionId, invitation),
      outbox: createActOutbox(sessionId),
    })
    setLink(made)
    return () => {
      made.close()
      setLink(undefined)
    }
  }, [sessionId, invitation])
  return link
}
