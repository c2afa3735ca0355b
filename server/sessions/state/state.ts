import {
  USUAL_SETTINGS,
  type Consent,
  type LivePhase,
  type LiveSettings,
  type PollDraft,
  type QuestionState,
  type SessionRole,
  type Stage,
} from '#shared/model/live-session.ts'
import type { SessionLanguage } from '#shared/model/programme.ts'
import type { Actor } from './entries.ts'

export interface Person extends Actor {
  role: SessionRole
  channel: SessionLanguage | null
  /** Sent away may come back through the waiting room; blocked may not. */
  standing: 'invited' | 'waiting' | 'in' | 'removed' | 'blocked'
  isHere: boolean
  leftAt: Date | null
  handAt: Date | null
  hasFloor: boolean
  consents: Set<Consent>
}

export interface Message {
  id: string
  by: Actor
  text: string | null
  replyTo: string | null
  productId: string | null
  at: Date
}

export interface Question {
  id: string
  by: Actor
  anonymous: boolean
  text: string
  at: Date
  state: QuestionState
  voters: Set<string>
}

export interface Poll extends PollDraft {
  id: string
  state: 'draft' | 'open' | 'closed'
  ballots: Map<string, number[]>
}

/** A session as its log tells it. */
export interface State {
  seq: number
  phase: LivePhase
  startedAt: Date | null
  endedAt: Date | null
  isLocked: boolean
  /** Since when the session says that it is recorded; null while it isn't. */
  recordedSince: Date | null
  inCharge: string | null
  settings: LiveSettings
  stage: Stage
  people: Map<string, Person>
  messages: Map<string, Message>
  questions: Map<string, Question>
  polls: Map<string, Poll>
  /** Numbers of entries by the client's id. */
  seqOf: Map<string, number>
}

export const emptyState = (): State => ({
  seq: 0,
  phase: 'scheduled',
  startedAt: null,
  endedAt: null,
  isLocked: false,
  recordedSince: null,
  inCharge: null,
  settings: USUAL_SETTINGS,
  stage: {
    layout: 'speaker',
    spotlight: null,
    goods: [],
    collection: [],
    light: 'hall',
    presenter: null,
    marks: [],
  },
  people: new Map(),
  messages: new Map(),
  questions: new Map(),
  polls: new Map(),
  seqOf: new Map(),
})

export const isStaff = (role: SessionRole): boolean => role === 'host' || role === 'cohost'

/** Whether somebody's role counts: not once they were sent out, before they have been let in again. */
export const hasStanding = ({ standing }: Person): boolean => standing === 'in' || standing === 'invited'

/** Whether somebody keeps order: host, co-host, or who is in charge in their absence. */
export const mayModerate = (state: State, personId: string): boolean => {
  const person = state.people.get(personId)
  return person !== undefined && hasStanding(person) && (isStaff(person.role) || state.inCharge === personId)
}

export const isIn = (state: State, personId: string): boolean => state.people.get(personId)?.standing === 'in'

/** Those who are in and here; observers don't take a place. */
export const present = (state: State): Person[] =>
  [...state.people.values()].filter(
    ({ standing, isHere, role }) => standing === 'in' && isHere && role !== 'observer',
  )
