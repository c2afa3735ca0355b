import { showroomCommands, showroomFacts, type VisitorCard } from '#shared/protocol/showroom.ts'
import type { Pose } from '#shared/geometry/pose.ts'
import { ApiError } from './api.ts'
import { PresenceLink } from './presence-link.ts'
import { bindPresence, poseSender } from './presence-socket.ts'
import { connection, onConnected, onFact, send } from './socket.ts'

export type HallCounts = { visitors: number; stands: ReadonlyMap<string, number> }

export interface HallPresenceState {
  /** `refused` has the code of the last refusal; `replaced`: entered from another window. */
  phase: 'entering' | 'inside' | 'refused' | 'replaced'
  refusal?: ApiError['code']
  counts?: HallCounts
  /** The stand whose room one is in. */
  standId?: string
  /** Why the stand's door stayed closed, for the stand that was tried last. */
  doorRefusal?: ApiError['code'] | undefined
}

export interface HallPresenceParts {
  hallId: string
  /** Where to begin again after a lost line; undefined: at the entrance. */
  currentPose(): Pick<Pose, 'xM' | 'zM' | 'headingDeg'> | undefined
  onPlaced(pose: Pose): void
}

/** One's stay in a hall: enters, enters again after a lost line, and tells what changed. Plain TypeScript. */
export const createHallPresence = ({ hallId, currentPose, onPlaced }: HallPresenceParts) => {
  let state: HallPresenceState = { phase: 'entering' }
  let wantedStandId: string | undefined
  let isNew = true
  const listeners = new Set<() => void>()
  const change = (next: Partial<HallPresenceState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const socket = connection()
  const link = new PresenceLink({ sendPose: poseSender(socket), nowMs: () => performance.now(), onPlaced })
  const codeOf = (error: unknown) => (error instanceof ApiError ? error.code : 'internal')

  const leaveStand = () => {
    const { standId: _, doorRefusal: __, ...rest } = state
    state = rest
    change({})
  }

  const stepIn = async (standId: string) => {
    try {
      const reply = await send(showroomCommands.stepIn, { standId })
      link.placed(reply)
      change({ standId, doorRefusal: undefined })
    } catch (error) {
      change({ doorRefusal: codeOf(error) })
    }
  }

  const enter = async () => {
    const pose = currentPose()
    try {
      const entered = await send(showroomCommands.enter, { hallId, ...(pose && { pose }) })
      // A page that was loaded anew begins where its link says, not where the visit before it stood.
      const isElsewhere = pose !== undefined && isNew && entered.returned
      isNew = false
      link.entered(isElsewhere ? { ...entered, ...(await send(showroomCommands.teleport, pose)) } : entered)
      change({ phase: 'inside' })
      if (wantedStandId) await stepIn(wantedStandId)
    } catch (error) {
      change({ phase: 'refused', refusal: codeOf(error) })
    }
  }

  const stops = [
    bindPresence(socket, link),
    onConnected(() => void enter()),
    onFact(showroomFacts.hallCounted, (counted) => {
      if (counted.hallId !== hallId) return
      const stands = new Map(counted.stands.map(({ standId, visitors }) => [standId, visitors]))
      change({ counts: { visitors: counted.visitors, stands } })
    }),
    onFact(showroomFacts.visitorReplaced, () => change({ phase: 'replaced' })),
    onFact(showroomFacts.standLeft, ({ standId }) => {
      if (state.standId === standId) leaveStand()
    }),
  ]

  return {
    link,
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    enter,
    /** The stand on whose floor one stands now, or null in the aisle. */
    atStand(standId: string | null): void {
      if ((standId ?? undefined) === wantedStandId) return
      wantedStandId = standId ?? undefined
      if (state.phase !== 'inside') return
      if (standId) void stepIn(standId)
      else if (state.standId) {
        leaveStand()
        send(showroomCommands.stepOut, {}).catch(() => undefined)
      }
    },
    /** Goes to a place at once, as from the plan. */
    async teleport(spot: { xM: number; zM: number; headingDeg: number }): Promise<void> {
      link.setOwn({ ...link.ownPose, ...spot })
      try {
        link.placed(await send(showroomCommands.teleport, spot))
      } catch (error) {
        if (codeOf(error) === 'not_entered') await enter()
      }
    },
    visitors: (): VisitorCard[] => [...link.cards.values()],
    close(): void {
      for (const stop of stops) stop()
      if (socket.connected) send(showroomCommands.leave, {}).catch(() => undefined)
      listeners.clear()
    },
  }
}

export type HallPresence = ReturnType<typeof createHallPresence>
