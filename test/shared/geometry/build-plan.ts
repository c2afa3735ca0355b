import type { Hall, Slot, SlotKind } from '#shared/model/fair.ts'
import type { StandPlaceData } from '#shared/geometry/stand-plan.ts'

export function uuid(at: number): string {
  return `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
}

/** A hall of 30 x 40 m with one aisle of 4 m along its middle. */
export function buildHall(overrides: Partial<Hall> = {}): Hall {
  return {
    id: uuid(1),
    slug: 'hall',
    name: 'Hall',
    widthM: 30,
    depthM: 40,
    entrance: { xM: 0, zM: 17, headingDeg: 0 },
    aisles: [{ name: 'Main', xM: 0, zM: 0, widthM: 4, depthM: 38 }],
    areas: [],
    ...overrides,
  }
}

export function buildPlace(overrides: Partial<StandPlaceData> = {}): StandPlaceData {
  return { xM: 0, zM: 0, widthM: 6, depthM: 3, shape: 'row', areaM2: 18, headingDeg: 0, ...overrides }
}

export function buildSlot(kind: SlotKind, count: number): Slot {
  return {
    id: 'slot',
    kind,
    xM: 0,
    zM: 0,
    turnDeg: 0,
    productIds: Array.from({ length: count }, (_, at) => uuid(at)),
  }
}
