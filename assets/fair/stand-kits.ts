import type { SlotKind } from '#shared/model/fair.ts'

/** A piece of furniture in a stand's own coordinates: its front faces +z before turning. */
type KitPiece = readonly [kind: SlotKind, xM: number, zM: number, turnDeg: number]

/**
 * Furniture of a stand by its size, its shape and what is shown, in the order in which goods fill it: what is seen
 * first from the aisle comes first. The 0.6 m behind the front stay free at the middle, and one can walk to each piece.
 */
export const STAND_KITS = {
  /** 3 × 3 m, one open side, for cloth. */
  clothRow9: [
    ['wall', 0, -1.38, 0],
    ['headerRail', 1.2, -0.1, 90],
    ['table', -1.05, -0.1, 270],
    ['plinth', -1.2, 1.2, 0],
    ['plinth', 1.2, 1.15, 0],
  ],
  /** 3 × 3 m, one open side, for skins and what is made of them. */
  skinsRow9: [
    ['wall', 0, -1.38, 0],
    ['headerRail', 1.2, -0.1, 90],
    ['plinth', -1.2, 1.2, 0],
    ['plinth', 1.2, 1.15, 0],
    ['table', -1.05, -0.1, 270],
  ],
  /** 3 × 3 m, one open side, for shoes. */
  shoesRow9: [
    ['shelf', -0.62, -1.25, 0],
    ['shelf', 0.62, -1.25, 0],
    ['plinth', 1.2, 1.2, 0],
    ['plinth', 0, -0.1, 0],
    ['plinth', -1.2, 1.2, 0],
    ['shelf', -1.25, 0.05, 270],
    ['shelf', 1.25, 0.05, 90],
  ],
  /** 3 × 3 m, one open side, for shoes and a rail of bags. */
  bagsRow9: [
    ['plinth', 1.2, 1.2, 0],
    ['shelf', -0.62, -1.25, 0],
    ['shelf', 0.62, -1.25, 0],
    ['plinth', 0, -0.1, 0],
    ['headerRail', -1.2, 0, 270],
    ['shelf', 1.25, 0.05, 90],
    ['plinth', -1.2, 1.2, 0],
  ],
  /** 3 × 3 m, open on the right as well, for shoes and a rail of bags. */
  bagsCorner9: [
    ['shelf', -0.62, -1.25, 0],
    ['shelf', 0.62, -1.25, 0],
    ['table', 0.6, 0.05, 0],
    ['plinth', 1.2, 1.15, 0],
    ['headerRail', -1.2, 0, 270],
    ['plinth', -1.2, 1.2, 0],
  ],
  /** 3 × 3 m for bales and sliver, which need room of their own, and for what is woven of them. */
  balesRow9: [
    ['plinth', 1.2, 1.15, 0],
    ['plinth', -1.2, 1.2, 0],
    ['plinth', -1.2, 0.6, 0],
    ['table', -1.05, -0.5, 270],
    ['wall', 0, -1.38, 0],
    ['headerRail', 1.2, -0.1, 90],
  ],
  /** 6 × 3 m, one open side. */
  clothRow18: [
    ['headerRail', -1.9, -1.2, 0],
    ['wall', 0.25, -1.38, 0],
    ['mannequin', 2.65, 1.15, 0],
    ['mannequin', -2.65, 1.15, 0],
    ['table', 1.5, 0.7, 0],
    ['table', -1.5, 0.7, 0],
    ['shelf', 2.72, -0.25, 90],
    ['headerRail', -2.68, -0.05, 270],
    ['plinth', 1.85, -1.2, 0],
  ],
  /** 6 × 3 m, open on the right as well. */
  clothCorner18: [
    ['headerRail', -1.5, -1.2, 0],
    ['wall', 1, -1.38, 0],
    ['mannequin', 2.65, 1.15, 0],
    ['table', 1.5, 0.7, 0],
    ['table', -1.5, 0.7, 0],
    ['plinth', 2.65, -1.2, 0],
    ['headerRail', -2.68, -0.05, 270],
    ['mannequin', -2.65, 1.2, 0],
    ['plinth', 2.65, 0, 0],
  ],
  /** 6 × 3 m of made-up goods: mannequins along the front, headers behind. */
  wearRow18: [
    ['mannequin', 2.65, 1.15, 0],
    ['mannequin', -2.65, 1.15, 0],
    ['mannequin', 1.45, 1.1, 0],
    ['mannequin', -1.45, 1.1, 0],
    ['mannequin', 2.65, -0.1, 0],
    ['headerRail', -1.9, -1.2, 0],
    ['wall', 0.4, -1.38, 0],
    ['table', 0.9, 0.1, 0],
    ['shelf', 2.3, -1.25, 0],
    ['plinth', -2.6, -0.1, 0],
  ],
  /** 6 × 3 m of bed and table linen, open on the right as well. */
  homeCorner18: [
    ['table', 1.5, 0.7, 0],
    ['table', -1.5, 0.7, 0],
    ['wall', 1, -1.38, 0],
    ['headerRail', -1.5, -1.2, 0],
    ['shelf', -2.72, -0.1, 270],
    ['plinth', 2.65, 1.15, 0],
    ['mannequin', -2.65, 1.15, 0],
    ['plinth', 2.65, 0, 0],
    ['plinth', 2.65, -1.2, 0],
  ],
  /** 6 × 3 m of bed linen, open on the right as well. */
  bedCorner18: [
    ['table', 1.5, 0.7, 0],
    ['table', -1.5, 0.7, 0],
    ['wall', 0.9, -1.38, 0],
    ['shelf', -1.2, -1.2, 0],
    ['table', -2.5, -0.6, 90],
    ['plinth', 2.65, 1.15, 0],
    ['plinth', -2.65, 1.15, 0],
    ['plinth', 2.6, -1.2, 0],
    ['plinth', 2.65, -0.1, 0],
  ],
  /** 6 × 6 m, open on every side, for cloth: rails along the aisles, lengths on a spine of panels between. */
  clothIsland36: [
    ['headerRail', -1.9, 2.2, 0],
    ['headerRail', 1.9, 2.2, 0],
    ['wall', -1.25, 0, 0],
    ['wall', 1.25, 0, 0],
    ['table', -1.5, 1.15, 0],
    ['table', 1.5, 1.15, 0],
    ['mannequin', 2.68, 1.15, 90],
    ['mannequin', -2.65, -1, 270],
    ['headerRail', 0, -2.3, 180],
    ['wall', 1.25, -0.2, 180],
    ['plinth', -2.3, -2.4, 180],
    ['shelf', -1.3, -0.36, 180],
    ['screen', -1.42, -2.75, 180],
    ['meetingTable', 2.05, -1.95, 0],
    ['plant', 2.7, 2.72, 0],
  ],
  /** 6 × 6 m, open on every side, for towels, curtains and linen. */
  homeIsland36: [
    ['wall', -1.6, 0, 0],
    ['wall', 1.2, 0, 0],
    ['table', -1.9, 2.2, 0],
    ['table', 1.6, 2.2, 0],
    ['shelf', -1.6, -1.4, 180],
    ['shelf', 1.4, -1.4, 180],
    ['plinth', -2.6, 0.9, 0],
    ['plinth', 2.6, 0.9, 0],
    ['wall', -1.6, -0.2, 180],
    ['wall', 1.2, -0.2, 180],
    ['table', -1.5, -2.5, 180],
    ['table', 0.4, -2.5, 180],
    ['screen', 2.1, -2.6, 180],
    ['counter', -2.65, -1.85, 270],
    ['plant', -2.72, -2.72, 0],
    ['plant', 2.72, 2.72, 0],
  ],
} as const satisfies Record<string, readonly KitPiece[]>

export type StandKit = keyof typeof STAND_KITS
