import { createSessionLink, type ActOutbox } from '#client/sessions/session-link.ts'
import type { SessionAct } from '#shared/protocol/sessions.ts'
import { nodeLine } from '#test/support/node-line.ts'
import { nodeSessionWire } from '#test/support/node-session-wire.ts'

const forgetful: ActOutbox = { load: () => [], save: () => undefined }

/** Somebody in a session, by the same link as a page's: it comes back by itself, and resends what is unanswered. */
export const attend = async (url: string, cookie: string, sessionId: string) => {
  const cameAt = performance.now()
  const line = nodeLine(url, cookie)
  const wire = nodeSessionWire(line, sessionId)
  let inAt = 0
  const link = createSessionLink({
    outbox: forgetful,
    wire: {
      ...wire,
      async enter(knocks) {
        const view = await wire.enter(knocks)
        if (view.me.standing === 'in') inAt = performance.now()
        return view
      },
    },
  })
  const view = () => link.store.getState().view
  await new Promise<void>((resolve) => {
    if (view()) resolve()
    const stop = link.store.subscribe((state) => {
      if (!state.view) return
      stop()
      resolve()
    })
  })
  return {
    id: view()?.me.personId ?? '',
    /** From opening the socket to the acknowledgement that let them in. */
    joinMs: inAt - cameAt,
    /** When they were let in last. */
    inAt: () => inAt,
    view,
    act: (act: SessionAct) => link.act(act),
    pose: link.pose,
    onPosed: link.onPosed,
    leave() {
      link.close()
      line.close()
    },
  }
}

export type Attendee = Awaited<ReturnType<typeof attend>>
