import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { SessionView } from '#shared/protocol/sessions.ts'
import type { SessionLink } from './session-link.ts'

export const SessionContext = createContext<SessionLink | undefined>(undefined)

export const useSessionLink = (): SessionLink => {
  const link = use(SessionContext)
  if (!link) throw new Error('outside a session')
  return link
}

/** A part of what one sees of the session; only there once one has entered. */
export const useSessionView = <T>(select: (view: SessionView) => T): T => {
  const { store } = useSessionLink()
  return useStore(store, ({ view }) => {
    if (!view) throw new Error('not in the session yet')
    return select(view)
  })
}
