export const HEALTH_PATH = '/health'
export const DRAIN_PATH = '/drain'

/** What the engine says of itself. */
export interface EngineHealth {
  /** Another one whenever everything was lost. */
  epoch: string
  startedAtMs: number
  rooms: number
  participants: number
  busyShare: number
  lateMs: number
  hasRoomForMore: boolean
  isDraining: boolean
  rssMb: number
}
