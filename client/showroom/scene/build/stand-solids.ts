import {
  openSides,
  PARTITION_HEIGHT_M,
  PARTITION_THICKNESS_M,
  standSide,
  standWalls,
  type StandPlaceData,
  type WallSegment,
} from '#shared/geometry/stand-plan.ts'
import { PALETTE } from './palette.ts'
import { FLOOR_SHADE, NO_SHADE, type SolidBuilder, type SolidPlacement } from './solid-builder.ts'

/** Where partitions are cut, so that their shading has vertices near the floor and near their ends, in metres. */
export const WALL_CUTS = [0.06, 0.25, 0.7, 1.5] as const
const WALL_END_CUTS = [0.08, 0.35, 0.9] as const

/** Height of the sign board over a stand's open sides, and how thick it is. */
export const FASCIA_HEIGHT_M = 0.34
export const FASCIA_DEPTH_M = 0.06
const POST_M = 0.045
/** Panels of the shell scheme are a metre wide. */
const PANEL_M = 1

function alongWall(wall: WallSegment, share: number, yM: number): SolidPlacement {
  return {
    xM: wall.ax + (wall.bx - wall.ax) * share,
    yM,
    zM: wall.az + (wall.bz - wall.az) * share,
    turnDeg: (Math.atan2(wall.bz - wall.az, wall.bx - wall.ax) * 180) / Math.PI,
  }
}

function lengthOf(wall: WallSegment): number {
  return Math.hypot(wall.bx - wall.ax, wall.bz - wall.az)
}

/** Partition walls with their aluminium posts and rails, and the fascia boards over the open sides. */
export function addStand(place: StandPlaceData, painted: SolidBuilder, metal: SolidBuilder): void {
  for (const wall of standWalls(place)) addPartition(wall, painted, metal)
  for (const side of openSides(place)) addFascia(standSide(place, side), painted, metal)
}

function addPartition(wall: WallSegment, painted: SolidBuilder, metal: SolidBuilder): void {
  const length = lengthOf(wall)
  painted.box(
    alongWall(wall, 0.5, 0.02),
    [length, PARTITION_HEIGHT_M - 0.04, PARTITION_THICKNESS_M - 0.015],
    PALETTE.partition,
    {
      cuts: WALL_CUTS,
      endCuts: WALL_END_CUTS,
      withTop: false,
    },
  )
  const rail = { shade: NO_SHADE, withBottom: true }
  metal.box(
    alongWall(wall, 0.5, PARTITION_HEIGHT_M - 0.045),
    [length, 0.045, PARTITION_THICKNESS_M],
    PALETTE.aluminium,
    rail,
  )
  metal.box(alongWall(wall, 0.5, 0), [length, 0.04, PARTITION_THICKNESS_M], PALETTE.aluminium, {
    shade: NO_SHADE,
  })
  const panels = Math.max(1, Math.round(length / PANEL_M))
  for (let post = 0; post <= panels; post++) {
    metal.box(
      alongWall(wall, post / panels, 0),
      [POST_M, PARTITION_HEIGHT_M, PARTITION_THICKNESS_M + 0.004],
      PALETTE.aluminium,
      {
        shade: FLOOR_SHADE,
        cuts: [0.3],
      },
    )
  }
}

function addFascia(side: WallSegment, painted: SolidBuilder, metal: SolidBuilder): void {
  const length = lengthOf(side)
  painted.box(
    alongWall(side, 0.5, PARTITION_HEIGHT_M - FASCIA_HEIGHT_M),
    [length, FASCIA_HEIGHT_M, FASCIA_DEPTH_M],
    PALETTE.fascia,
    { shade: NO_SHADE, withBottom: true },
  )
  const rail = { shade: NO_SHADE, withBottom: true }
  metal.box(
    alongWall(side, 0.5, PARTITION_HEIGHT_M - FASCIA_HEIGHT_M - 0.03),
    [length, 0.03, FASCIA_DEPTH_M + 0.006],
    PALETTE.aluminium,
    rail,
  )
  metal.box(
    alongWall(side, 0.5, PARTITION_HEIGHT_M),
    [length, 0.025, FASCIA_DEPTH_M + 0.006],
    PALETTE.aluminium,
    rail,
  )
  for (const end of [0, 1]) {
    metal.box(alongWall(side, end, 0), [0.05, PARTITION_HEIGHT_M, FASCIA_DEPTH_M], PALETTE.aluminium, {
      cuts: [0.3],
    })
  }
}
