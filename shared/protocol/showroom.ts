import { z } from 'zod'
import { Id, Instant } from '#shared/model/ids.ts'
import { Lanyard } from '#shared/model/principal.ts'
import { GESTURES, VOICES } from '#shared/geometry/pose.ts'
import { defineCommand, defineFact } from './define.ts'

/** A visitor's number within one instance of a hall; snapshots name visitors by it. */
export const Handle = z.int().min(1).max(65_535)

/** What others see on a visitor's badge. */
export const VisitorCard = z.object({
  handle: Handle,
  visitorId: z.string(),
  name: z.string(),
  lanyard: Lanyard,
  companyName: z.string().optional(),
})
export type VisitorCard = z.infer<typeof VisitorCard>

export const PlacedPose = z.object({
  xM: z.number(),
  zM: z.number(),
  headingDeg: z.number(),
  gesture: z.enum(GESTURES),
  voice: z.enum(VOICES),
})

const FloorSpot = z.object({
  xM: z.number().min(-150).max(150),
  zM: z.number().min(-150).max(150),
  headingDeg: z.number().min(-360).max(360),
})

/** The server's word on where a visitor is; poses go on counting from `sequence`. */
export const Placement = z.object({ pose: PlacedPose, sequence: z.int().min(0).max(255) })
export type Placement = z.infer<typeof Placement>

/** The instance of an exhibitor's room that a visitor is in; the first is 1. */
export const StandPresence = z.object({ standId: Id, instance: z.int().positive() })
export type StandPresence = z.infer<typeof StandPresence>

const StandInstance = StandPresence.extend({ visitors: z.array(VisitorCard) })
const StandReply = Placement.extend({ stand: StandPresence, visitors: z.array(VisitorCard) })

export const showroomCommands = {
  enter: defineCommand({
    name: 'showroom:enter',
    summary:
      'Enter a hall, and a stand in it where one is named; within 10 s of a lost connection gives the place back',
    body: z.object({ hallId: Id, standId: Id.optional(), pose: FloorSpot.optional() }),
    reply: Placement.extend({
      hallId: Id,
      /** Which instance of the hall; the first is 1. */
      instance: z.int().positive(),
      handle: Handle,
      visitorId: z.string(),
      returned: z.boolean(),
      stand: StandPresence.optional(),
      /** Those nearby; others are named by `visitor:entered` as they come near. */
      roster: z.array(VisitorCard),
    }),
    errors: ['not_found', 'door_closed', 'stand_full', 'unavailable'],
    action: 'showroom:enter',
    target: 'hall',
    perSecond: 2,
  }),
  leave: defineCommand({
    name: 'showroom:leave',
    summary: 'Leave the hall; the place is given up at once',
    body: z.object({}),
    reply: z.object({}),
    errors: [],
    action: 'showroom:leave',
    target: 'self',
    perSecond: 2,
  }),
  teleport: defineCommand({
    name: 'showroom:teleport',
    summary: 'Go to another place of the hall at once, as from the plan',
    body: FloorSpot,
    reply: Placement,
    errors: ['not_entered', 'bad_request'],
    action: 'showroom:teleport',
    target: 'self',
    perSecond: 2,
  }),
  stepIn: defineCommand({
    name: 'stand:step-in',
    summary: "Enter an exhibitor's room; its staff may name the instance",
    body: z.object({ standId: Id, instance: z.int().positive().max(15).optional() }),
    reply: StandReply,
    errors: ['not_entered', 'not_found', 'door_closed', 'stand_full', 'not_allowed'],
    action: 'stand:step-in',
    target: 'stand',
    perSecond: 2,
  }),
  stepOut: defineCommand({
    name: 'stand:step-out',
    summary: "Leave the exhibitor's room and stay in the hall",
    body: z.object({}),
    reply: z.object({}),
    errors: ['not_entered'],
    action: 'stand:step-out',
    target: 'self',
    perSecond: 2,
  }),
  who: defineCommand({
    name: 'stand:who',
    summary: "Who is in an exhibitor's room: one's own instance of it, or every instance for its staff",
    body: z.object({ standId: Id }),
    reply: z.object({ instances: z.array(StandInstance) }),
    errors: ['not_entered', 'not_found'],
    action: 'stand:who',
    target: 'stand',
    perSecond: 2,
  }),
} as const

export const showroomFacts = {
  visitorEntered: defineFact({
    name: 'visitor:entered',
    summary: 'The badges of visitors who came near and were not named before',
    body: z.object({ visitors: z.array(VisitorCard) }),
  }),
  visitorLeft: defineFact({
    name: 'visitor:left',
    summary: 'Visitors named before who are no longer in the hall',
    body: z.object({ handles: z.array(Handle) }),
  }),
  visitorPlaced: defineFact({
    name: 'visitor:placed',
    summary: 'A pose of yours was refused; this is where you are',
    body: Placement,
  }),
  visitorReplaced: defineFact({
    name: 'visitor:replaced',
    summary: 'You entered from another window; this one is no longer in the hall',
    body: z.object({}),
  }),
  standVisited: defineFact({
    name: 'stand:visited',
    summary: "To a stand's staff: somebody stepped in",
    body: StandPresence.extend({ visitor: VisitorCard, at: Instant }),
  }),
  standLeft: defineFact({
    name: 'stand:left',
    summary: "You walked off the stand's floor and are in the hall only",
    body: StandPresence,
  }),
  hallCounted: defineFact({
    name: 'hall:counted',
    summary: 'How many are in the hall and at each stand with visitors, over all instances',
    body: z.object({
      hallId: Id,
      visitors: z.int(),
      stands: z.array(z.object({ standId: Id, visitors: z.int(), instances: z.int() })),
    }),
  }),
} as const
