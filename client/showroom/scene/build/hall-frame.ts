import { distanceToStand, PARTITION_HEIGHT_M } from '#shared/geometry/stand-plan.ts'
import type { Hall } from '#shared/model/fair.ts'
import type { HallView, StandView } from '../../state/showroom-types.ts'
import { PALETTE } from './palette.ts'
import { NO_SHADE, type SolidBuilder } from './solid-builder.ts'

/** Clear height under the roof's girders, in metres. */
export const ROOF_M = 8
export const BAY_M = 6
export const WALL_HEIGHT_M = ROOF_M - 1.6
const WALL_THICKNESS_M = 0.3
/** Tall windows between the columns of the long sides, lit by the sky. */
const WINDOW = { widthM: 2.6, fromM: 1.1, toM: 5.4 } as const
const SLAT_PITCH_M = 0.34
const SLAT_HEIGHT_M = 3.1

const columnsAlong = (depthM: number): number[] => {
  const places: number[] = []
  for (let z = -depthM / 2 + BAY_M / 2; z < depthM / 2; z += BAY_M) places.push(z)
  return places
}

/** Walls to the height of the clerestory, a wainscot of oak slats on the far wall, columns at every bay. */
export function addOuterWalls({ hall, stands }: HallView, frame: SolidBuilder, panes: SolidBuilder): void {
  const w = hall.widthM
  const d = hall.depthM
  const wall = {
    cuts: [0.12, 0.5, 1.6, 4],
    endCuts: [0.3, 1.2, 3],
    shade: (_x: number, y: number) => 0.8 + 0.2 * Math.min(1, y / 3.5),
  }
  const x = w / 2 + WALL_THICKNESS_M / 2
  const z = d / 2 + WALL_THICKNESS_M / 2
  const across = [w + 2 * WALL_THICKNESS_M, WALL_HEIGHT_M, WALL_THICKNESS_M] as const
  for (const side of [-1, 1]) {
    frame.box({ xM: 0, yM: 0, zM: side * z, turnDeg: 0 }, across, PALETTE.outerWall, wall)
    // Turned, so that the long sides are cut along their length as well.
    frame.box(
      { xM: side * x, yM: 0, zM: 0, turnDeg: 90 },
      [d, WALL_HEIGHT_M, WALL_THICKNESS_M],
      PALETTE.outerWall,
      wall,
    )
    for (const zM of columnsAlong(d))
      frame.box({ xM: side * (w / 2 - 0.12), yM: 0, zM, turnDeg: 0 }, [0.24, ROOF_M, 0.24], PALETTE.steel, {
        cuts: [0.3, 1, 4],
        withTop: false,
      })
    addWindows(side, hall, stands, frame, panes)
  }
  addSlats(hall, frame)
}

function addWindows(
  side: number,
  hall: Hall,
  stands: readonly StandView[],
  frame: SolidBuilder,
  panes: SolidBuilder,
): void {
  const face = side * (hall.widthM / 2)
  const inward = -side
  for (const column of columnsAlong(hall.depthM)) {
    const zM = column + BAY_M / 2
    if (zM + WINDOW.widthM / 2 > hall.depthM / 2 - 0.5) continue
    // Behind a stand that has its back to the wall a window begins over the partition.
    const isCovered = stands.some(({ place }) => distanceToStand(place, face, zM) < WINDOW.widthM / 2 + 0.1)
    const fromM = isCovered ? PARTITION_HEIGHT_M + 0.15 : WINDOW.fromM
    const height = WINDOW.toM - fromM
    panes.box(
      { xM: face + inward * 0.01, yM: fromM, zM, turnDeg: 90 },
      [WINDOW.widthM, height, 0.02],
      PALETTE.pane,
      // Brighter towards the top, as the sky is.
      { shade: (_x, y) => 0.9 + 0.1 * ((y - fromM) / height), withTop: false },
    )
    const bar = { shade: NO_SHADE, withBottom: true }
    for (const along of [-WINDOW.widthM / 2, 0, WINDOW.widthM / 2])
      frame.box(
        { xM: face + inward * 0.03, yM: fromM, zM: zM + along, turnDeg: 0 },
        [0.06, height, 0.05],
        PALETTE.steel,
        bar,
      )
    for (const y of [fromM - 0.04, fromM + height * 0.62, WINDOW.toM])
      frame.box(
        { xM: face + inward * 0.04, yM: y, zM, turnDeg: 0 },
        [0.08, 0.05, WINDOW.widthM + 0.05],
        PALETTE.steel,
        bar,
      )
  }
}

function addSlats(hall: Hall, frame: SolidBuilder): void {
  const slats = Math.floor((hall.widthM - 1) / SLAT_PITCH_M)
  for (let slat = 0; slat < slats; slat++)
    frame.box(
      {
        xM: -hall.widthM / 2 + 0.5 + SLAT_PITCH_M * (slat + 0.5),
        yM: 0.1,
        zM: -hall.depthM / 2 + 0.04,
        turnDeg: 0,
      },
      [0.16, SLAT_HEIGHT_M, 0.05],
      PALETTE.slat,
      { cuts: [0.6], shade: (_x, y) => 0.78 + 0.22 * Math.min(1, y / 1.4), withTop: false },
    )
}

/** White girders across the hall, purlins along it, glazing bars between. */
export function addRoof(hall: Hall, roof: SolidBuilder): void {
  const w = hall.widthM
  const d = hall.depthM
  const under = {
    shade: (_x: number, y: number) => 0.8 + 0.12 * (y - ROOF_M),
    withBottom: true,
    withTop: false,
  }
  for (const z of columnsAlong(d)) {
    const at = { xM: 0, yM: 0, zM: z, turnDeg: 0 }
    roof.box({ ...at, yM: ROOF_M }, [w, 0.14, 0.2], PALETTE.steel, under)
    roof.box({ ...at, yM: ROOF_M + 1.0 }, [w, 0.12, 0.16], PALETTE.steel, under)
    const panels = Math.max(4, Math.round(w / 2.5))
    for (let panel = 0; panel < panels; panel++) {
      const from = -w / 2 + (w * panel) / panels
      const to = -w / 2 + (w * (panel + 1)) / panels
      const rising = panel % 2 === 0
      roof.bar(
        at,
        [from, rising ? ROOF_M + 0.1 : ROOF_M + 1.05, 0],
        [to, rising ? ROOF_M + 1.05 : ROOF_M + 0.1, 0],
        0.04,
        PALETTE.steel,
      )
    }
  }
  const purlins = Math.max(3, Math.round(w / 2.5))
  for (let purlin = 0; purlin <= purlins; purlin++) {
    const x = -w / 2 + (w * purlin) / purlins
    const bold = purlin % 2 === 0 ? 0.1 : 0.05
    roof.box({ xM: x, yM: ROOF_M + 1.14, zM: 0, turnDeg: 0 }, [bold, bold, d], PALETTE.steel, {
      shade: NO_SHADE,
      withBottom: true,
      withTop: false,
    })
  }
}
