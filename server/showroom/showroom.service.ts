import { decodePose, packPose, unpackPose, type PackedPose, type PoseMessage } from '#shared/geometry/pose.ts'
import { isInStand, STAND_REACH_M, standArrival } from '#shared/geometry/stand-plan.ts'
import type { CommandBody, CommandReply } from '#shared/protocol/define.ts'
import type { Placement, showroomCommands } from '#shared/protocol/showroom.ts'
import { lanyardOf, type Principal } from '#shared/model/principal.ts'
import type { Clock } from '../platform/clock.ts'
import { AppError } from '../platform/errors.ts'
import { Callers, type Caller } from './callers.ts'
import { HallCounts } from './hall-counts.ts'
import { RoomRegistry, type Arrival } from './room-registry.ts'
import type { PresenceMetrics } from './presence-metrics.ts'
import { createPresenceTick } from './presence-tick.ts'
import { checkDoor, isStaff, type IsInvited } from './showroom.policy.ts'
import { StaffDuty } from './staff-duty.ts'
import type { Ticker } from './ticker.ts'
import type { Connection, HallPlan, StandPlan, StandSeat, Visit } from './visitor.ts'

export interface ShowroomParts {
  clock: Clock
  plans: {
    /** Throws `not_found` where there is no such hall. */
    hall(hallId: string): Promise<HallPlan>
    isInvited: IsInvited
  }
  ticker: Ticker
  metrics: PresenceMetrics
}

type Commands = typeof showroomCommands
type Body<K extends keyof Commands> = CommandBody<Commands[K]>
type Reply<K extends keyof Commands> = CommandReply<Commands[K]>

/** A connection that may enter halls. */
export interface ShowroomLink {
  /** Takes a pose frame; what isn't one, or comes too often, is ignored. */
  pose(frame: Uint8Array): void
  closed(): void
}

// Twice the rate at which clients send: bursts after a stall are fine, floods are not.
const MAX_POSES_PER_SECOND = 30

/** The showroom: halls, stands and who is where in them. Knows sockets only as connections. */
export const createShowroom = ({ clock, plans, ticker, metrics }: ShowroomParts) => {
  const registry = new RoomRegistry()
  const callers = new Callers()
  const duty = new StaffDuty()
  const counts = new HallCounts(registry)
  const message: PoseMessage = { xCm: 0, zCm: 0, turn256: 0, flags: 0, sequence: 0 }

  const nowMs = () => clock.now().getTime()

  const standOf = (plan: HallPlan, standId: string): StandPlan => {
    const stand = plan.stands.find((candidate) => candidate.standId === standId)
    if (!stand) throw new AppError('not_found', { standId })
    return stand
  }

  const placementOf = (visit: Visit): Placement => {
    const pose = registry.roomOf(visit).poseOf(visit.handle)
    return { pose: unpackPose(pose), sequence: pose.sequence }
  }

  const presenceIn = (seat: StandSeat) => ({ standId: seat.plan.standId, instance: seat.instance })

  const sitDown = (visit: Visit, principal: Principal, stand: StandPlan, asked?: number): StandSeat => {
    const before = visit.stand
    const seat = registry.stepIn(visit, stand, asked)
    const room = registry.roomOf(visit)
    const pose = room.poseOf(visit.handle)
    if (!isInStand(stand.place, pose.xCm / 100, pose.zCm / 100, STAND_REACH_M)) {
      // Just inside the open front.
      const spot = standArrival(stand.place, -0.8)
      room.put(visit.handle, packPose({ ...unpackPose(pose), ...spot }), nowMs())
    }
    if (
      !isStaff(stand, principal) &&
      (before?.plan.standId !== stand.standId || before.instance !== seat.instance)
    ) {
      const at = clock.now().toISOString()
      duty.tell(stand.companyId, { ...presenceIn(seat), visitor: visit.card, at })
    }
    return seat
  }

  const companions = (visit: Visit) => {
    if (!visit.stand) return []
    const members = registry.standInstances(registry.roomOf(visit), visit.stand.plan.standId)
    return (members.get(visit.stand.instance) ?? []).map(({ card }) => card)
  }

  const firstPose = (plan: HallPlan, spot: Body<'enter'>['pose']): PackedPose => {
    const pose = packPose({ ...(spot ?? plan.entrance), gesture: 'none', voice: 'off' })
    const isOnFloor = Math.abs(pose.xCm) <= plan.widthM * 50 && Math.abs(pose.zCm) <= plan.depthM * 50
    if (!isOnFloor) throw new AppError('bad_request', { fields: ['pose'] })
    return pose
  }

  /** Takes a visit from another window of the same person. */
  const displace = (visit: Visit, caller: Caller): void => {
    if (visit.status.state !== 'inside' || visit.status.connection === caller.connection) return
    callers.release(visit)
    visit.status.connection.tell('visitor:replaced', {})
  }

  /** The visit that a person already has in this hall; one in another hall, or under another badge, ends. */
  const formerVisit = (hallId: string, badge: Arrival['badge'], caller: Caller): Visit | undefined => {
    const visit = registry.visitOf(badge.visitorId)
    if (!visit) return undefined
    displace(visit, caller)
    const { name, lanyard } = visit.card
    if (visit.hallId === hallId && name === badge.name && lanyard === badge.lanyard) {
      registry.comeBack(visit, caller.connection)
      return visit
    }
    registry.leave(visit)
    return undefined
  }

  const enter = async (
    connectionId: string,
    principal: Principal,
    body: Body<'enter'>,
  ): Promise<Reply<'enter'>> => {
    const plan = await plans.hall(body.hallId)
    const stand = body.standId === undefined ? undefined : standOf(plan, body.standId)
    if (stand) await checkDoor(stand, principal, plans.isInvited)
    const caller = callers.get(connectionId)
    const pose = firstPose(plan, body.pose)
    const company = plan.stands.find(({ companyId }) => companyId === principal.companyId)?.companyName
    const badge = {
      visitorId: principal.id,
      name: principal.name,
      lanyard: lanyardOf(principal),
      ...(company !== undefined && { companyName: company }),
    }
    const former = formerVisit(plan.hallId, badge, caller)
    const { companyId } = principal
    const visit =
      former ??
      registry.enter(
        plan,
        { visitorId: principal.id, companyId, badge, connection: caller.connection },
        pose,
        nowMs(),
      )
    caller.visit = visit
    if (stand) sitDown(visit, principal, stand)
    const room = registry.roomOf(visit)
    return {
      hallId: plan.hallId,
      instance: visit.hallInstance,
      handle: visit.handle,
      visitorId: visit.visitorId,
      returned: former !== undefined,
      ...placementOf(visit),
      ...(visit.stand && { stand: presenceIn(visit.stand) }),
      roster: room.introduce(visit.handle),
    }
  }

  const leave = (connectionId: string): Reply<'leave'> => {
    const caller = callers.get(connectionId)
    if (caller.visit) registry.leave(caller.visit)
    caller.visit = undefined
    return {}
  }

  const teleport = (connectionId: string, spot: Body<'teleport'>): Reply<'teleport'> => {
    const visit = callers.visitOf(connectionId)
    const room = registry.roomOf(visit)
    const pose = packPose({ ...unpackPose(room.poseOf(visit.handle)), ...spot })
    if (!room.isOnFloor(pose)) throw new AppError('bad_request', { fields: ['xM', 'zM'] })
    room.put(visit.handle, pose, nowMs())
    leaveStandWhenFar(visit)
    return placementOf(visit)
  }

  const stepIn = async (
    connectionId: string,
    principal: Principal,
    body: Body<'stepIn'>,
  ): Promise<Reply<'stepIn'>> => {
    const plan = await plans.hall(callers.visitOf(connectionId).hallId)
    const stand = standOf(plan, body.standId)
    if (body.instance !== undefined && !isStaff(stand, principal)) throw new AppError('not_allowed')
    await checkDoor(stand, principal, plans.isInvited)
    // Looked up again: the visitor may have left meanwhile.
    const visit = callers.visitOf(connectionId)
    const seat = sitDown(visit, principal, stand, body.instance)
    return { ...placementOf(visit), stand: presenceIn(seat), visitors: companions(visit) }
  }

  const stepOut = (connectionId: string): Reply<'stepOut'> => {
    registry.stepOut(callers.visitOf(connectionId))
    return {}
  }

  const who = async (
    connectionId: string,
    principal: Principal,
    body: Body<'who'>,
  ): Promise<Reply<'who'>> => {
    const plan = await plans.hall(callers.visitOf(connectionId).hallId)
    const stand = standOf(plan, body.standId)
    const visit = callers.visitOf(connectionId)
    const instances = [...registry.standInstances(registry.roomOf(visit), stand.standId)]
      .filter(([instance]) => isStaff(stand, principal) || isIn(visit, stand.standId, instance))
      .sort(([a], [b]) => a - b)
    return {
      instances: instances.map(([instance, visits]) => ({
        standId: stand.standId,
        instance,
        visitors: visits.map(({ card }) => card),
      })),
    }
  }

  // Who isn't at the stand sees its first instance, as from the aisle.
  const isIn = (visit: Visit, standId: string, instance: number): boolean =>
    visit.stand?.plan.standId === standId ? visit.stand.instance === instance : instance === 1

  const leaveStandWhenFar = (visit: Visit): void => {
    if (!visit.stand) return
    const { xCm, zCm } = registry.roomOf(visit).poseOf(visit.handle)
    if (isInStand(visit.stand.plan.place, xCm / 100, zCm / 100, STAND_REACH_M)) return
    const presence = presenceIn(visit.stand)
    registry.stepOut(visit)
    if (visit.status.state === 'inside') visit.status.connection.tell('stand:left', presence)
  }

  const takePose = (caller: Caller, frame: Uint8Array): void => {
    const { visit } = caller
    if (!visit || ++caller.posesThisSecond > MAX_POSES_PER_SECOND || !decodePose(frame, message)) return
    const verdict = registry.roomOf(visit).move(visit.handle, message, nowMs())
    if (verdict === 'refused') caller.connection.tell('visitor:placed', placementOf(visit))
  }

  const connect = (connection: Connection): ShowroomLink => {
    const caller = callers.add(connection)
    duty.begin(connection)
    return {
      pose: (frame) => takePose(caller, frame),
      closed() {
        if (caller.visit) registry.stepAway(caller.visit, nowMs())
        callers.remove(caller)
        duty.end(connection)
      },
    }
  }

  const tick = createPresenceTick({ registry, callers, counts, metrics, nowMs, leaveStandWhenFar })

  return {
    connect,
    enter,
    leave,
    teleport,
    stepIn,
    stepOut,
    who,
    tick,
    start: () => ticker.start(tick),
    stop: () => ticker.stop(),
    /** How many are in a hall and at its stands now. */
    countsOf: (hallId: string) => counts.count(hallId),
    /** Where a person is, for chat and insight; undefined when in no hall. */
    whereIs(visitorId: string) {
      const visit = registry.visitOf(visitorId)
      if (!visit) return undefined
      return {
        hallId: visit.hallId,
        instance: visit.hallInstance,
        state: visit.status.state,
        stand: visit.stand && presenceIn(visit.stand),
      }
    },
  }
}

export type Showroom = ReturnType<typeof createShowroom>
