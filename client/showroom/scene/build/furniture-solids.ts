import { FURNITURE, RAIL_BAR_M, SHELF_BOARDS_M, WALL_BAR_M } from '#shared/geometry/furniture.ts'
import { standToHall, type StandPlaceData } from '#shared/geometry/stand-plan.ts'
import type { Slot } from '#shared/model/fair.ts'
import { PALETTE } from './palette.ts'
import { within } from './placement.ts'
import { addPlant } from './plant-solids.ts'
import { addMeetingTable } from './seating-solids.ts'
import { WALL_CUTS } from './stand-solids.ts'
import { NO_SHADE, type SolidBuilder, type SolidPlacement } from './solid-builder.ts'

/** Adds one piece of stand furniture: wood, cloth and paint to `painted`, bars and legs to `metal`. */
export function addFurniture(
  place: StandPlaceData,
  slot: Slot,
  painted: SolidBuilder,
  metal: SolidBuilder,
): void {
  const point = standToHall(place, slot.xM, slot.zM)
  const at: SolidPlacement = { xM: point.xM, yM: 0, zM: point.zM, turnDeg: slot.turnDeg + place.headingDeg }
  FURNISH[slot.kind](at, painted, metal, slot.productIds.length > 0)
}

/** Where the picture of a screen is: before its case, in the screen's own metres. */
export const SCREEN_PICTURE = { widthM: 1.17, heightM: 0.66, yM: 1.415, zM: 0.073 } as const

type Furnish = (at: SolidPlacement, painted: SolidBuilder, metal: SolidBuilder, showsGoods: boolean) => void

/** Under what is worn only a neck stays of a dress form, within that of the form that most garments come with. */
const WORN = { neckM: 1.45, bodyShare: 0.4, neckShare: 0.85, loweredM: 0.06 } as const
const underGoods = ([radius, y]: readonly [number, number]): [number, number] => [
  radius * (y < WORN.neckM ? WORN.bodyShare : WORN.neckShare),
  y - WORN.loweredM,
]

const FURNISH: Readonly<Record<Slot['kind'], Furnish>> = {
  headerRail(at, _painted, metal) {
    const half = FURNITURE.headerRail.widthM / 2
    const foot = FURNITURE.headerRail.depthM / 2
    metal.bar(at, [-half, RAIL_BAR_M, 0], [half, RAIL_BAR_M, 0], 0.014, PALETTE.aluminium)
    for (const x of [-half + 0.03, half - 0.03]) {
      metal.bar(at, [x, 0.03, 0], [x, RAIL_BAR_M, 0], 0.014, PALETTE.aluminium)
      metal.bar(at, [x, 0.03, -foot], [x, 0.03, foot], 0.014, PALETTE.aluminium)
    }
    metal.bar(at, [-half + 0.03, 0.16, 0], [half - 0.03, 0.16, 0], 0.01, PALETTE.aluminium)
  },
  table(at, painted, metal) {
    const { widthM, depthM, heightM } = FURNITURE.table
    painted.box(within(at, 0, heightM - 0.032, 0), [widthM, 0.032, depthM], PALETTE.oak, {
      shade: NO_SHADE,
      withBottom: true,
    })
    const x = widthM / 2 - 0.07
    const z = depthM / 2 - 0.07
    for (const [lx, lz] of [
      [-x, -z],
      [x, -z],
      [x, z],
      [-x, z],
    ] as const) {
      metal.bar(at, [lx, 0, lz], [lx, heightM - 0.03, lz], 0.018, PALETTE.steel)
    }
    for (const lz of [-z, z])
      metal.bar(at, [-x, heightM - 0.06, lz], [x, heightM - 0.06, lz], 0.014, PALETTE.steel)
  },
  plinth(at, painted) {
    const { widthM, depthM, heightM } = FURNITURE.plinth
    painted.box(at, [widthM - 0.04, 0.05, depthM - 0.04], PALETTE.charcoal)
    painted.box(within(at, 0, 0.05, 0), [widthM, heightM - 0.05, depthM], PALETTE.fascia, {
      cuts: [0.12, 0.5],
    })
  },
  mannequin(at, painted, metal, showsGoods) {
    painted.lathe(
      at,
      [
        [0, 0.022],
        [0.2, 0.022],
        [0.21, 0.012],
        [0.21, 0],
      ].reverse() as [number, number][],
      PALETTE.oakDark,
      { sides: 20 },
    )
    metal.bar(at, [0, 0.02, 0], [0, 0.86, 0], 0.015, PALETTE.aluminium)
    // A dress form from hip to neck: radii of a woman's size 38, flattened front to back.
    const form: [number, number][] = [
      [0.02, 0.8], [0.13, 0.81], [0.165, 0.87], [0.172, 0.93], [0.155, 1.02], [0.122, 1.1], [0.118, 1.14],
      [0.138, 1.22], [0.158, 1.29], [0.165, 1.34], [0.158, 1.39], [0.125, 1.43], [0.065, 1.46], [0.05, 1.49], [0.05, 1.55],
    ] // prettier-ignore
    const cap: [number, number][] = [[0.052, 1.55], [0.056, 1.565], [0.03, 1.59], [0.012, 1.6], [0.001, 1.62]] // prettier-ignore
    const seen = (profile: [number, number][]) => (showsGoods ? profile.map(underGoods) : profile)
    painted.lathe(at, seen(form), PALETTE.linen, {
      sides: 20,
      flatten: 0.72,
      shade: (_x, y) => 0.86 + 0.1 * Math.min(1, (y - 0.8) / 0.5),
    })
    painted.lathe(at, seen(cap), PALETTE.oakDark, { sides: 14 })
  },
  wall(at, painted, metal) {
    const { widthM, heightM } = FURNITURE.wall
    const half = widthM / 2
    // A panel of its own: the slot may stand free in an island.
    painted.box(within(at, 0, 0, -0.03), [widthM, heightM, 0.04], PALETTE.partition, { cuts: WALL_CUTS })
    metal.bar(at, [-half, WALL_BAR_M + 0.01, 0.07], [half, WALL_BAR_M + 0.01, 0.07], 0.009, PALETTE.aluminium)
    for (const x of [-half + 0.15, 0, half - 0.15]) {
      metal.bar(at, [x, WALL_BAR_M + 0.01, 0.07], [x, WALL_BAR_M + 0.04, -0.06], 0.006, PALETTE.aluminium)
    }
  },
  shelf(at, painted, metal) {
    const { widthM, depthM, heightM } = FURNITURE.shelf
    for (const y of SHELF_BOARDS_M) {
      painted.box(within(at, 0, y - 0.012, 0), [widthM - 0.05, 0.024, depthM], PALETTE.oak, {
        shade: NO_SHADE,
        withBottom: true,
      })
    }
    for (const x of [-widthM / 2 + 0.015, widthM / 2 - 0.015]) {
      for (const z of [-depthM / 2 + 0.02, depthM / 2 - 0.02]) {
        metal.bar(at, [x, 0, z], [x, heightM, z], 0.012, PALETTE.steel)
      }
    }
  },
  screen(at, painted, metal) {
    const { widthM } = FURNITURE.screen
    painted.box(at, [0.6, 0.02, 0.38], PALETTE.charcoal)
    metal.bar(at, [0, 0.02, 0], [0, 1.3, 0], 0.03, PALETTE.steel)
    painted.box(within(at, 0, 1.06, 0.05), [widthM, widthM * 0.5625 + 0.03, 0.04], PALETTE.charcoal, {
      shade: NO_SHADE,
      withBottom: true,
    })
  },
  counter(at, painted, metal) {
    const { widthM, depthM, heightM } = FURNITURE.counter
    painted.box(within(at, 0, 0.06, 0), [widthM - 0.06, heightM - 0.1, depthM - 0.08], PALETTE.fascia, {
      cuts: [0.15, 0.5],
    })
    painted.box(at, [widthM - 0.12, 0.06, depthM - 0.14], PALETTE.charcoal, { withTop: false })
    painted.box(within(at, 0, heightM - 0.04, 0), [widthM, 0.04, depthM], PALETTE.oak, {
      shade: NO_SHADE,
      withBottom: true,
    })
    const front = depthM / 2 - 0.035
    for (const y of [0.3, 0.55, 0.8])
      metal.bar(at, [-widthM / 2 + 0.04, y, front], [widthM / 2 - 0.04, y, front], 0.006, PALETTE.aluminium)
  },
  meetingTable: addMeetingTable,
  plant(at, painted) {
    addPlant(at, FURNITURE.plant.heightM, painted)
  },
}

/** What furniture stands on, for the shadows that are painted onto the floor: rectangles in the slot's own metres. */
export const FOOTPRINT_SHADOW: Readonly<
  Record<Slot['kind'], { readonly strength: number; readonly spreadM: number }>
> = {
  headerRail: { strength: 0.26, spreadM: 0.3 },
  table: { strength: 0.42, spreadM: 0.25 },
  plinth: { strength: 0.6, spreadM: 0.16 },
  mannequin: { strength: 0.4, spreadM: 0.2 },
  wall: { strength: 0.1, spreadM: 0.2 },
  shelf: { strength: 0.45, spreadM: 0.18 },
  screen: { strength: 0.4, spreadM: 0.15 },
  counter: { strength: 0.55, spreadM: 0.18 },
  meetingTable: { strength: 0.24, spreadM: 0.3 },
  plant: { strength: 0.5, spreadM: 0.2 },
}
