import { z } from 'zod'
import { Id } from '../model/ids.ts'
import { Session, SessionDraft, SessionState } from '../model/programme.ts'
import { defineRoute } from './define.ts'

const sessionParams = z.object({ sessionId: Id })
const NewSession = z.object({
  id: Id,
  draft: SessionDraft,
  state: SessionState.exclude(['cancelled']).default('planned'),
})

export const programmeRoutes = {
  listSessions: defineRoute({
    method: 'GET',
    path: '/api/sessions',
    summary:
      'The programme of the fair in the order of time, cancelled sessions included; drafts for those who may hold them',
    reply: z.object({ sessions: z.array(Session) }),
    errors: [],
    action: 'programme:read',
    target: 'none',
  }),
  createSession: defineRoute({
    method: 'POST',
    path: '/api/sessions',
    summary: 'Add a session under an id that the caller makes; the same id again changes nothing',
    body: NewSession,
    reply: Session,
    errors: ['not_found', 'bad_request', 'conflict'],
    action: 'programme:add',
    target: 'fair',
  }),
  createStandSession: defineRoute({
    method: 'POST',
    path: '/api/stands/:standId/sessions',
    summary: 'The same at a stand, by its company',
    params: z.object({ standId: Id }),
    body: NewSession,
    reply: Session,
    errors: ['not_found', 'bad_request', 'conflict'],
    action: 'programme:addAtStand',
    target: 'stand',
  }),
  changeSession: defineRoute({
    method: 'PUT',
    path: '/api/sessions/:sessionId',
    summary: 'Change a session; refused if somebody changed it since `baseRevision`',
    params: sessionParams,
    body: z.object({ baseRevision: z.int(), draft: SessionDraft }),
    reply: Session,
    errors: ['not_found', 'bad_request', 'conflict', 'version_conflict'],
    action: 'programme:edit',
    target: 'session',
  }),
  setSessionState: defineRoute({
    method: 'PUT',
    path: '/api/sessions/:sessionId/state',
    summary: 'Announce a draft, cancel a session, or put it back',
    params: sessionParams,
    body: z.object({ state: SessionState }),
    reply: Session,
    errors: ['not_found', 'conflict'],
    action: 'programme:edit',
    target: 'session',
  }),
}
