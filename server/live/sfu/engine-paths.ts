import type { EngineFigures } from '../media/media-engine.ts'

export const HEALTH_PATH = '/health'
export const DRAIN_PATH = '/drain'

/** What the engine says of itself. */
export interface EngineHealth extends EngineFigures {
  /** Another one whenever everything was lost. */
  epoch: string
  startedAtMs: number
  participants: number
  hasRoomForMore: boolean
  isDraining: boolean
}
