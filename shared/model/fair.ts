import { z } from 'zod'
import { Id, Instant, Slug } from './ids.ts'

/** A point of a hall's floor in metres; x to the right and z towards the entrance, from the hall's centre. */
export const FloorPoint = z.object({ xM: z.number(), zM: z.number() })
export type FloorPoint = z.infer<typeof FloorPoint>

/** Axis-aligned rectangle of floor, in metres. */
export const FloorArea = FloorPoint.extend({ widthM: z.number().positive(), depthM: z.number().positive() })
export type FloorArea = z.infer<typeof FloorArea>

export const Fair = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  tagline: z.string(),
  opensAt: Instant,
  closesAt: Instant,
})
export type Fair = z.infer<typeof Fair>

export const HallAreaKind = z.enum(['stage', 'lounge', 'forum'])
export type HallAreaKind = z.infer<typeof HallAreaKind>

/**
 * Floor of a hall that belongs to everybody: a stage for talks with the room before it, a lounge with seats, the trend
 * forum. One walks on it; no stand covers it. Width and depth are its own before `headingDeg` turns it as it turns a
 * stand: at 0 a stage's front faces +z.
 */
export const HallArea = FloorArea.extend({
  kind: HallAreaKind,
  name: z.string().trim().min(1).max(60),
  headingDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
})
export type HallArea = z.infer<typeof HallArea>

export const Hall = z.object({
  id: Id,
  slug: Slug,
  name: z.string(),
  /** The floor is centred on the origin: x from -widthM/2 to widthM/2, z from -depthM/2 to depthM/2. */
  widthM: z.number().min(10).max(300),
  depthM: z.number().min(10).max(300),
  /** Where visitors arrive, and the way they look: degrees clockwise seen from above, 0 looks towards -z. */
  entrance: FloorPoint.extend({ headingDeg: z.number() }),
  aisles: z.array(FloorArea.extend({ name: z.string() })),
  areas: z.array(HallArea).max(40).default([]),
})
export type Hall = z.infer<typeof Hall>

/** How many sides are open to aisles: row 1, corner 2, island 4. */
export const StandShape = z.enum(['row', 'corner', 'island'])
export const StandAreaM2 = z.union([z.literal(9), z.literal(18), z.literal(36)])

/** Who may enter an exhibitor's room. */
export const Door = z.enum(['open', 'registered', 'invited', 'closed'])
export type Door = z.infer<typeof Door>

/**
 * The place of a stand in its hall. `xM`, `zM` are its centre; width and depth are its own, before turning.
 * `headingDeg` turns it clockwise seen from above; at 0 its open front faces +z (towards the entrance).
 * A corner stand is also open on its own right-hand side seen from the front aisle (+x before turning).
 */
export const StandPlace = FloorArea.extend({
  shape: StandShape,
  areaM2: StandAreaM2,
  headingDeg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
})
export type StandPlace = z.infer<typeof StandPlace>

export const SlotKind = z.enum([
  'headerRail', 'table', 'plinth', 'mannequin', 'wall', 'shelf', 'screen', 'counter', 'meetingTable', 'plant',
]) // prettier-ignore
export type SlotKind = z.infer<typeof SlotKind>

/** A piece of stand furniture and the goods on it, in the stand's own coordinates (its centre is 0, 0). */
export const Slot = FloorPoint.extend({
  id: z.string().min(1).max(40),
  kind: SlotKind,
  turnDeg: z.number().min(-360).max(360),
  productIds: z.array(Id).max(24),
})
export type Slot = z.infer<typeof Slot>

export const StandLayout = z.object({ slots: z.array(Slot).max(60) })
export type StandLayout = z.infer<typeof StandLayout>
