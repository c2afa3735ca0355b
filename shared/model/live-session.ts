import { z } from 'zod'
import { Id, Instant } from './ids.ts'
import { Lanyard } from './principal.ts'
import { SessionLanguage } from './programme.ts'

/** The life of a session that is held here; it is in the programme before, and may be played again after. */
export const LivePhase = z.enum(['scheduled', 'lobby', 'live', 'ended', 'published'])
export type LivePhase = z.infer<typeof LivePhase>

/** Host and co-host keep order; an observer is there without being shown. */
export const SessionRole = z.enum(['host', 'cohost', 'speaker', 'interpreter', 'attendee', 'observer'])
export type SessionRole = z.infer<typeof SessionRole>

/** Who may come in: everybody, those with an account, those who were invited, or the company alone. */
export const SessionVisibility = z.enum(['public', 'registered', 'invited', 'company'])
export type SessionVisibility = z.infer<typeof SessionVisibility>

export const LiveSettings = z.object({
  visibility: SessionVisibility,
  /** People at once, staff included. */
  capacity: z.int().min(2).max(1000),
  /** Whoever comes waits until a host lets them in. */
  waitingRoom: z.boolean(),
  chat: z.boolean(),
  questions: z.boolean(),
  anonymousQuestions: z.boolean(),
})
export type LiveSettings = z.infer<typeof LiveSettings>

export const USUAL_SETTINGS: LiveSettings = {
  visibility: 'public',
  capacity: 300,
  waitingRoom: true,
  chat: true,
  questions: true,
  anonymousQuestions: true,
}

/** How the stage is arranged; what is not there leaves its place to the speaker. */
export const StageLayout = z.enum(['speaker', 'grid', 'product', 'screen'])
export type StageLayout = z.infer<typeof StageLayout>

/** A point on the goods, in metres from the middle of the product, in its own axes. */
export const GoodsPoint = z.tuple([z.number(), z.number(), z.number()])
export type GoodsPoint = z.infer<typeof GoodsPoint>

export const MARK_COLOURS = ['madder', 'indigo', 'ink', 'saffron'] as const

/** A line drawn on the goods. */
export const GoodsMark = z.object({
  id: Id,
  colour: z.enum(MARK_COLOURS),
  points: z.array(GoodsPoint).min(1).max(200),
})
export type GoodsMark = z.infer<typeof GoodsMark>

export const StageLight = z.enum(['hall', 'raking', 'evaluation'])

export const Stage = z.object({
  layout: StageLayout,
  /** Shown large whoever speaks. */
  spotlight: z.string().nullable(),
  /** What is shown in 3D: one product, or two side by side. */
  goods: z.array(Id).max(2),
  /** What the host goes through, one after the other. */
  collection: z.array(Id).max(100),
  light: StageLight,
  /** Whose pose the others see. */
  presenter: z.string().nullable(),
  marks: z.array(GoodsMark).max(60),
})
export type Stage = z.infer<typeof Stage>

/** A session that is on, as the hall sees it. */
export const OnNow = z.object({
  sessionId: Id,
  /** What its screen in the hall shows; null where one can't watch from there, but only step in. */
  stage: Stage.pick({ layout: true, spotlight: true, goods: true })
    .extend({
      /** They are not on the floor, and so not heard in the hall. */
      interpreters: z.array(z.string()),
    })
    .nullable(),
})
export type OnNow = z.infer<typeof OnNow>

/** How the presenter looks at the goods: radians, and the distance as a multiple of the one that shows all of them. */
export const StagePose = z.object({
  azimuth: z.number(),
  elevation: z.number(),
  reach: z.number().positive(),
  shift: z.number(),
  lift: z.number(),
  /** Where the presenter points. */
  laser: GoodsPoint.nullable(),
})
export type StagePose = z.infer<typeof StagePose>

/** Somebody in a session as the others see them. */
export const SessionPerson = z.object({
  id: z.string(),
  name: z.string(),
  lanyard: Lanyard,
  role: SessionRole,
  /** The language that an interpreter speaks. */
  channel: SessionLanguage.nullable(),
  standing: z.enum(['waiting', 'in', 'blocked']),
  isHere: z.boolean(),
  /** When the hand went up. */
  handAt: Instant.nullable(),
  /** May speak without being a speaker. */
  hasFloor: z.boolean(),
})
export type SessionPerson = z.infer<typeof SessionPerson>

export const SessionMessage = z.object({
  id: Id,
  by: z.object({ id: z.string(), name: z.string(), lanyard: Lanyard }),
  /** Null where it was removed. */
  text: z.string().nullable(),
  replyTo: Id.nullable(),
  /** Goods of the stand that it is about. */
  productId: Id.nullable(),
  at: Instant,
})
export type SessionMessage = z.infer<typeof SessionMessage>

export const QuestionState = z.enum(['open', 'answered', 'dismissed'])
export type QuestionState = z.infer<typeof QuestionState>

export const SessionQuestion = z.object({
  id: Id,
  text: z.string(),
  /** Null where it was asked without a name. */
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  at: Instant,
  votes: z.int(),
  state: QuestionState,
})
export type SessionQuestion = z.infer<typeof SessionQuestion>

export const PollKind = z.enum(['single', 'multiple', 'scale'])
export type PollKind = z.infer<typeof PollKind>

export const PollDraft = z.object({
  question: z.string().trim().min(1).max(300),
  kind: PollKind,
  options: z.array(z.string().trim().min(1).max(120)).min(2).max(12),
})
export type PollDraft = z.infer<typeof PollDraft>

export const SessionPoll = PollDraft.extend({
  id: Id,
  state: z.enum(['draft', 'open', 'closed']),
  /** How many chose each option. */
  counts: z.array(z.int()),
  voters: z.int(),
})
export type SessionPoll = z.infer<typeof SessionPoll>

/** What holds for the whole session. */
export const SessionHeader = z.object({
  phase: LivePhase,
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  isLocked: z.boolean(),
  /** Who keeps order now: the host, or who took over from them. */
  inCharge: z.string().nullable(),
  isRecording: z.boolean(),
  settings: LiveSettings,
  present: z.int(),
})
export type SessionHeader = z.infer<typeof SessionHeader>

export const CONSENTS = ['attendance', 'contact'] as const
export const Consent = z.enum(CONSENTS)
export type Consent = z.infer<typeof Consent>

/** What only the person themselves is told. */
export const OwnPart = z.object({
  personId: z.string(),
  role: SessionRole,
  standing: z.enum(['outside', 'waiting', 'in']),
  mayModerate: z.boolean(),
  hasFloor: z.boolean(),
  handAt: Instant.nullable(),
  consents: z.array(Consent),
  /** Questions that they voted for. */
  votes: z.array(Id),
  /** Their choices, by poll. */
  ballots: z.record(z.string(), z.array(z.int())),
})
export type OwnPart = z.infer<typeof OwnPart>

/** Session lists that a host may take home. */
export const Attendance = z.object({
  personId: z.string(),
  name: z.string(),
  role: SessionRole,
  lanyard: Lanyard,
  minutes: z.number(),
  firstAt: Instant,
  lastAt: Instant,
  /** May be written to about what was shown. */
  mayContact: z.boolean(),
  email: z.string().nullable(),
})
export type Attendance = z.infer<typeof Attendance>
