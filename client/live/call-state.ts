import type { Track } from 'livekit-client'
import type { MediaGrant } from '#shared/model/media.ts'

/** Why a call is over for this page, by somebody's will; what a lost line ends is tried again instead. */
export type CallEnd = 'left' | 'elsewhere' | 'removed' | 'closed'

export type CallPhase =
  | { name: 'joining' }
  | { name: 'live' }
  /** The line or the engine is away: tried again for as long as the page lives. */
  | { name: 'away'; sinceMs: number; attempts: number }
  | { name: 'over'; why: CallEnd }
  /** The fair says no, and why. */
  | { name: 'refused'; error: unknown }

export type LineQuality = 'excellent' | 'good' | 'poor' | 'lost' | 'unknown'

export interface CallPicture {
  sid: string
  track: Track | undefined
  muted: boolean
  /** Paused for want of bandwidth. */
  isPaused: boolean
}

export interface CallPerson {
  id: string
  name: string
  isMe: boolean
  isSpeaking: boolean
  quality: LineQuality
  microphone: 'open' | 'muted' | 'none'
  camera: CallPicture | undefined
  screen: CallPicture | undefined
  /** The goods that they turn on a stage, as a picture for those who don't draw them. */
  goods: readonly (CallPicture & { productId: string })[]
}

export interface CallState {
  phase: CallPhase
  people: readonly CallPerson[]
  grant: MediaGrant | undefined
  mayModerate: boolean
  /** False while the browser waits for a touch before it plays sound. */
  playsSound: boolean
}

export const CALL_BEGINS: CallState = {
  phase: { name: 'joining' },
  people: [],
  grant: undefined,
  mayModerate: false,
  playsSound: true,
}
