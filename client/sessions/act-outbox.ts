import { z } from 'zod'
import { Id } from '#shared/model/ids.ts'
import { SessionAct } from '#shared/protocol/sessions.ts'
import type { ActOutbox } from './session-link.ts'

const Pending = z.object({ id: Id, act: SessionAct })
/** What somebody wrote or chose; an order to others that is late is better forgotten. */
const KEPT = new Set<SessionAct['kind']>(['post', 'ask', 'vote', 'ballot', 'consent'])

/** Unacknowledged acts of this window, kept over a reload; another window has its own. */
export const createActOutbox = (sessionId: string): ActOutbox => {
  const key = `fairloom.session.${sessionId}`
  return {
    load() {
      try {
        const parsed = z.array(Pending).safeParse(JSON.parse(sessionStorage.getItem(key) ?? '[]'))
        return parsed.success ? parsed.data : []
      } catch {
        return []
      }
    },
    save(pending) {
      const kept = pending.filter(({ act }) => KEPT.has(act.kind))
      try {
        if (kept.length === 0) sessionStorage.removeItem(key)
        else sessionStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // Storage is full or forbidden: it is still sent from memory.
      }
    },
  }
}
