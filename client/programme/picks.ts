import { useSyncExternalStore } from 'react'
import { z } from 'zod'

const STORED_AS = 'fairloom.programme.picks'
const Picks = z.array(z.string())
const listeners = new Set<() => void>()

const read = (): readonly string[] => {
  try {
    return Picks.parse(JSON.parse(localStorage.getItem(STORED_AS) ?? '[]'))
  } catch {
    return []
  }
}

let picks = read()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Picks a session for this browser's own programme, or takes it out. */
const toggle = (sessionId: string) => {
  picks = picks.includes(sessionId) ? picks.filter((id) => id !== sessionId) : [...picks, sessionId]
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(picks))
  } catch {
    // Without storage the picks last as long as the page.
  }
  for (const listener of listeners) listener()
}

/** The sessions that this visitor picked, by id; they stay in the browser. */
export const usePicks = () => ({ picks: useSyncExternalStore(subscribe, () => picks), toggle })
