import { FURNITURE } from '#shared/geometry/furniture.ts'
import type { Slot, SlotKind, StandLayout } from '#shared/model/fair.ts'

export interface Floor {
  widthM: number
  depthM: number
}

/** A layout while it is edited: what was saved, what it is now, and the steps back. */
export interface LayoutEdit {
  saved: StandLayout
  now: StandLayout
  past: readonly StandLayout[]
  /** Moves of one drag are one step back. */
  gesture: string | undefined
}

export const startEdit = (saved: StandLayout): LayoutEdit => ({
  saved,
  now: saved,
  past: [],
  gesture: undefined,
})

const STEPS_BACK = 100

/** The next state; edits of one gesture (a drag, a row of key presses on one slot) share a step back. */
export const applyEdit = (edit: LayoutEdit, now: StandLayout, gesture?: string): LayoutEdit => {
  const joined = gesture !== undefined && gesture === edit.gesture
  return { ...edit, now, past: joined ? edit.past : [...edit.past, edit.now].slice(-STEPS_BACK), gesture }
}

export const undoEdit = (edit: LayoutEdit): LayoutEdit => {
  const before = edit.past.at(-1)
  return before ? { ...edit, now: before, past: edit.past.slice(0, -1), gesture: undefined } : edit
}

export const isEdited = ({ saved, now }: LayoutEdit): boolean => JSON.stringify(saved) !== JSON.stringify(now)

/** Floor that a piece covers after turning, as half widths in metres. */
export const reachOf = (kind: SlotKind, turnDeg: number): { xM: number; zM: number } => {
  const { widthM, depthM } = FURNITURE[kind]
  const angle = (turnDeg * Math.PI) / 180
  const cos = Math.abs(Math.cos(angle))
  const sin = Math.abs(Math.sin(angle))
  return { xM: (widthM * cos + depthM * sin) / 2, zM: (widthM * sin + depthM * cos) / 2 }
}

const within = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value))
const toCentimetre = (metres: number) => Math.round(metres * 100) / 100 + 0

/** A slot whose whole piece lies on the stand; one that is larger than the stand stands in its middle. */
export const keptInside = (slot: Slot, floor: Floor): Slot => {
  const reach = reachOf(slot.kind, slot.turnDeg)
  return {
    ...slot,
    xM: toCentimetre(within(slot.xM, Math.max(0, floor.widthM / 2 - reach.xM))),
    zM: toCentimetre(within(slot.zM, Math.max(0, floor.depthM / 2 - reach.zM))),
  }
}

export const changeSlot = (
  layout: StandLayout,
  id: string,
  change: Partial<Slot>,
  floor: Floor,
): StandLayout => ({
  slots: layout.slots.map((slot) => (slot.id === id ? keptInside({ ...slot, ...change }, floor) : slot)),
})

export const removeSlot = (layout: StandLayout, id: string): StandLayout => ({
  slots: layout.slots.filter((slot) => slot.id !== id),
})

const overlap = (a: Slot, b: Slot) => {
  const ra = reachOf(a.kind, a.turnDeg)
  const rb = reachOf(b.kind, b.turnDeg)
  return Math.abs(a.xM - b.xM) < ra.xM + rb.xM - 0.01 && Math.abs(a.zM - b.zM) < ra.zM + rb.zM - 0.01
}

/** Ids of pieces that stand in each other; allowed, but worth a look. */
export const overlapping = ({ slots }: StandLayout): ReadonlySet<string> =>
  new Set(
    slots.filter((slot) => slots.some((other) => other !== slot && overlap(slot, other))).map(({ id }) => id),
  )

/** Adds a piece at the first free spot of a half-metre grid, from the back wall forwards. */
export const addSlot = (
  layout: StandLayout,
  kind: SlotKind,
  floor: Floor,
): { layout: StandLayout; id: string } => {
  const taken = new Set(layout.slots.map(({ id }) => id))
  let number = layout.slots.length + 1
  while (taken.has(`${kind}-${number}`)) number++
  const id = `${kind}-${number}`
  const reach = reachOf(kind, 0)
  const at = (xM: number, zM: number): Slot =>
    keptInside({ id, kind, xM, zM, turnDeg: 0, productIds: [] }, floor)
  for (let zM = reach.zM - floor.depthM / 2; zM <= floor.depthM / 2; zM += 0.5)
    for (let xM = reach.xM - floor.widthM / 2; xM <= floor.widthM / 2; xM += 0.5) {
      const slot = at(xM, zM)
      if (!layout.slots.some((other) => overlap(slot, other)))
        return { layout: { slots: [...layout.slots, slot] }, id }
    }
  return { layout: { slots: [...layout.slots, at(0, 0)] }, id }
}

/** How many goods a piece has room for (see slotAnchors): a mannequin wears one, a screen shows none. */
export const roomFor = (kind: SlotKind): number => {
  if (kind === 'screen') return 0
  if (kind === 'mannequin') return 1
  return kind === 'shelf' ? 16 : 24
}
