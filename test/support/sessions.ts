import { randomUUID } from 'node:crypto'
import { USUAL_SETTINGS, type LiveSettings } from '#shared/model/live-session.ts'
import {
  sessionCommands,
  sessionFacts,
  sessionRoutes,
  type SessionAct,
  type SessionPatch,
  type SessionView,
} from '#shared/protocol/sessions.ts'
import { talkDraft } from './programme.ts'
import { command } from './socket-client.ts'
import type { TestApp } from './test-app.ts'

/** A session at a stand that is held here; the owner of the cookie is its host. */
export const buildLiveSession = async (
  app: TestApp,
  standId: string,
  hostCookie: string,
  settings: Partial<LiveSettings> = {},
): Promise<string> => {
  const { id } = await app.parts.programme.create(randomUUID(), talkDraft(standId))
  await app.call(hostCookie)(sessionRoutes.holdSession, {
    params: { sessionId: id },
    body: { ...USUAL_SETTINGS, ...settings },
  })
  return id
}

const KEYED = ['people', 'messages', 'questions', 'polls'] as const

/** Puts what changed into a view, as a page does. */
const patched = (view: SessionView, seq: number, patch: SessionPatch): SessionView => {
  const next = { ...view, ...patch, seq: Math.max(seq, view.seq) } as SessionView
  for (const key of KEYED) {
    const changes = (patch[key] ?? []) as { id: string }[]
    const others = (view[key] as { id: string }[]).filter(({ id }) => !changes.some((one) => one.id === id))
    Object.assign(next, { [key]: [...others, ...changes] })
  }
  next.people = next.people.filter(({ id }) => !patch.gone?.includes(id))
  return next
}

/** Somebody in a session, over a real socket; `view` is what they see now. */
export const attend = async (app: TestApp, cookie: string, sessionId: string, invitation?: string) => {
  const socket = await app.connect(cookie)
  const enter = (knocks: boolean) =>
    command(socket, sessionCommands.enter, { sessionId, knocks, ...(invitation && { invitation }) })
  let view = await enter(false)
  const again = async (knocks = false) => {
    view = await enter(knocks)
  }
  const standings: string[] = []
  socket.on(sessionFacts.changed.name, (body: unknown) => {
    const { seq, patch } = sessionFacts.changed.body.parse(body)
    view = patched(view, seq, patch)
  })
  socket.on(sessionFacts.standing.name, (body: unknown) => {
    const { standing } = sessionFacts.standing.body.parse(body)
    standings.push(standing)
    if (standing !== 'removed') void again().catch(() => undefined)
  })
  return {
    socket,
    get view(): SessionView {
      return view
    },
    standings,
    again,
    act: (act: SessionAct, id: string = randomUUID()) =>
      command(socket, sessionCommands.act, { sessionId, id, act }),
  }
}

export type Attending = Awaited<ReturnType<typeof attend>>
