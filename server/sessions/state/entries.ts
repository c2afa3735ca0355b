import type {
  Consent,
  GoodsMark,
  LivePhase,
  LiveSettings,
  PollDraft,
  QuestionState,
  SessionRole,
  Stage,
} from '#shared/model/live-session.ts'
import type { Lanyard } from '#shared/model/principal.ts'
import type { SessionLanguage } from '#shared/model/programme.ts'

/** Who acts, as far as the log keeps it. */
export interface Actor {
  id: string
  name: string
  lanyard: Lanyard
}

/**
 * What happened in a session. The log of these is the session: its state is what `apply` makes of them in their order,
 * so that a killed process finds everything again, and the audit, the attendance and the chapters are read from it.
 */
export type Entry =
  | { kind: 'held'; settings: LiveSettings }
  | { kind: 'phase'; phase: LivePhase }
  | { kind: 'locked'; on: boolean }
  | { kind: 'recording'; on: boolean }
  | { kind: 'came'; person: Actor; role: SessionRole; standing: 'waiting' | 'in' }
  | { kind: 'left'; personId: string }
  | { kind: 'admitted'; personIds: string[] }
  | { kind: 'removed'; personId: string; blocked: boolean }
  | { kind: 'readmitted'; personId: string }
  | { kind: 'roleGiven'; personId: string; name: string; role: SessionRole; channel: SessionLanguage | null }
  | { kind: 'inCharge'; personId: string | null }
  | { kind: 'floor'; personId: string; on: boolean }
  | { kind: 'hand'; personId: string; up: boolean }
  | { kind: 'muted'; personIds: string[]; source: 'microphone' | 'camera' | 'screen' }
  | { kind: 'consented'; personId: string; to: Consent; on: boolean }
  | { kind: 'staged'; stage: Partial<Stage> }
  | { kind: 'marked'; mark: GoodsMark }
  | { kind: 'unmarked'; markId: string | null }
  | { kind: 'posted'; text: string; replyTo: string | null; productId: string | null }
  | { kind: 'messageRemoved'; messageId: string }
  | { kind: 'asked'; text: string; anonymous: boolean }
  | { kind: 'voted'; questionId: string; on: boolean }
  | { kind: 'questionSettled'; questionId: string; state: QuestionState }
  | { kind: 'pollMade'; poll: PollDraft }
  | { kind: 'pollOpened' | 'pollClosed'; pollId: string }
  | { kind: 'balloted'; pollId: string; choices: number[] }

/** An entry as it is kept. The id is the client's: the same one again is the same entry. */
export interface LoggedEntry {
  seq: number
  id: string
  by: Actor
  at: Date
  entry: Entry
}
