import { z } from 'zod'
import { Id, Instant } from '../model/ids.ts'
import {
  Attendance,
  Consent,
  GoodsMark,
  LiveSettings,
  OnNow,
  OwnPart,
  PollDraft,
  QuestionState,
  SessionHeader,
  SessionMessage,
  SessionPerson,
  SessionPoll,
  SessionQuestion,
  SessionRole,
  Stage,
  StageLayout,
  StageLight,
  StagePose,
} from '../model/live-session.ts'
import { Session, SessionLanguage } from '../model/programme.ts'
import { defineCommand, defineFact, defineRoute } from './define.ts'

const sessionBody = z.object({ sessionId: Id })
const PersonId = z.string().min(1).max(80)
export const QUESTION_LENGTH = 500
export const MESSAGE_LENGTH = 2000
export const REACTIONS = ['applause', 'heart', 'thanks', 'wow'] as const

const act = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape })

/** What somebody does in a session. Who may do what is in `server/sessions/state/act-rules.ts`. */
export const SessionAct = z.discriminatedUnion('kind', [
  act('openLobby', {}),
  act('start', {}),
  act('end', {}),
  act('lock', { on: z.boolean() }),
  act('configure', { settings: LiveSettings }),
  act('admit', { personIds: z.array(PersonId).max(1000) }),
  act('admitAll', {}),
  act('remove', { personId: PersonId, block: z.boolean() }),
  act('readmit', { personId: PersonId }),
  act('giveRole', { personId: PersonId, role: SessionRole, channel: SessionLanguage.nullable() }),
  act('giveFloor', { personId: PersonId, on: z.boolean() }),
  act('mute', { personIds: z.array(PersonId).max(1000), source: z.enum(['microphone', 'camera', 'screen']) }),
  act('hand', { up: z.boolean() }),
  act('lowerHand', { personId: PersonId }),
  act('consent', { to: Consent, on: z.boolean() }),
  act('layout', { layout: StageLayout }),
  act('spotlight', { personId: PersonId.nullable() }),
  act('show', { goods: z.array(Id).max(2) }),
  act('collect', { collection: z.array(Id).max(100) }),
  act('light', { light: StageLight }),
  act('present', {}),
  act('mark', { mark: GoodsMark }),
  act('unmark', { markId: Id.nullable() }),
  act('post', {
    text: z.string().trim().min(1).max(MESSAGE_LENGTH),
    replyTo: Id.nullable(),
    productId: Id.nullable(),
  }),
  act('removeMessage', { messageId: Id }),
  act('ask', { text: z.string().trim().min(1).max(QUESTION_LENGTH), anonymous: z.boolean() }),
  act('vote', { questionId: Id, on: z.boolean() }),
  act('settleQuestion', { questionId: Id, state: QuestionState }),
  act('makePoll', { poll: PollDraft }),
  act('openPoll', { pollId: Id }),
  act('closePoll', { pollId: Id }),
  act('ballot', { pollId: Id, choices: z.array(z.int().min(0).max(11)).max(12) }),
  act('record', { on: z.boolean() }),
])
export type SessionAct = z.infer<typeof SessionAct>
export type ActKind = SessionAct['kind']
export type ActOf<K extends ActKind> = Extract<SessionAct, { kind: K }>

/** Everything that one may know of a session: little before one is let in. */
export const SessionView = z.object({
  sessionId: Id,
  seq: z.int(),
  /** The server's clock, for those whose own is wrong. */
  now: Instant,
  header: SessionHeader,
  me: OwnPart,
  stage: Stage,
  people: z.array(SessionPerson),
  messages: z.array(SessionMessage),
  questions: z.array(SessionQuestion),
  polls: z.array(SessionPoll),
})
export type SessionView = z.infer<typeof SessionView>

/** What changed: each thing whole, as it is now. */
export const SessionPatch = SessionView.pick({ header: true, stage: true, people: true, messages: true })
  .extend({ questions: z.array(SessionQuestion), polls: z.array(SessionPoll), me: OwnPart })
  .partial()
  .extend({ gone: z.array(z.string()).optional() })
export type SessionPatch = z.infer<typeof SessionPatch>

/** Whoever may visit the fair may call these; what becomes of it depends on how they stand in the session itself. */
export const sessionCommands = {
  enter: defineCommand({
    name: 'session:enter',
    summary: 'Come to a session: in, or to its waiting room; a lost line leads back by the same',
    body: sessionBody.extend({
      /** From the link in a letter. */
      invitation: z.string().max(80).optional(),
      /** Whoever was sent out asks to be let in again; without it they are `not_admitted`. */
      knocks: z.boolean().optional(),
    }),
    reply: SessionView,
    errors: [
      'not_found',
      'not_allowed',
      'not_admitted',
      'sign_in_needed',
      'session_full',
      'session_locked',
      'unavailable',
    ],
    action: 'session:attend',
    target: 'none',
    perSecond: 3,
  }),
  leave: defineCommand({
    name: 'session:leave',
    summary: 'Leave a session',
    body: sessionBody,
    reply: z.object({}),
    errors: [],
    action: 'session:attend',
    target: 'none',
    perSecond: 3,
  }),
  act: defineCommand({
    name: 'session:act',
    summary: 'Do something in a session; acknowledged once it is stored. The same id twice is done once',
    body: sessionBody.extend({ id: Id, act: SessionAct }),
    reply: z.object({ seq: z.int() }),
    errors: ['not_found', 'not_entered', 'not_allowed', 'conflict', 'session_over', 'unavailable'],
    action: 'session:attend',
    target: 'none',
    perSecond: 12,
  }),
  pose: defineCommand({
    name: 'session:pose',
    summary: 'How the presenter looks at the goods now; the latest counts, some may be lost',
    body: sessionBody.extend({ pose: StagePose }),
    reply: z.object({}),
    errors: ['not_entered', 'not_allowed'],
    action: 'session:attend',
    target: 'none',
    perSecond: 25,
  }),
  react: defineCommand({
    name: 'session:react',
    summary: 'Applaud and the like; nothing of it is kept',
    body: sessionBody.extend({ reaction: z.enum(REACTIONS) }),
    reply: z.object({}),
    errors: ['not_entered'],
    action: 'session:attend',
    target: 'none',
    perSecond: 3,
  }),
} as const

export const sessionFacts = {
  changed: defineFact({
    name: 'session:changed',
    summary: 'What changed in a session up to `seq`; whoever missed something enters again',
    body: z.object({ sessionId: Id, seq: z.int(), patch: SessionPatch }),
  }),
  standing: defineFact({
    name: 'session:standing',
    summary: 'You were let in or sent away: enter again to see what you may see',
    body: sessionBody.extend({ standing: z.enum(['in', 'waiting', 'removed']) }),
  }),
  posed: defineFact({
    name: 'session:posed',
    summary: 'How the presenter looks at the goods now',
    body: sessionBody.extend({ pose: StagePose }),
  }),
  reacted: defineFact({
    name: 'session:reacted',
    summary: 'Somebody applauded',
    body: sessionBody.extend({ personId: z.string(), reaction: z.enum(REACTIONS) }),
  }),
}

const sessionParams = z.object({ sessionId: Id })

/** How a session is held here; null where it takes place in the halls only. */
const HeldSession = z.object({ header: SessionHeader.nullable(), mayHost: z.boolean() })

/** What is written in the log of a session: who did what, and when. */
export const SessionLogLine = z.object({
  seq: z.int(),
  at: Instant,
  by: z.string(),
  byName: z.string(),
  kind: z.string(),
  body: z.record(z.string(), z.unknown()),
})
export type SessionLogLine = z.infer<typeof SessionLogLine>

export const sessionRoutes = {
  listOnNow: defineRoute({
    method: 'GET',
    path: '/api/sessions/on-now',
    summary: 'Sessions that are being held, and what their screens in the halls show',
    reply: z.object({ sessions: z.array(OnNow) }),
    errors: [],
    action: 'session:read',
    target: 'fair',
  }),
  getLiveSession: defineRoute({
    method: 'GET',
    path: '/api/sessions/:sessionId/live',
    summary: 'How a session of the programme is held here, for whoever thinks of coming',
    params: sessionParams,
    reply: HeldSession,
    errors: ['not_found'],
    action: 'session:read',
    target: 'session',
  }),
  holdSession: defineRoute({
    method: 'PUT',
    path: '/api/sessions/:sessionId/live',
    summary: 'Hold a session of the programme here, or change how; the caller becomes its host at first',
    params: sessionParams,
    body: LiveSettings,
    reply: HeldSession,
    errors: ['not_found', 'conflict'],
    action: 'session:hold',
    target: 'session',
  }),
  copySession: defineRoute({
    method: 'POST',
    path: '/api/sessions/:sessionId/copies',
    summary: 'Make a draft after the pattern of a session: its words, its settings, its polls and its goods',
    params: sessionParams,
    body: z.object({ id: Id, startsAt: Instant }),
    reply: Session,
    errors: ['not_found', 'bad_request'],
    action: 'session:copy',
    target: 'session',
  }),
  readAttendance: defineRoute({
    method: 'GET',
    path: '/api/sessions/:sessionId/attendance',
    summary: 'Who was there and how long, of those who agreed to be told of',
    params: sessionParams,
    reply: z.object({ people: z.array(Attendance), unnamed: z.int() }),
    errors: ['not_found'],
    action: 'session:hold',
    target: 'session',
  }),
  readSessionLog: defineRoute({
    method: 'GET',
    path: '/api/sessions/:sessionId/log',
    summary: 'Every act of order in a session, oldest first',
    params: sessionParams,
    reply: z.object({ lines: z.array(SessionLogLine) }),
    errors: ['not_found'],
    action: 'session:hold',
    target: 'session',
  }),
}
