import { PresenceLink } from '#client/net/presence-link.ts'
import { showroomFacts } from '#shared/protocol/showroom.ts'
import { createShowroom, type HallPlan, type Showroom, type StandPlan } from '#server/showroom/index.ts'
import type { Connection, FactName, FactOf } from '#server/showroom/visitor.ts'
import { AppError } from '#server/platform/errors.ts'
import type { Pose } from '#shared/geometry/pose.ts'
import type { Principal } from '#shared/model/principal.ts'

export const HALL_ID = '00000000-0000-4000-8000-000000000001'
export const OTHER_HALL_ID = '00000000-0000-4000-8000-000000000002'
export const STAND_ID = '00000000-0000-4000-8000-000000000011'
export const OTHER_STAND_ID = '00000000-0000-4000-8000-000000000012'
export const COMPANY_ID = '00000000-0000-4000-8000-000000000021'
export const OTHER_COMPANY_ID = '00000000-0000-4000-8000-000000000022'

export const buildStand = (overrides: Partial<StandPlan> = {}): StandPlan => ({
  standId: STAND_ID,
  companyId: COMPANY_ID,
  companyName: 'Namangan Twill',
  door: 'open',
  capacity: 2,
  place: { xM: 10, zM: 0, widthM: 6, depthM: 3, shape: 'row', areaM2: 18, headingDeg: 0 },
  ...overrides,
})

export const buildHall = (overrides: Partial<HallPlan> = {}): HallPlan => ({
  hallId: HALL_ID,
  widthM: 100,
  depthM: 60,
  entrance: { xM: 0, zM: 28, headingDeg: 0 },
  capacity: 2000,
  stands: [
    buildStand(),
    buildStand({
      standId: OTHER_STAND_ID,
      companyId: OTHER_COMPANY_ID,
      companyName: 'Pamir Wool',
      place: { ...buildStand().place, xM: -10 },
    }),
  ],
  ...overrides,
})

export const buildPrincipal = (id: string, overrides: Partial<Principal> = {}): Principal => ({
  kind: 'buyer',
  id,
  name: `Visitor ${id}`,
  comesAs: 'buyer',
  ...overrides,
})

export const poseAt = (xM: number, zM: number, headingDeg = 0): Pose => ({
  xM,
  zM,
  headingDeg,
  gesture: 'none',
  voice: 'off',
})

type Fact = { [N in FactName]: { name: N; body: FactOf<N> } }[FactName]

/** A message on its way; flushed by the test. */
type Message =
  | { to: 'server'; kind: 'pose'; frame: Uint8Array }
  | { to: 'client'; kind: 'snapshot'; frame: Uint8Array }
  | { to: 'client'; kind: 'fact'; fact: Fact }

/** What the test lets happen to a message that may get lost; facts always arrive, and in order. */
export type Fate = (message: Message) => 'deliver' | 'drop' | 'later'

/** One visitor's browser and the wire between it and the showroom. */
export class TestVisitor {
  readonly link: PresenceLink
  readonly facts: Fact[] = []
  placed: Pose | undefined
  snapshots = 0
  bytes = 0
  buffered = 0
  closed = false
  readonly #world: TestWorld
  readonly principal: Principal
  #queue: Message[] = []
  #connection: Connection | undefined
  #wire: ReturnType<Showroom['connect']> | undefined

  constructor(world: TestWorld, principal: Principal) {
    this.#world = world
    this.principal = principal
    this.link = new PresenceLink({
      sendPose: (frame) => this.#queue.push({ to: 'server', kind: 'pose', frame }),
      nowMs: () => world.nowMs,
      onPlaced: (pose) => (this.placed = pose),
    })
  }

  get connectionId(): string {
    return this.#connection?.id ?? 'none'
  }

  connect(): void {
    const id = `connection-${++this.#world.connections}`
    this.#queue = []
    this.#connection = {
      id,
      principal: this.principal,
      sendSnapshot: (frame) => this.#queue.push({ to: 'client', kind: 'snapshot', frame }),
      tell: (name, body) => {
        const fact = { name, body } as Fact
        this.#queue.push({ to: 'client', kind: 'fact', fact })
      },
      bufferedBytes: () => this.buffered,
      close: () => (this.closed = true),
    }
    this.#wire = this.#world.showroom.connect(this.#connection)
  }

  disconnect(): void {
    this.#wire?.closed()
    this.#wire = undefined
    this.#queue = []
    this.link.left()
  }

  async enter(
    options: {
      hallId?: string
      standId?: string
      pose?: { xM: number; zM: number; headingDeg: number }
    } = {},
  ) {
    if (!this.#wire) this.connect()
    const reply = await this.#world.showroom.enter(this.connectionId, this.principal, {
      hallId: HALL_ID,
      ...options,
    })
    this.link.entered(reply)
    return reply
  }

  stepIn(standId = STAND_ID, instance?: number) {
    const body = { standId, ...(instance !== undefined && { instance }) }
    return this.#world.showroom.stepIn(this.connectionId, this.principal, body)
  }

  sendRaw(frame: Uint8Array): void {
    this.#wire?.pose(frame)
  }

  factsNamed<N extends FactName>(name: N): FactOf<N>[] {
    return this.facts.filter((fact) => fact.name === name).map((fact) => fact.body as FactOf<N>)
  }

  /** Delivers what is on the wire. */
  flush(fate: Fate = () => 'deliver'): void {
    const messages = this.#queue
    this.#queue = []
    for (const message of messages) {
      const what = message.kind === 'fact' ? 'deliver' : fate(message)
      if (what === 'later') this.#queue.push(message)
      else if (what === 'deliver') this.#deliver(message)
    }
  }

  #deliver(message: Message): void {
    if (message.kind === 'pose') return this.#wire?.pose(message.frame)
    if (message.kind === 'snapshot') {
      this.snapshots += 1
      this.bytes += message.frame.length
      return this.link.receive(message.frame)
    }
    const { fact } = message
    Object.values(showroomFacts)
      .find(({ name }) => name === fact.name)
      ?.body.parse(fact.body)
    this.facts.push(fact)
    if (fact.name === 'visitor:entered') this.link.named(fact.body.visitors)
    if (fact.name === 'visitor:left') this.link.departed(fact.body.handles)
    if (fact.name === 'visitor:placed') this.link.placed(fact.body)
    if (fact.name === 'visitor:replaced') this.link.left()
  }
}

/** A showroom whose clock and wires the test turns by hand. */
export class TestWorld {
  nowMs = Date.UTC(2026, 4, 1, 9)
  connections = 0
  readonly showroom: Showroom
  readonly visitors: TestVisitor[] = []
  readonly ticked: { visitors: number; snapshots: number; entries: number }[] = []
  invited = new Set<string>()
  hall: HallPlan

  constructor(hall: HallPlan = buildHall()) {
    this.hall = hall
    this.showroom = createShowroom({
      clock: { now: () => new Date(this.nowMs) },
      plans: {
        hall: async (hallId) => {
          if (hallId !== HALL_ID && hallId !== OTHER_HALL_ID) throw new AppError('not_found')
          return { ...this.hall, hallId }
        },
        isInvited: async (_standId, principalId) => this.invited.has(principalId),
      },
      ticker: { start: () => {}, stop: () => {} },
      metrics: { ticked: (figures) => this.ticked.push(figures) },
    })
  }

  visitor(id: string, overrides: Partial<Principal> = {}): TestVisitor {
    const visitor = new TestVisitor(this, buildPrincipal(id, overrides))
    this.visitors.push(visitor)
    return visitor
  }

  /** One tick of 15 a second with everything delivered. */
  turn(fate?: Fate): void {
    this.nowMs += 1000 / 15
    for (const visitor of this.visitors) visitor.link.advance()
    for (const visitor of this.visitors) visitor.flush(fate)
    this.showroom.tick()
    for (const visitor of this.visitors) visitor.flush(fate)
  }

  turns(count: number, fate?: Fate): void {
    for (let turn = 0; turn < count; turn++) this.turn(fate)
  }
}
