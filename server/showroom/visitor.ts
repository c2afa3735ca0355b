import type { FactBody } from '#shared/protocol/define.ts'
import type { showroomFacts, VisitorCard } from '#shared/protocol/showroom.ts'
import type { Principal } from '#shared/model/principal.ts'
import type { Door, FloorPoint, StandPlace } from '#shared/model/fair.ts'
import type { z } from 'zod'

/** What the showroom needs to know of a stand. */
export interface StandPlan {
  standId: string
  companyId: string
  companyName?: string
  door: Door
  /** Visitors in one instance; staff don't count. */
  capacity: number
  place: z.infer<typeof StandPlace>
}

/** What the showroom needs to know of a hall. */
export interface HallPlan {
  hallId: string
  widthM: number
  depthM: number
  entrance: FloorPoint & { headingDeg: number }
  /** Visitors in one instance of the hall; another opens when it is full. */
  capacity: number
  stands: readonly StandPlan[]
}

type ShowroomFact = (typeof showroomFacts)[keyof typeof showroomFacts]
export type FactName = ShowroomFact['name']
export type FactOf<N extends FactName> = FactBody<Extract<ShowroomFact, { name: N }>>

/** One end of a wire, as the showroom sees it: a socket, or a test's. */
export interface Connection {
  readonly id: string
  readonly principal: Principal
  /** May be dropped when the reader is slow. */
  sendSnapshot(frame: Buffer): void
  /** Arrives in order while the connection lives. */
  tell<N extends FactName>(name: N, body: FactOf<N>): void
  bufferedBytes(): number
  close(): void
}

/** A visitor is in the hall by a connection, or lost it and may come back to the place. */
export type VisitState = { state: 'inside'; connection: Connection } | { state: 'away'; sinceMs: number }

export interface StandSeat {
  plan: StandPlan
  instance: number
  /** Number of this stand's instance within the hall; 0 is the open floor. */
  room: number
}

/** The stay of one person in one instance of a hall. */
export interface Visit {
  readonly visitorId: string
  readonly card: VisitorCard
  readonly companyId: string | undefined
  readonly hallId: string
  readonly hallInstance: number
  readonly handle: number
  stand: StandSeat | undefined
  status: VisitState
}
