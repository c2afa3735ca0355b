import type { Slot, SlotKind } from '#shared/model/fair.ts'
import { standToHall, turnPoint, type StandPlaceData } from './stand-plan.ts'

/** Outer size of a piece of furniture in metres; its front faces +z before turning. */
export interface FurnitureSize {
  readonly widthM: number
  readonly depthM: number
  readonly heightM: number
}

/** Sizes of the trade's usual stand furniture. */
export const FURNITURE: Readonly<Record<SlotKind, FurnitureSize>> = {
  headerRail: { widthM: 1.8, depthM: 0.5, heightM: 1.8 },
  table: { widthM: 1.6, depthM: 0.8, heightM: 0.76 },
  plinth: { widthM: 0.5, depthM: 0.5, heightM: 0.9 },
  mannequin: { widthM: 0.5, depthM: 0.5, heightM: 1.62 },
  wall: { widthM: 2.4, depthM: 0.12, heightM: 2.2 },
  shelf: { widthM: 1.2, depthM: 0.42, heightM: 1.9 },
  screen: { widthM: 1.2, depthM: 0.4, heightM: 1.75 },
  counter: { widthM: 1.2, depthM: 0.5, heightM: 1.04 },
  /** With its four chairs. */
  meetingTable: { widthM: 1.7, depthM: 1.7, heightM: 0.74 },
  plant: { widthM: 0.5, depthM: 0.5, heightM: 1.5 },
}

/** Heights of a shelf's boards in metres, in the order in which goods fill them: eye level first. */
export const SHELF_BOARDS_M = [1.26, 0.84, 0.42, 1.62] as const
/** Height of the bar that headers hang from. */
export const RAIL_BAR_M = 1.74
/** Height at which goods hang on a wall. */
export const WALL_BAR_M = 2.05

/**
 * How goods meet their anchor: `stand` puts the lowest point of the model there, `hang` its highest,
 * `wear` its shoulders (a model taller than 1.3 m stands on the floor instead).
 */
export type AnchorFit = 'stand' | 'hang' | 'wear'

/** Where one product of a slot stands, in the stand's own coordinates, and how much room it has. */
export interface SlotAnchor {
  readonly productId: string
  readonly xM: number
  readonly yM: number
  readonly zM: number
  /** Clockwise seen from above; at 0 the goods face +z. */
  readonly turnDeg: number
  readonly fit: AnchorFit
  readonly roomWidthM: number
  readonly roomHeightM: number
  readonly roomDepthM: number
}

interface Spot {
  readonly x: number
  readonly y: number
  readonly z: number
  readonly turn: number
  readonly fit: AnchorFit
  readonly room: readonly [widthM: number, heightM: number, depthM: number]
}

function along(count: number, lengthM: number, index: number): number {
  return count === 1 ? 0 : -lengthM / 2 + (lengthM * (index + 0.5)) / count
}

function spotOf(kind: SlotKind, index: number, count: number): Spot | null {
  const size = FURNITURE[kind]
  switch (kind) {
    case 'headerRail': {
      // A few headers show their face; many hang like clothes, turned to be leafed through.
      const faces = count <= 5
      const pitch = 1.64 / count
      return {
        x: along(count, 1.64, index),
        y: RAIL_BAR_M + 0.014,
        z: 0,
        turn: faces ? 0 : -52,
        fit: 'hang',
        room: [faces ? pitch * 0.97 : 0.6, 1.6, 0.5],
      }
    }
    case 'wall': {
      const pitch = size.widthM / count
      return {
        x: along(count, size.widthM, index),
        y: WALL_BAR_M,
        z: 0.1,
        turn: 0,
        fit: 'hang',
        room: [pitch * 0.92, 1.9, 0.35],
      }
    }
    case 'table': {
      // Three and four lie two by two: a bolt is 65 cm wide.
      const columns = count > 4 ? 3 : Math.min(2, count)
      const rows = Math.ceil(count / columns)
      const row = Math.floor(index / columns)
      const inRow = Math.min(columns, count - row * columns)
      const x = along(inRow, size.widthM - 0.1, index % columns)
      const z = rows === 1 ? 0 : along(rows, size.depthM - 0.06, rows - 1 - row)
      return {
        x,
        y: size.heightM,
        z,
        turn: 0,
        fit: 'stand',
        room: [(1.5 / columns) * 0.92, 0.9, (0.76 / rows) * 0.96],
      }
    }
    case 'plinth': {
      const x = along(count, size.widthM, index)
      return {
        x,
        y: size.heightM,
        z: 0,
        turn: 0,
        fit: 'stand',
        room: [count === 1 ? 0.7 : size.widthM / count, 1.1, 0.7],
      }
    }
    case 'mannequin':
      return index === 0 ? { x: 0, y: 1.44, z: 0, turn: 0, fit: 'wear', room: [1.1, 1.9, 1.1] } : null
    case 'shelf': {
      const perBoard = Math.max(2, Math.min(4, Math.ceil(count / SHELF_BOARDS_M.length)))
      const board = SHELF_BOARDS_M[Math.floor(index / perBoard)]
      if (board === undefined) return null
      const inRow = Math.min(perBoard, count - Math.floor(index / perBoard) * perBoard)
      const pitch = (size.widthM - 0.08) / inRow
      return {
        x: along(inRow, size.widthM - 0.08, index % perBoard),
        y: board + 0.012,
        z: 0.02,
        turn: 0,
        fit: 'stand',
        room: [pitch * 0.92, 0.36, 0.38],
      }
    }
    case 'counter':
      return {
        x: along(count, size.widthM - 0.1, index),
        y: size.heightM,
        z: 0,
        turn: 0,
        fit: 'stand',
        room: [(size.widthM / count) * 0.92, 0.6, 0.46],
      }
    case 'meetingTable':
      return index === 0
        ? { x: 0, y: size.heightM, z: 0, turn: 0, fit: 'stand', room: [0.5, 0.5, 0.5] }
        : null
    case 'screen':
    case 'plant':
      return null
  }
}

/**
 * Where the products of a slot stand, in the stand's own coordinates. A slot that has no room for all of its
 * products (a mannequin wears one, a screen and a plant none, a shelf sixteen) leaves the last ones out.
 */
export function slotAnchors(slot: Slot): SlotAnchor[] {
  const anchors: SlotAnchor[] = []
  slot.productIds.forEach((productId, index) => {
    const spot = spotOf(slot.kind, index, slot.productIds.length)
    if (!spot) return
    const turned = turnPoint(spot.x, spot.z, slot.turnDeg)
    anchors.push({
      productId,
      xM: slot.xM + turned.xM,
      yM: spot.y,
      zM: slot.zM + turned.zM,
      turnDeg: slot.turnDeg + spot.turn,
      fit: spot.fit,
      roomWidthM: spot.room[0],
      roomHeightM: spot.room[1],
      roomDepthM: spot.room[2],
    })
  })
  return anchors
}

/** An anchor brought into the hall; `turnDeg` includes the stand's own turn. */
export function anchorInHall(place: StandPlaceData, anchor: SlotAnchor): SlotAnchor {
  const point = standToHall(place, anchor.xM, anchor.zM)
  return { ...anchor, xM: point.xM, zM: point.zM, turnDeg: anchor.turnDeg + place.headingDeg }
}
